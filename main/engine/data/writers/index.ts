import { csv } from '#main/engine/data/writers/csv.ts';
import { npz } from '#main/engine/data/writers/npz.ts';
import { parquet } from '#main/engine/data/writers/parquet.ts';
import type { DataWriter } from '#main/engine/data/writers/preparedTable.ts';

/** Formats that prepared data are written in. */
export const writers: readonly DataWriter[] = [npz, csv, parquet];
