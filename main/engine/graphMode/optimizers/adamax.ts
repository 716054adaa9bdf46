import { apply, constantOf, numberOf } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';
import type { GraphOptimizer } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';

/** Adamax. */
export const adamax: GraphOptimizer = {
  kind: 'adamax',
  slots: () => [0, 0],
  perStep: (values, step) => [numberOf(values, 'beta1') ** step],
  write(update) {
    const { perStep, learningRate, gradient, values } = update;
    const [beta1Power = ''] = perStep;
    apply(update, 'ResourceApplyAdaMax', [
      beta1Power,
      learningRate,
      ...['beta1', 'beta2', 'epsilon'].map((name) => constantOf(update, numberOf(values, name))),
      gradient,
    ]);
  },
};
