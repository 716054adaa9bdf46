import { attribute } from '#main/engine/graphMode/attributes.ts';
import { apply, constantOf, numberOf } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';
import type { GraphOptimizer } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';
import { applyRows, RowArithmetic } from '#main/engine/graphMode/optimizers/sparseRows.ts';

/** Gradient descent, with momentum where it is above 0. */
export const sgd: GraphOptimizer = {
  kind: 'sgd',
  slots: (values) => (numberOf(values, 'momentum') > 0 ? [0] : []),
  perStep: () => [],
  write(update) {
    const { learningRate, gradient, values } = update;
    const momentum = numberOf(values, 'momentum');
    if (momentum > 0) {
      apply(
        update,
        'ResourceApplyMomentum',
        [learningRate, gradient, constantOf(update, momentum)],
        { use_nesterov: attribute.boolean(values['nesterov'] === true) },
      );
    } else {
      apply(update, 'ResourceApplyGradientDescent', [learningRate, gradient]);
    }
  },
  isExactOnRows: (values) => numberOf(values, 'momentum') === 0,
  writeRows(update, rows) {
    const { learningRate, gradient, values } = update;
    const momentum = numberOf(values, 'momentum');
    if (momentum > 0) {
      applyRows(
        update,
        'ResourceSparseApplyMomentum',
        [learningRate, gradient, rows, constantOf(update, momentum)],
        { use_nesterov: attribute.boolean(values['nesterov'] === true) },
      );
      return;
    }
    const row = new RowArithmetic(update, rows);
    row.finish([], row.op('Mul', gradient, learningRate));
  },
};
