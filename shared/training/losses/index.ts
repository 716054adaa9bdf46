import type { LossDefinition } from '#shared/training/catalogue.ts';
import { binaryCrossentropy } from '#shared/training/losses/binaryCrossentropy.ts';
import { categoricalCrossentropy } from '#shared/training/losses/categoricalCrossentropy.ts';
import { categoricalHinge } from '#shared/training/losses/categoricalHinge.ts';
import { cosineProximity } from '#shared/training/losses/cosineProximity.ts';
import { hinge } from '#shared/training/losses/hinge.ts';
import { kullbackLeiblerDivergence } from '#shared/training/losses/kullbackLeiblerDivergence.ts';
import { logcosh } from '#shared/training/losses/logcosh.ts';
import { meanAbsoluteError } from '#shared/training/losses/meanAbsoluteError.ts';
import { meanAbsolutePercentageError } from '#shared/training/losses/meanAbsolutePercentageError.ts';
import { meanSquaredError } from '#shared/training/losses/meanSquaredError.ts';
import { meanSquaredLogarithmicError } from '#shared/training/losses/meanSquaredLogarithmicError.ts';
import { poisson } from '#shared/training/losses/poisson.ts';
import { sparseCategoricalCrossentropy } from '#shared/training/losses/sparseCategoricalCrossentropy.ts';
import { squaredHinge } from '#shared/training/losses/squaredHinge.ts';

/** The losses, in the order in which they are offered. */
export const losses: readonly LossDefinition[] = [
  meanSquaredError,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanSquaredLogarithmicError,
  logcosh,
  poisson,
  binaryCrossentropy,
  categoricalCrossentropy,
  sparseCategoricalCrossentropy,
  kullbackLeiblerDivergence,
  hinge,
  squaredHinge,
  categoricalHinge,
  cosineProximity,
];

/** The loss of this kind. */
export function findLoss(kind: string): LossDefinition | undefined {
  return losses.find((definition) => definition.kind === kind);
}
