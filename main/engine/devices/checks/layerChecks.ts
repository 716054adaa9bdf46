import * as tf from '@tensorflow/tfjs';
import type { Check } from '#main/engine/devices/checks/check.ts';
import { differentiable, equal, linear, random } from '#main/engine/devices/checks/check.ts';
import { additiveAttention, attention } from '#main/engine/layers/attention.ts';
import { batchNormalizationOverAxis } from '#main/engine/layers/batchNormalizationOverAxis.ts';
import { bilinearUpSampling2d } from '#main/engine/layers/bilinearUpSampling2d.ts';
import { categoryEncoding } from '#main/engine/layers/categoryEncoding.ts';
import { conv1dTranspose } from '#main/engine/layers/conv1dTranspose.ts';
import { depthwiseConv1d, separableConv1d } from '#main/engine/layers/depthwiseConv1d.ts';
import { dilatedDepthwiseConv2d } from '#main/engine/layers/dilatedDepthwiseConv2d.ts';
import { globalAveragePooling3d, globalMaxPooling3d } from '#main/engine/layers/globalPooling3d.ts';
import { centerCrop, resizing } from '#main/engine/layers/imageSizes.ts';
import { multiHeadAttention } from '#main/engine/layers/multiHeadAttention.ts';
import {
  groupNormalization,
  rmsNormalization,
  unitNormalization,
} from '#main/engine/layers/normalizations.ts';
import { positionEmbedding, sinusoidalPositionEncoding } from '#main/engine/layers/positions.ts';
import {
  gather,
  matMul,
  reduce,
  slice,
  split,
  stack,
  subtract,
} from '#main/engine/layers/operations.ts';
import { cropping3D, zeroPadding3d } from '#main/engine/layers/sides.ts';
import { thresholdedReLU } from '#main/engine/layers/thresholdedReLU.ts';
import { upSampling3d } from '#main/engine/layers/upSampling.ts';

const image = [2, 9, 8, 3];
const volume = [2, 3, 5, 4, 2];

/** A kernel whose cells all differ. */
const ramp = tf.initializers.randomUniform({ minval: -1, maxval: 1, seed: 3 });

/** Query, values and keys. */
const threeSequences = [3, 4, 5].map((seed) => () => random([2, 4, 3], seed));

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
  linear('a transposed convolution of a sequence', [[2, 5, 3]], (x) =>
    applied(conv1dTranspose({ filters: 2, kernelSize: 4, strides: 3, kernelInitializer: ramp }), x),
  ),
  linear('a depthwise convolution of every third step', [[2, 9, 3]], (x) =>
    applied(
      depthwiseConv1d({
        kernelSize: 3,
        dilationRate: 3,
        padding: 'same',
        depthwiseInitializer: ramp,
      }),
      x,
    ),
  ),
  linear('a separable convolution of a sequence', [[2, 9, 3]], (x) =>
    applied(
      separableConv1d({ filters: 2, kernelSize: 3, strides: 2, depthwiseInitializer: ramp }),
      x,
    ),
  ),
  linear('zeros around a volume', [volume], (x) =>
    applied(
      zeroPadding3d({
        padding: [
          [0, 1],
          [2, 1],
          [1, 0],
        ],
      }),
      x,
    ),
  ),
  linear('a volume without its sides', [volume], (x) =>
    applied(
      cropping3D({
        cropping: [
          [0, 1],
          [2, 1],
          [1, 0],
        ],
      }),
      x,
    ),
  ),
  linear('an enlarged volume', [volume], (x) => applied(upSampling3d({ size: [1, 3, 2] }), x)),
  linear('the means of volumes', [volume], (x) => applied(globalAveragePooling3d(), x)),
  linear('an image of another size', [image], (x) =>
    applied(
      resizing({ height: 5, width: 11, interpolation: 'bilinear', cropToAspectRatio: false }),
      x,
    ),
  ),
  equal('the pixels of an image of another size', () => {
    const size = { height: 1, interpolation: 'bilinear', cropToAspectRatio: false };
    const wider = applied(resizing({ ...size, width: 6 }), counting(1, 3));
    const nearest = resizing({ ...size, width: 2, interpolation: 'nearest' });
    return Promise.resolve([
      tf.concat([wider.flatten(), applied(nearest, counting(1, 5)).flatten()]),
      [1, 1.25, 1.75, 2.25, 2.75, 3, 2, 4],
    ]);
  }),
  equal('the middle of an image', () =>
    Promise.resolve([applied(centerCrop({ height: 1, width: 2 }), counting(3, 5)), [7, 8]]),
  ),
  equal('categories as zeros and ones', () => {
    const x = tf.tensor2d([0, 2, 2, 1, 1, 1], [2, 3], 'int32');
    const encode = (outputMode: string): tf.Tensor =>
      applied(categoryEncoding({ numTokens: 3, outputMode }), x);
    return Promise.resolve([
      tf.concat([encode('multiHot'), encode('count')]),
      [1, 0, 1, 0, 1, 0, 1, 0, 2, 0, 3, 0],
    ]);
  }),
  equal('the largest numbers of volumes', async () => {
    const x = random(volume, 5);
    const want = await x.reshape([2, -1, 2]).max(1).data();
    return [applied(globalMaxPooling3d(), x), want];
  }),
  differentiable('normalization of groups', [() => random([2, 4, 3, 6], 3)], (x) =>
    applied(groupNormalization({ groups: 2, gammaInitializer: ramp }), x),
  ),
  differentiable('normalization by the mean square', [() => random([2, 4, 6], 3)], (x) =>
    applied(rmsNormalization({}), x),
  ),
  differentiable('vectors of length 1', [() => random([2, 4, 6], 3)], (x) =>
    applied(unitNormalization({ axis: 1 }), x),
  ),
  linear('a part of an axis', [[2, 5, 4]], (x) =>
    applied(slice({ axis: 1, start: -3, end: -1 }), x),
  ),
  linear('equal parts of an axis', [[2, 5, 6]], (x) => {
    const [first, second, third] = split({ parts: 3 }).apply(x) as tf.Tensor3D[];
    if (first === undefined || second === undefined || third === undefined) {
      throw new Error('A part is missing.');
    }
    return tf.concat([third, tf.mul(first, 2), tf.mul(second, 3)]);
  }),
  linear('the chosen places of an axis', [[2, 5, 4]], (x) =>
    applied(gather({ axis: 1, indices: [4, 0, 4] }), x),
  ),
  linear(
    'two tensors side by side',
    [
      [2, 5, 4],
      [2, 5, 4],
    ],
    (x, y) => appliedTo(stack({ axis: 2 }), [x, y]),
  ),
  linear(
    'a product of matrices',
    [
      [2, 3, 5, 4],
      [2, 3, 6, 4],
    ],
    (x, y) => appliedTo(matMul({ transposeB: true }), [x, y]),
  ),
  linear(
    'a difference',
    [
      [2, 4],
      [2, 5, 4],
    ],
    (x, y) => appliedTo(subtract({}), [x, y]),
  ),
  linear('means along two axes', [[2, 5, 3, 4]], (x) =>
    applied(reduce({ operation: 'mean', axes: [1, -1], keepDims: true }), x),
  ),
  equal('the largest and the smallest of an axis, and their gradients', () => {
    const x = tf.tensor2d([1, 5, 3], [1, 3]);
    const best = (operation: string) => (t: tf.Tensor) =>
      applied(reduce({ operation, axes: [1], keepDims: true }), t);
    return Promise.resolve([
      tf.concat(
        ['max', 'min'].flatMap((each) => [best(each)(x), tf.grad(best(each))(x)]),
        1,
      ),
      [5, 0, 1, 0, 1, 1, 0, 0],
    ]);
  }),
  linear('trained positions', [[2, 4, 3]], (x) =>
    applied(positionEmbedding({ maxLength: 5, embeddingsInitializer: 'zeros' }), x),
  ),
  equal('waves that tell positions', () =>
    Promise.resolve([
      applied(sinusoidalPositionEncoding({}), tf.zeros([1, 2, 4])),
      [0, 1, 0, 1, Math.sin(1), Math.cos(1), Math.sin(0.01), Math.cos(0.01)],
    ]),
  ),
  differentiable('attention of several heads', threeSequences, (query, value, key) => {
    const args = { numHeads: 2, keyDim: 3, valueDim: 4, useCausalMask: true };
    return appliedTo(
      multiHeadAttention({ ...args, kernelInitializer: ramp, biasInitializer: ramp }),
      [query, value, key],
    );
  }),
  differentiable('attention by products', threeSequences, (query, value, key) =>
    appliedTo(attention({ useScale: true, useCausalMask: true }), [query, value, key]),
  ),
  differentiable('attention by sums', threeSequences, (query, value, key) =>
    appliedTo(additiveAttention({ useScale: false }), [query, value, key]),
  ),
  equal('what attention sees where the future is hidden', () => {
    const values = tf.tensor3d([4, 8, 3], [1, 3, 1]);
    const alike = tf.zeros([1, 3, 1]);
    const causal = attention({ useCausalMask: true });
    return Promise.resolve([appliedTo(causal, [alike, values, alike]), [4, 6, 5]]);
  }),
];

function appliedTo(layer: tf.layers.Layer, tensors: (tf.Tensor | undefined)[]): tf.Tensor {
  return layer.apply(tensors.flatMap((tensor) => tensor ?? [])) as tf.Tensor;
}

function applied(layer: tf.layers.Layer, x: tf.Tensor): tf.Tensor {
  return layer.apply(x) as tf.Tensor;
}
