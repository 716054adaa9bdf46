import * as tf from '@tensorflow/tfjs';
import { argument, overrideKernel } from '#main/engine/devices/kernels/overrideKernel.ts';

/** A shader may use eight buffers: seven inputs and the result. */
const mostInputs = 7;

/**
 * Sums of more than seven tensors, and sums by segments: ids outside of 0 … numSegments − 1 are dropped, as in
 * TensorFlow, instead of being added to the last row.
 */
export function registerSums(): void {
  overrideKernel<object, unknown>('webgpu', 'AddN', ({ inputs, attrs }, stock) => {
    const tensors = Object.values(inputs);
    if (tensors.length <= mostInputs) return stock(inputs, attrs);
    return tf.tidy(() => {
      let sum = tf.addN(tensors.slice(0, mostInputs));
      for (let i = mostInputs; i < tensors.length; i += mostInputs - 1) {
        sum = tf.addN([sum, ...tensors.slice(i, i + mostInputs - 1)]);
      }
      return sum;
    });
  });
  overrideKernel<{ readonly numSegments: number }, unknown>(
    'webgpu',
    'UnsortedSegmentSum',
    ({ inputs, attrs }, stock) => {
      const x = argument(inputs, 'x');
      const segmentIds = argument(inputs, 'segmentIds');
      const { numSegments } = attrs;
      return tf.tidy(() => {
        const isInside = tf.logicalAnd(
          segmentIds.greaterEqual(tf.scalar(0, 'int32')),
          segmentIds.less(tf.scalar(numSegments, 'int32')),
        );
        // What is dropped goes to a row of its own, which is cut off.
        const extra = tf.onesLike(segmentIds).mul(tf.scalar(numSegments, 'int32'));
        const sums = stock(
          { x, segmentIds: tf.where(isInside, segmentIds, extra) },
          { ...attrs, numSegments: numSegments + 1 },
        );
        const [, ...row] = sums.shape;
        return sums.slice(
          sums.shape.map(() => 0),
          [numSegments, ...row],
        );
      });
    },
  );
}
