import type { Batch } from '#main/engine/train/trainStep.ts';

/** Examples that training, validation or a test goes through. */
export interface Examples {
  readonly count: number;
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
