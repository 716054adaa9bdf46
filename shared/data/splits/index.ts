import type { SplitIndices } from '#shared/data/arithmetic/split.ts';
import { splitIndices } from '#shared/data/arithmetic/split.ts';
import { splitFold } from '#shared/data/arithmetic/splitFold.ts';
import type { Split, SplitMethod } from '#shared/data/data.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';
import { column } from '#shared/data/splits/column.ts';
import { group } from '#shared/data/splits/group.ts';
import { random } from '#shared/data/splits/random.ts';
import type { SplitKeys, SplitMethodDefinition } from '#shared/data/splits/splitMethod.ts';
import { stratified } from '#shared/data/splits/stratified.ts';
import { time } from '#shared/data/splits/time.ts';

/** The ways to divide rows, in the order in which they are offered. */
export const splitMethods: readonly SplitMethodDefinition[] = [
  random,
  stratified,
  group,
  time,
  column,
];

/** The way of this name. */
export function findSplitMethod(method: SplitMethod): SplitMethodDefinition {
  return splitMethods.find((definition) => definition.method === method) ?? random;
}

/** What is divided, and by what. */
interface Division {
  readonly count: number;
  /** Values of the feature that the method looks at, one for each row; null: none. */
  readonly keys: SplitKeys | null;
  readonly seed: number;
  /** False: the source has a test part of its own, so that none is taken. */
  readonly takesTest: boolean;
  /** Round of a cross-validation, 0-based; only with `folds`. */
  readonly fold?: number;
}

/**
 * Divides rows 0 … count − 1 as a recipe says; the same seed gives the same parts. With `folds`, the rows left after the
 * test part take turns as validation part. Ascending row numbers; a part may be empty, the training part is not unless
 * there are no rows or a column says so.
 */
export function divideRows(
  split: Split,
  { count, keys, seed, takesTest, fold }: Division,
): SplitIndices {
  const method = findSplitMethod(split.method);
  const rows = {
    count,
    keys,
    validationFraction: split.validation === 'split' ? split.validationFraction : 0,
    testFraction: takesTest ? split.testFraction : 0,
    random: mulberry32(seed),
  };
  if (method.order === null) {
    return method.divide?.(rows) ?? splitIndices(new Uint32Array(), 0, 0);
  }
  const order = method.order(rows);
  if (split.folds === null) return splitIndices(order, rows.validationFraction, rows.testFraction);
  const { test } = splitIndices(order, 0, rows.testFraction);
  return { test, ...splitFold(order.subarray(test.length), split.folds, fold ?? 0) };
}
