import * as tf from '@tensorflow/tfjs';
import { overrideGradient, saved } from '#main/engine/devices/gradients/overrideGradient.ts';

/**
 * Batch normalization over an axis other than the last: its parameters are `[1, …, channels, …, 1]`, which tfjs's own
 * gradient cannot reshape.
 */
export function registerBatchNormalization(): void {
  const names = ['x', 'mean', 'variance', 'scale'];
  overrideGradient('FusedBatchNorm', names, (dy, tensors, map) => {
    const x = saved(tensors, 0);
    const mean = saved(tensors, 1);
    const variance = saved(tensors, 2);
    const scale = tensors[3] ?? tf.scalar(1);
    if (mean.rank === 1 && variance.rank === 1) return null;
    const axes = mean.shape.flatMap((size, axis) =>
      size === 1 && x.shape[axis] !== 1 ? [axis] : [],
    );
    const sum = (tensor: tf.Tensor): tf.Tensor => tf.sum(tensor, axes, true).reshape(mean.shape);
    const inverse = tf.rsqrt(tf.add(variance, map['varianceEpsilon'] as number));
    const centred = tf.sub(x, mean);
    return {
      x: () => tf.mul(dy, tf.mul(inverse, scale)),
      mean: () => sum(tf.mul(dy, tf.neg(tf.mul(inverse, scale)))),
      variance: () =>
        sum(
          tf.mul(
            tf.mul(dy, centred),
            tf.mul(tf.mul(inverse, tf.square(inverse)), tf.mul(scale, -0.5)),
          ),
        ),
      scale: () => sum(tf.mul(tf.mul(dy, centred), inverse)),
      offset: () => sum(dy),
    };
  });
}
