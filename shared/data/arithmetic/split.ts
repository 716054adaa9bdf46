/** Which examples train, which validate and which test; each ascending numbers of examples. */
export interface SplitIndices {
  readonly train: Uint32Array;
  readonly validation: Uint32Array;
  readonly test: Uint32Array;
}

/**
 * Divides examples that are already in random order: the first `testFraction` of the order are the test part, the next
 * `validationFraction` (of the whole) the validation part. Fractions are rounded to whole examples; at least one is left to train.
 */
export function splitIndices(
  order: Uint32Array,
  validationFraction: number,
  testFraction: number,
): SplitIndices {
  const count = order.length;
  const test = Math.min(Math.round(count * testFraction), Math.max(count - 1, 0));
  const validation = Math.min(
    Math.round(count * validationFraction),
    Math.max(count - test - 1, 0),
  );
  return {
    test: order.slice(0, test).sort(),
    validation: order.slice(test, test + validation).sort(),
    train: order.slice(test + validation).sort(),
  };
}
