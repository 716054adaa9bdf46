import type { Column, Values } from '#main/engine/data/source/table.ts';
import type { ValuesAhead } from '#main/engine/feed/valuesAhead.ts';
import type { Batch } from '#main/engine/train/trainStep.ts';

/** One input or target of a model: what it gets for each row of the table behind a part. */
export interface ExamplePort {
  /** Shape of one example. */
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
  /** Prepared values of the examples at these rows of the table, one after the other. */
  readonly values: (rows: Uint32Array) => Values | Promise<Values>;
  /** What lies in memory; parts of the same table have the same column. null: it is read or made anew batch by batch. */
  readonly column: Column | null;
  /** Number of rows of the table. */
  readonly rowCount: number;
  /** What the column's values are divided by, where that is all of their preparation; null: it is more. */
  readonly divisor: number | null;
  /** Where batches are made before they are asked for; absent: they lie in memory. */
  readonly ahead?: ValuesAhead;
  /** How many rows of the column make an example, from its own row on. */
  readonly length: number;
}

/** Examples that training, validation or a test goes through. */
export interface Examples {
  readonly count: number;
  readonly inputs: readonly ExamplePort[];
  readonly targets: readonly ExamplePort[];
  /** How much each example counts in the loss, one number of 0 or more; absent: all the same. */
  readonly weights?: ExamplePort;
  /** Rows of the table that examples with these numbers are. */
  rows(numbers: Uint32Array): Uint32Array;
  /** The examples with these numbers on the device, prepared; the caller disposes of them. */
  batch(numbers: Uint32Array): Batch | Promise<Batch>;
  /** A batch of so many examples to try a model with: the first ones, or the first again and again. */
  trial(size: number): Batch;
  /** Hears in which order an epoch (0-based) goes through the examples, before its first batch is asked for. */
  begin(epoch: number, order: Uint32Array): void;
  /** How long batches were waited for so far, milliseconds; 0: they lie in memory. */
  readonly waitedMs: number;
}

/** Everything that a batch of a part is made of: inputs, targets, then what examples count. */
export function portsOf({
  inputs,
  targets,
  weights,
}: Pick<Examples, 'inputs' | 'targets' | 'weights'>): readonly ExamplePort[] {
  return [...inputs, ...targets, ...(weights === undefined ? [] : [weights])];
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
