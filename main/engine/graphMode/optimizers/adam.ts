import { apply, constantOf, numberOf } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';
import type { GraphOptimizer } from '#main/engine/graphMode/optimizers/graphOptimizer.ts';

/**
 * Adam. tfjs adds epsilon after the bias correction, TensorFlow before it: epsilon is fed times the correction's root,
 * which makes both the same.
 */
export const adam: GraphOptimizer = {
  kind: 'adam',
  slots: () => [0, 0],
  perStep(values, step) {
    const beta2Power = numberOf(values, 'beta2') ** step;
    return [
      numberOf(values, 'beta1') ** step,
      beta2Power,
      numberOf(values, 'epsilon') * Math.sqrt(1 - beta2Power),
    ];
  },
  write(update) {
    const { perStep, learningRate, gradient, values } = update;
    const [beta1Power = '', beta2Power = '', epsilon = ''] = perStep;
    apply(update, 'ResourceApplyAdam', [
      beta1Power,
      beta2Power,
      learningRate,
      constantOf(update, numberOf(values, 'beta1')),
      constantOf(update, numberOf(values, 'beta2')),
      epsilon,
      gradient,
    ]);
  },
};
