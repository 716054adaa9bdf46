import * as tf from '@tensorflow/tfjs';

/** Of what was called yes, the share that is yes, over one batch; 0 where nothing was. Targets are 0 or 1. */
export function precision({ threshold }: { readonly threshold: number }) {
  return (targets: tf.Tensor, outputs: tf.Tensor): tf.Tensor =>
    tf.tidy(() => {
      const called = tf.cast(tf.greater(outputs, threshold), 'float32');
      const right = tf.sum(tf.mul(called, targets));
      return tf.divNoNan(right, tf.sum(called));
    });
}
