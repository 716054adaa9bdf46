import { apply, constantOf, numberOf } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';
import type { GraphOptimizer } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';

/** RMSprop; both libraries keep epsilon inside the root. Centered: the mean gradient comes before the mean square. */
export const rmsprop: GraphOptimizer = {
  kind: 'rmsprop',
  slots: ({ centered }) => (centered === true ? [0, 0, 0] : [0, 0]),
  perStep: () => [],
  write(update) {
    const { learningRate, gradient, values } = update;
    const constants = ['rho', 'momentum', 'epsilon'].map((name) =>
      constantOf(update, numberOf(values, name)),
    );
    apply(
      update,
      values['centered'] === true ? 'ResourceApplyCenteredRMSProp' : 'ResourceApplyRMSProp',
      [learningRate, ...constants, gradient],
    );
  },
};
