import * as tf from '@tensorflow/tfjs';
import type { Check } from '#main/engine/devices/checks/check.ts';
import { equal, linear } from '#main/engine/devices/checks/check.ts';
import { batchNormalizationOverAxis } from '#main/engine/layers/batchNormalizationOverAxis.ts';
import { bilinearUpSampling2d } from '#main/engine/layers/bilinearUpSampling2d.ts';
import { dilatedDepthwiseConv2d } from '#main/engine/layers/dilatedDepthwiseConv2d.ts';
import { thresholdedReLU } from '#main/engine/layers/thresholdedReLU.ts';

const image = [2, 9, 8, 3];

/** Numbers from 1 on as an image of one channel. */
function counting(height: number, width: number): tf.Tensor4D {
  return tf.range(1, height * width + 1).reshape([1, height, width, 1]);
}

/** Ones in the corners of a kernel, so that a sum tells which pixels it saw. */
const corners = { kernelSize: 2, depthwiseInitializer: 'ones', useBias: false } as const;

/** What the layers of ours are made of. */
export const layerChecks: readonly Check[] = [
  linear(
    'a depthwise convolution of every third row and second column',
    [image, [3, 2, 3, 2]],
    (x, k) =>
      tf.batchToSpaceND(
        tf.depthwiseConv2d(
          tf.spaceToBatchND(
            x as tf.Tensor4D,
            [3, 2],
            [
              [1, 2],
              [0, 2],
            ],
          ),
          k as tf.Tensor4D,
          1,
          'valid',
        ),
        [3, 2],
        [
          [0, 2],
          [0, 1],
        ],
      ),
  ),
  linear('a dilated depthwise layer', [image], (x) =>
    applied(dilatedDepthwiseConv2d({ ...corners, dilationRate: [2, 3], padding: 'same' }), x),
  ),
  equal('the pixels that a dilated depthwise layer sees', () => {
    const layer = dilatedDepthwiseConv2d({ ...corners, dilationRate: [2, 1] });
    // 1 + 2 + 7 + 8, 2 + 3 + 8 + 9, 4 + 5 + 10 + 11, …
    return Promise.resolve([applied(layer, counting(4, 3)), [18, 22, 30, 34]]);
  }),
  linear('a bilinear enlargement', [image], (x) =>
    applied(bilinearUpSampling2d({ size: [3, 2], interpolation: 'bilinear' }), x),
  ),
  equal('the pixels of a bilinear enlargement', () => {
    const layer = bilinearUpSampling2d({ size: [1, 2], interpolation: 'bilinear' });
    return Promise.resolve([applied(layer, counting(1, 3)), [1, 1.25, 1.75, 2.25, 2.75, 3]]);
  }),
  linear('batch normalization over the first axis', [image], (x) =>
    applied(batchNormalizationOverAxis({ axis: 1, movingVarianceInitializer: 'ones' }), x),
  ),
  equal('a threshold and its gradient', () => {
    const x = tf.tensor1d([-1, 0.5, 2]);
    const above = (t: tf.Tensor): tf.Tensor => applied(thresholdedReLU({ theta: 0.5 }), t);
    return Promise.resolve([tf.concat([above(x), tf.grad(above)(x)]), [0, 0, 2, 0, 0, 1]]);
  }),
];

function applied(layer: tf.layers.Layer, x: tf.Tensor): tf.Tensor {
  return layer.apply(x) as tf.Tensor;
}
