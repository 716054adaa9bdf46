import type { Problem } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

type Fits = (outputShape: Shape, lastActivation: string | null) => Problem | null;

/** A loss that takes whatever the last layer gives. */
export const fitsAlways: Fits = () => null;

/** A loss whose output must lie in the range of certain activations. Problem: `training.lossNeedsActivation`. */
export function needsActivation(loss: string, activations: readonly string[]): Fits {
  return (_shape, activation) =>
    activation === null || activations.includes(activation)
      ? null
      : problem('training.lossNeedsActivation', { loss, activation, expected: activations });
}

/**
 * A loss that compares the classes of the last axis. Problems: `training.lossNeedsClasses` when there is one number
 * only, `training.lossNeedsActivation`.
 */
export function needsClasses(loss: string, activations: readonly string[] | null): Fits {
  return (shape, activation) => {
    const classes = shape.at(-1);
    if (classes === undefined || classes === 1) {
      return problem('training.lossNeedsClasses', { loss, shape });
    }
    return activations === null ? null : needsActivation(loss, activations)(shape, activation);
  };
}

function problem(code: string, values: Problem['values']): Problem {
  return { code, severity: 'error', values };
}
