import * as tf from '@tensorflow/tfjs';

/**
 * Of what was called yes, the share that is yes, over one batch; 0 where nothing was. Targets are 0 or 1. `weight` tells
 * how much was called yes: with it the mean over batches is the precision over all of their examples.
 */
export function precision({ threshold }: { readonly threshold: number }) {
  const called = (outputs: tf.Tensor): tf.Tensor =>
    tf.cast(tf.greater(outputs, threshold), 'float32');
  const measure = (targets: tf.Tensor, outputs: tf.Tensor): tf.Tensor =>
    tf.tidy(() => {
      const yes = called(outputs);
      return tf.divNoNan(tf.sum(tf.mul(yes, targets)), tf.sum(yes));
    });
  const weight = (_targets: tf.Tensor, outputs: tf.Tensor): tf.Tensor =>
    tf.tidy(() => tf.sum(called(outputs)));
  return Object.assign(measure, { weight });
}
