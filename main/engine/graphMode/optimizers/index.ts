import { adadelta } from '#main/engine/graphMode/optimizers/adadelta.ts';
import { adagrad } from '#main/engine/graphMode/optimizers/adagrad.ts';
import { adam } from '#main/engine/graphMode/optimizers/adam.ts';
import { adamax } from '#main/engine/graphMode/optimizers/adamax.ts';
import type { GraphOptimizer } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';
import { rmsprop } from '#main/engine/graphMode/optimizers/rmsprop.ts';
import { sgd } from '#main/engine/graphMode/optimizers/sgd.ts';

/** The optimizers that graphs can hold. */
const graphOptimizers: readonly GraphOptimizer[] = [sgd, rmsprop, adagrad, adadelta, adam, adamax];

/** The optimizer of this kind. */
export function findGraphOptimizer(kind: string): GraphOptimizer | undefined {
  return graphOptimizers.find((optimizer) => optimizer.kind === kind);
}
