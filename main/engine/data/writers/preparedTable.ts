import type { Values } from '#main/engine/data/source/table.ts';

/** A column of prepared data. */
interface WrittenColumn {
  readonly name: string;
  /** Shape of one example. */
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
}

/** One part of prepared data. */
export interface WrittenPart {
  readonly name: 'train' | 'validation' | 'test';
  readonly count: number;
  /** Values of a column, by its place, of examples `from` … `to` − 1, one after the other. */
  values(column: number, from: number, to: number): Promise<Values>;
}

/** Prepared data on their way into a file. */
export interface PreparedTable {
  readonly columns: readonly WrittenColumn[];
  readonly parts: readonly WrittenPart[];
}

/** Writes prepared data in one format. One format is one file. */
export interface DataWriter {
  /** Of the file, lower case, with its dot. */
  readonly ending: string;
  /** Writes all of it into `file`, which does not exist. `tell` hears how far it is, 0 to 1. Throws what node:fs throws. */
  write(
    table: PreparedTable,
    file: string,
    tell: (fraction: number) => void,
    signal: AbortSignal,
  ): Promise<void>;
}

/** Examples that are read and written at a time. */
export const pieceRows = 1024;

/** The examples of all parts piece by piece. */
export function* pieces({ parts }: PreparedTable): Generator<{
  readonly part: WrittenPart;
  readonly from: number;
  readonly to: number;
  readonly done: number;
}> {
  const total = Math.max(
    1,
    parts.reduce((sum, { count }) => sum + count, 0),
  );
  let before = 0;
  for (const part of parts) {
    for (let from = 0; from < part.count; from += pieceRows) {
      const to = Math.min(part.count, from + pieceRows);
      yield { part, from, to, done: (before + to) / total };
    }
    before += part.count;
  }
}
