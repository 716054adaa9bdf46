import type { Column, Values } from '#main/engine/data/table.ts';
import type { Batch } from '#main/engine/train/trainStep.ts';

/** One input or target of a model: what it gets for each row of the table behind a part. */
export interface ExamplePort {
  /** Shape of one example. */
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
  /** Prepared values of these rows of the table, one after the other. */
  readonly values: (rows: Uint32Array) => Values;
  /** As it was read; parts of the same table have the same column. */
  readonly column: Column;
  /** Number of rows of the table. */
  readonly rowCount: number;
  /** What the column's values are divided by, where that is all of their preparation; null: it is more. */
  readonly divisor: number | null;
}

/** Examples that training, validation or a test goes through. */
export interface Examples {
  readonly count: number;
  readonly inputs: readonly ExamplePort[];
  readonly targets: readonly ExamplePort[];
  /** Rows of the table that examples with these numbers are. */
  rows(numbers: Uint32Array): Uint32Array;
  /** The examples with these numbers on the device, prepared; the caller disposes of them. */
  batch(rows: Uint32Array): Batch;
}

/** The parts of a recipe's data; null: there is none. */
export interface SplitExamples {
  readonly train: Examples;
  readonly validation: Examples | null;
  readonly test: Examples | null;
}

/** Rows 0 … count − 1 in pieces of `size`; the last may be shorter. */
export function inBatches(order: Uint32Array, size: number): readonly Uint32Array[] {
  const batches: Uint32Array[] = [];
  for (let start = 0; start < order.length; start += size) {
    batches.push(order.subarray(start, start + size));
  }
  return batches;
}
