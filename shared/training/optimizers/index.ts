import type { OptimizerDefinition } from '#shared/training/catalogue.ts';
import { adadelta } from '#shared/training/optimizers/adadelta.ts';
import { adagrad } from '#shared/training/optimizers/adagrad.ts';
import { adam } from '#shared/training/optimizers/adam.ts';
import { adamax } from '#shared/training/optimizers/adamax.ts';
import { rmsprop } from '#shared/training/optimizers/rmsprop.ts';
import { sgd } from '#shared/training/optimizers/sgd.ts';

/** The optimizers, in the order in which they are offered. */
export const optimizers: readonly OptimizerDefinition[] = [
  adam,
  sgd,
  rmsprop,
  adagrad,
  adadelta,
  adamax,
];

/** The optimizer of this kind. */
export function findOptimizer(kind: string): OptimizerDefinition | undefined {
  return optimizers.find((definition) => definition.kind === kind);
}
