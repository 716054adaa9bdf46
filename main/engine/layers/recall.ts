import * as tf from '@tensorflow/tfjs';

/**
 * Of what is yes, the share that was called yes, over one batch; 0 where nothing is. Targets are 0 or 1. `weight` tells
 * how much is yes: with it the mean over batches is the recall over all of their examples.
 */
export function recall({ threshold }: { readonly threshold: number }) {
  const measure = (targets: tf.Tensor, outputs: tf.Tensor): tf.Tensor =>
    tf.tidy(() => {
      const called = tf.cast(tf.greater(outputs, threshold), 'float32');
      return tf.divNoNan(tf.sum(tf.mul(called, targets)), tf.sum(targets));
    });
  const weight = (targets: tf.Tensor): tf.Tensor => tf.tidy(() => tf.sum(targets));
  return Object.assign(measure, { weight });
}
