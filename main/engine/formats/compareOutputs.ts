import type { SampleArray } from '#main/engine/formats/samples.ts';
import type { Verification } from '#shared/protocol/types.ts';

/** The largest difference at which an export is the same model: rounding in another order of sums stays below it. */
const tolerance = 1e-4;

/** Outputs of an export, as they come back from it. */
export interface GivenOutput {
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

/**
 * Compares an export's outputs with the model's. A difference may be 1e-4 of the larger of 1 and the value. Problems:
 * `export.differs`, `export.otherShapes`, `export.notFinite`.
 */
export function compareOutputs(
  expected: readonly SampleArray[],
  given: readonly GivenOutput[],
): Verification {
  let maxDifference = 0;
  let isSame = true;
  let numbers = 0;
  if (expected.length !== given.length) {
    return failed('export.otherShapes', { expected: expected.length, actual: given.length });
  }
  for (const [index, output] of expected.entries()) {
    const other = given[index];
    if (other === undefined || other.shape.join() !== output.shape.join()) {
      return failed('export.otherShapes', { expected: output.shape, actual: other?.shape ?? null });
    }
    for (const [place, value] of output.values.entries()) {
      const difference = Math.abs(value - (other.values[place] ?? NaN));
      if (!Number.isFinite(difference)) {
        return failed('export.notFinite', { output: output.name });
      }
      maxDifference = Math.max(maxDifference, difference);
      isSame &&= difference <= tolerance * Math.max(1, Math.abs(value));
    }
    numbers += output.values.length;
  }
  if (!isSame) {
    return failed('export.differs', {
      maxDifference: Number(maxDifference.toPrecision(2)),
      tolerance,
    });
  }
  const examples = expected[0]?.shape[0] ?? 0;
  return { kind: 'verified', maxDifference, examples, outputs: numbers };
}

/** A verification that failed. */
export function failed(
  code: string,
  values: Readonly<Record<string, string | number | null | readonly number[]>>,
): Verification {
  return { kind: 'failed', problem: { code, severity: 'error', values } };
}
