import { apply, constantOf, numberOf } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';
import type { GraphOptimizer } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';
import { applyRows } from '#main/engine/graphMode/optimizers/sparseRows.ts';

/** RMSprop; both libraries keep epsilon inside the root. */
export const rmsprop: GraphOptimizer = {
  kind: 'rmsprop',
  slots: () => [0, 0],
  perStep: () => [],
  write(update) {
    const { learningRate, gradient, values } = update;
    const constants = ['rho', 'momentum', 'epsilon'].map((name) =>
      constantOf(update, numberOf(values, name)),
    );
    apply(update, 'ResourceApplyRMSProp', [learningRate, ...constants, gradient]);
  },
  writeRows(update, rows) {
    const { learningRate, gradient, values } = update;
    const constants = ['rho', 'momentum', 'epsilon'].map((name) =>
      constantOf(update, numberOf(values, name)),
    );
    applyRows(
      update,
      values['centered'] === true
        ? 'ResourceSparseApplyCenteredRMSProp'
        : 'ResourceSparseApplyRMSProp',
      [learningRate, ...constants, gradient, rows],
    );
  },
};
