import * as tf from '@tensorflow/tfjs';

/** Of what is yes, the share that was called yes, over one batch; 0 where nothing is. Targets are 0 or 1. */
export function recall({ threshold }: { readonly threshold: number }) {
  return (targets: tf.Tensor, outputs: tf.Tensor): tf.Tensor =>
    tf.tidy(() => {
      const called = tf.cast(tf.greater(outputs, threshold), 'float32');
      const right = tf.sum(tf.mul(called, targets));
      return tf.divNoNan(right, tf.sum(targets));
    });
}
