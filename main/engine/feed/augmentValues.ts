import { sizeOf } from '#main/engine/data/source/table.ts';
import type { Values } from '#main/engine/data/source/table.ts';
import { findAugmentation } from '#shared/data/augmentations/index.ts';
import type { JsonValue } from '#shared/data/catalogue.ts';
import { deriveSeed } from '#shared/data/generators/deriveSeed.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';

/** One augmentation of a part of every example. */
export interface AugmentCall {
  readonly kind: string;
  /** What its arithmetic takes after the random numbers. */
  readonly given: readonly JsonValue[];
  /** Its place in the recipe: its random numbers are its own. */
  readonly index: number;
  /** Shape of the part. */
  readonly shape: readonly number[];
  /** Where the part begins within each row of the example, and how many numbers it has there. */
  readonly at: number;
  readonly size: number;
}

/** How the examples of a port are changed; can be sent to another thread. */
export interface AugmentPlan {
  readonly calls: readonly AugmentCall[];
  /** Rows of an example, and numbers of a row. */
  readonly length: number;
  readonly rowSize: number;
  /** What every value is divided by first. */
  readonly divisor: number;
  readonly seed: number;
}

/**
 * Divides and changes examples, one after the other; `rows` are their rows in the table. The same seed, epoch and row give the
 * same, whatever the batch or the thread. `values` may be changed.
 */
export function augmentValues(
  plan: AugmentPlan,
  values: Values,
  rows: Uint32Array,
  epoch: number,
): Float32Array {
  const { calls, length, rowSize, divisor, seed } = plan;
  const changed = values instanceof Float32Array ? values : new Float32Array(values);
  if (divisor !== 1) {
    for (let at = 0; at < changed.length; at += 1) changed[at] = (changed[at] ?? 0) / divisor;
  }
  const size = length * rowSize;
  rows.forEach((row, place) => {
    const example = changed.subarray(place * size, (place + 1) * size);
    for (const call of calls) {
      const random = mulberry32(deriveSeed(seed, 'augment', epoch, row, call.index));
      changePart(call, example, length, rowSize, random);
    }
  });
  return changed;
}

function changePart(
  { kind, given, shape, at, size }: AugmentCall,
  example: Float32Array,
  length: number,
  rowSize: number,
  random: () => number,
): void {
  const apply = findAugmentation(kind)?.apply;
  if (apply === undefined) return;
  if (size === rowSize) {
    apply(example, shape, random, ...(given as readonly never[]));
    return;
  }
  const part = new Float32Array(sizeOf(shape));
  for (let row = 0; row < length; row += 1) {
    part.set(example.subarray(row * rowSize + at, row * rowSize + at + size), row * size);
  }
  apply(part, shape, random, ...(given as readonly never[]));
  for (let row = 0; row < length; row += 1) {
    example.set(part.subarray(row * size, (row + 1) * size), row * rowSize + at);
  }
}
