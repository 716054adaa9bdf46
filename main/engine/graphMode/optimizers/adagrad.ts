import { apply, numberOf } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';
import type { GraphOptimizer } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';
import { applyRows } from '#main/engine/graphMode/optimizers/sparseRows.ts';

/** tfjs adds this to the sum under the root in each step, TensorFlow nothing: a sum that starts higher is the same. */
const epsilon = 1e-7;

/** Adagrad. */
export const adagrad: GraphOptimizer = {
  kind: 'adagrad',
  slots: (values) => [numberOf(values, 'initialAccumulatorValue') + epsilon],
  perStep: () => [],
  write(update) {
    apply(update, 'ResourceApplyAdagrad', [update.learningRate, update.gradient]);
  },
  isExactOnRows: () => true,
  writeRows(update, rows) {
    const { learningRate, gradient } = update;
    applyRows(update, 'ResourceSparseApplyAdagrad', [learningRate, gradient, rows]);
  },
};
