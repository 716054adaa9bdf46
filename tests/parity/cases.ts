import type { ParamValues } from '#shared/layers/params.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** One configuration of a layer in which tfjs and Keras must agree. */
export interface ParityCase {
  readonly inputs: readonly Shape[];
  readonly params?: ParamValues;
  /** Why no training step is compared; absent: it is. */
  readonly noTraining?: string;
}

const random = 'Both libraries drop numbers by chance while training.';

const image: Shape = [6, 5, 3];
const imageFirst: Shape = [3, 6, 5];
const sequence: Shape = [6, 4];
const volume: Shape = [4, 5, 6, 2];
const volumeFirst: Shape = [2, 4, 5, 6];
/** Three images of 5 × 4. */
const film: Shape = [3, 5, 4, 2];
const activations = ['relu6', 'elu', 'selu', 'gelu', 'swish', 'mish', 'sigmoid', 'tanh', 'softmax'];
const moreActivations = ['logSoftmax', 'softplus', 'softsign', 'linear', 'relu'];

/** Cases by layer. Initializers, regularizers and constraints get a case of their own in the test. */
export const cases: Readonly<Record<string, readonly ParityCase[]>> = {
  dense: [
    { inputs: [[5]], params: { units: 3, activation: 'relu' } },
    { inputs: [[4, 5]], params: { units: 3, useBias: false, trainable: false } },
  ],
  embedding: [
    { inputs: [[4]], params: { inputDim: 7, outputDim: 3 } },
    { inputs: [[2, 3]], params: { inputDim: 7, outputDim: 3, maskZero: true, trainable: false } },
  ],
  categoryEncoding: [
    { inputs: [[4]] },
    { inputs: [[4]], params: { numTokens: 7, outputMode: 'oneHot' } },
    { inputs: [[1]], params: { numTokens: 5, outputMode: 'oneHot' } },
    { inputs: [[6]], params: { numTokens: 4, outputMode: 'count' } },
  ],
  masking: [{ inputs: [sequence] }, { inputs: [[1, 1]], params: { maskValue: 0.5 } }],
  conv1d: [
    { inputs: [sequence], params: { filters: 3, kernelSize: 2, strides: 2, activation: 'tanh' } },
    { inputs: [sequence], params: { filters: 2, padding: 'same', useBias: false } },
    { inputs: [sequence], params: { filters: 2, strides: 2, padding: 'same', trainable: false } },
    { inputs: [sequence], params: { filters: 2, dilationRate: 2 } },
  ],
  conv2d: [
    { inputs: [image], params: { filters: 2, kernelSize: [2, 3], strides: [2, 1] } },
    { inputs: [image], params: { filters: 2, strides: [2, 2], padding: 'same', useBias: false } },
    {
      inputs: [imageFirst],
      params: { filters: 2, dataFormat: 'channelsFirst', activation: 'elu' },
    },
    {
      inputs: [image],
      params: { filters: 2, dilationRate: [2, 1], trainable: false },
    },
  ],
  conv2dTranspose: [
    { inputs: [image], params: { filters: 2, kernelSize: [2, 3], strides: [2, 1] } },
    { inputs: [image], params: { filters: 2, strides: [2, 2], padding: 'same', useBias: false } },
    { inputs: [image], params: { filters: 2, padding: 'same', trainable: false } },
    {
      inputs: [imageFirst],
      params: { filters: 2, dataFormat: 'channelsFirst', activation: 'elu' },
    },
  ],
  conv3d: [
    { inputs: [volume], params: { filters: 2, kernelSize: [2, 3, 1], strides: [2, 1, 3] } },
    {
      inputs: [volume],
      params: { filters: 2, strides: [2, 2, 2], padding: 'same', useBias: false },
    },
    {
      inputs: [volumeFirst],
      params: { filters: 2, dataFormat: 'channelsFirst', activation: 'elu' },
    },
    {
      inputs: [volume],
      params: { filters: 2, kernelSize: [2, 2, 2], dilationRate: [2, 2, 2] },
    },
    {
      inputs: [volume],
      params: { filters: 2, kernelSize: [2, 2, 2], dilationRate: [2, 1, 3], trainable: false },
    },
  ],
  conv3dTranspose: [
    { inputs: [volume], params: { filters: 2, kernelSize: [2, 3, 1], strides: [2, 1, 2] } },
    {
      inputs: [volume],
      params: { filters: 3, strides: [2, 2, 2], padding: 'same', useBias: false },
    },
    { inputs: [volume], params: { filters: 2, padding: 'same', trainable: false } },
    {
      inputs: [volumeFirst],
      params: { filters: 2, dataFormat: 'channelsFirst', activation: 'elu' },
    },
  ],
  conv1dTranspose: [
    { inputs: [sequence], params: { filters: 2, kernelSize: 4, strides: 2, activation: 'tanh' } },
    { inputs: [sequence], params: { filters: 3, strides: 2, padding: 'same', useBias: false } },
    { inputs: [sequence], params: { filters: 2, kernelSize: 2, strides: 3, trainable: false } },
  ],
  depthwiseConv1d: [
    { inputs: [sequence], params: { kernelSize: 2, strides: 2, depthMultiplier: 2 } },
    { inputs: [sequence], params: { padding: 'same', activation: 'relu', useBias: false } },
    { inputs: [sequence], params: { kernelSize: 2, dilationRate: 3, depthMultiplier: 2 } },
    { inputs: [sequence], params: { padding: 'same', dilationRate: 2, activation: 'tanh' } },
    { inputs: [sequence], params: { strides: 2, padding: 'same', trainable: false } },
  ],
  separableConv1d: [
    { inputs: [sequence], params: { filters: 3, kernelSize: 2, strides: 2, depthMultiplier: 2 } },
    {
      inputs: [sequence],
      params: { filters: 2, padding: 'same', activation: 'relu', useBias: false },
    },
    { inputs: [sequence], params: { filters: 2, dilationRate: 2 } },
    { inputs: [sequence], params: { filters: 2, trainable: false } },
  ],
  depthwiseConv2d: [
    { inputs: [image], params: { kernelSize: [2, 3], strides: [2, 2], depthMultiplier: 2 } },
    { inputs: [image], params: { padding: 'same', activation: 'relu', useBias: false } },
    { inputs: [imageFirst], params: { dataFormat: 'channelsFirst', trainable: false } },
    { inputs: [image], params: { kernelSize: [2, 3], dilationRate: [3, 2], depthMultiplier: 2 } },
    { inputs: [image], params: { padding: 'same', dilationRate: [2, 3], activation: 'tanh' } },
    {
      inputs: [imageFirst],
      params: { dataFormat: 'channelsFirst', kernelSize: [3, 2], dilationRate: [2, 1] },
    },
  ],
  separableConv2d: [
    {
      inputs: [image],
      params: { filters: 4, kernelSize: [2, 3], strides: [2, 2], depthMultiplier: 2 },
    },
    {
      inputs: [image],
      params: { filters: 2, padding: 'same', activation: 'relu', useBias: false },
    },
    {
      inputs: [image],
      params: { filters: 2, dilationRate: [2, 2], trainable: false },
    },
  ],
  maxPooling1d: [
    { inputs: [sequence], params: { poolSize: 3, strides: 2 } },
    { inputs: [sequence], params: { padding: 'same', poolSize: 4 } },
  ],
  maxPooling2d: [
    { inputs: [image], params: { poolSize: [3, 2], strides: [2, 1] } },
    { inputs: [image], params: { padding: 'same' } },
    { inputs: [imageFirst], params: { dataFormat: 'channelsFirst' } },
  ],
  averagePooling1d: [
    { inputs: [sequence], params: { poolSize: 3, strides: 2 } },
    { inputs: [sequence], params: { padding: 'same', poolSize: 4 } },
  ],
  averagePooling2d: [
    { inputs: [image], params: { poolSize: [3, 2], strides: [2, 1] } },
    { inputs: [image], params: { padding: 'same' } },
    { inputs: [imageFirst], params: { dataFormat: 'channelsFirst' } },
  ],
  maxPooling3d: [
    { inputs: [volume], params: { poolSize: [3, 2, 1], strides: [2, 1, 2] } },
    { inputs: [volume], params: { padding: 'same' } },
    { inputs: [volumeFirst], params: { dataFormat: 'channelsFirst' } },
  ],
  averagePooling3d: [
    { inputs: [volume], params: { poolSize: [3, 2, 1], strides: [2, 1, 2] } },
    { inputs: [volume], params: { padding: 'same' } },
    { inputs: [volumeFirst], params: { dataFormat: 'channelsFirst' } },
  ],
  globalMaxPooling1d: [{ inputs: [sequence] }],
  globalMaxPooling2d: [
    { inputs: [image] },
    { inputs: [imageFirst], params: { dataFormat: 'channelsFirst' } },
  ],
  globalAveragePooling1d: [{ inputs: [sequence] }],
  globalAveragePooling2d: [
    { inputs: [image] },
    { inputs: [imageFirst], params: { dataFormat: 'channelsFirst' } },
  ],
  reduce: [
    { inputs: [sequence] },
    { inputs: [image], params: { operation: 'sum', axes: [1, -1] } },
    { inputs: [image], params: { operation: 'max', axes: [-2], keepDims: true } },
    { inputs: [sequence], params: { operation: 'min', axes: [2] } },
  ],
  globalMaxPooling3d: [
    { inputs: [volume] },
    { inputs: [volumeFirst], params: { dataFormat: 'channelsFirst' } },
  ],
  globalAveragePooling3d: [
    { inputs: [volume] },
    { inputs: [volumeFirst], params: { dataFormat: 'channelsFirst' } },
  ],
  batchNormalization: [
    { inputs: [[5]] },
    { inputs: [image], params: { momentum: 0.5, epsilon: 0.1 } },
    { inputs: [imageFirst], params: { axis: 1, momentum: 0.5 } },
    { inputs: [sequence], params: { axis: -2 } },
    { inputs: [image], params: { axis: 2, epsilon: 0.1 } },
    {
      inputs: [sequence],
      params: { trainable: false },
      noTraining: 'tfjs moves the averages of a frozen layer (see its differences).',
    },
  ],
  layerNormalization: [
    { inputs: [image] },
    { inputs: [image], params: { axis: [1, -1], epsilon: 0.1 } },
    { inputs: [sequence], params: { trainable: false } },
  ],
  groupNormalization: [
    { inputs: [[4, 6]], params: { groups: 3 } },
    { inputs: [image], params: { groups: null, epsilon: 0.1, scale: false } },
    { inputs: [imageFirst], params: { groups: 1, axis: 1, center: false } },
    { inputs: [[6, 3]], params: { groups: 2, axis: -2, trainable: false } },
  ],
  rmsNormalization: [
    { inputs: [sequence] },
    { inputs: [[6]], params: { epsilon: 0.1, trainable: false } },
  ],
  unitNormalization: [{ inputs: [sequence] }, { inputs: [image], params: { axis: 1 } }],
  rescaling: [{ inputs: [image] }, { inputs: [sequence], params: { scale: 2, offset: -1 } }],
  dropout: [
    {
      inputs: [sequence],
      params: { rate: 0.3, noiseShape: [null, 1, 4], seed: 7 },
      noTraining: random,
    },
  ],
  spatialDropout1d: [{ inputs: [sequence], params: { rate: 0.3, seed: 7 }, noTraining: random }],
  spatialDropout2d: [
    {
      inputs: [imageFirst],
      params: { rate: 0.3, seed: 7, dataFormat: 'channelsFirst' },
      noTraining: random,
    },
  ],
  spatialDropout3d: [
    {
      inputs: [volumeFirst],
      params: { rate: 0.3, seed: 7, dataFormat: 'channelsFirst' },
      noTraining: random,
    },
  ],
  stochasticDepth: [{ inputs: [image], params: { rate: 0.3, seed: 7 }, noTraining: random }],
  gaussianNoise: [{ inputs: [sequence], params: { stddev: 0.3 }, noTraining: random }],
  gaussianDropout: [{ inputs: [sequence], params: { rate: 0.3 }, noTraining: random }],
  alphaDropout: [{ inputs: [sequence], params: { rate: 0.3 }, noTraining: random }],
  activation: [...activations, ...moreActivations].map((activation) => ({
    inputs: [[3, 4]],
    params: { activation },
  })),
  leakyReLU: [{ inputs: [[8]] }, { inputs: [[8]], params: { alpha: 0.05 } }],
  reLU: [{ inputs: [[8]] }, { inputs: [sequence], params: { maxValue: 0.5 } }],
  prelu: [
    { inputs: [[8]] },
    { inputs: [image], params: { sharedAxes: [1, 2] } },
    { inputs: [image], params: { sharedAxes: [3], trainable: false } },
  ],
  elu: [{ inputs: [[8]] }],
  thresholdedReLU: [{ inputs: [[8]] }, { inputs: [sequence], params: { theta: 0.25 } }],
  softmax: [{ inputs: [[8]] }, { inputs: [[3, 4]] }],
  simpleRNN: [
    {
      inputs: [sequence],
      params: { units: 3, bidirectional: true, recurrentRegularizer: { kind: 'l2', l2: 0.1 } },
    },
    { inputs: [sequence], params: { units: 3, activation: 'sigmoid', goBackwards: true } },
    {
      inputs: [sequence],
      params: { units: 3, useBias: false, returnState: true, trainable: false },
    },
    { inputs: [sequence], params: { units: 3, bidirectional: true, returnSequences: true } },
    {
      inputs: [sequence],
      params: {
        units: 3,
        bidirectional: true,
        mergeMode: 'ave',
        dropout: 0.2,
        recurrentDropout: 0.3,
      },
      noTraining: random,
    },
  ],
  lstm: [
    { inputs: [sequence], params: { units: 3 } },
    { inputs: [sequence], params: { units: 3, activation: 'relu', recurrentActivation: 'tanh' } },
    { inputs: [sequence], params: { units: 3, goBackwards: true, returnSequences: true } },
    {
      inputs: [sequence],
      params: { units: 3, useBias: false, returnState: true, trainable: false },
    },
    {
      inputs: [sequence],
      params: { units: 3, unitForgetBias: false, bidirectional: true, returnState: true },
    },
    {
      inputs: [sequence],
      params: {
        units: 3,
        bidirectional: true,
        mergeMode: 'sum',
        dropout: 0.2,
        recurrentDropout: 0.3,
      },
      noTraining: random,
    },
  ],
  gru: [
    { inputs: [sequence], params: { units: 3 } },
    { inputs: [sequence], params: { units: 3, activation: 'relu', recurrentActivation: 'tanh' } },
    { inputs: [sequence], params: { units: 3, goBackwards: true, returnSequences: true } },
    {
      inputs: [sequence],
      params: { units: 3, useBias: false, returnState: true, trainable: false },
    },
    {
      inputs: [sequence],
      params: {
        units: 3,
        bidirectional: true,
        mergeMode: 'mul',
        dropout: 0.2,
        recurrentDropout: 0.3,
      },
      noTraining: random,
    },
  ],
  convLstm2d: [
    { inputs: [film], params: { filters: 2, kernelSize: [2, 3] } },
    {
      inputs: [film],
      params: { filters: 2, strides: [2, 1], padding: 'same', activation: 'relu' },
    },
    {
      inputs: [film],
      params: { filters: 3, returnSequences: true, goBackwards: true, recurrentActivation: 'tanh' },
    },
    {
      inputs: [film],
      params: { filters: 2, useBias: false, returnState: true, trainable: false },
    },
    {
      inputs: [film],
      params: { filters: 2, kernelSize: [2, 2], dilationRate: [2, 1], unitForgetBias: false },
    },
    {
      inputs: [film],
      params: { filters: 2, padding: 'same', dropout: 0.2, recurrentDropout: 0.3 },
      noTraining: random,
    },
  ],
  multiHeadAttention: [
    { inputs: [sequence], params: { numHeads: 2, keyDim: 3 } },
    {
      inputs: [sequence],
      params: { numHeads: 3, keyDim: 2, useCausalMask: true, useBias: false },
    },
    { inputs: [sequence, [5, 3]], params: { numHeads: 2, keyDim: 3 } },
    { inputs: [sequence, [5, 3], [5, 2]], params: { numHeads: 2, keyDim: 3, trainable: false } },
    {
      inputs: [sequence],
      params: { numHeads: 2, keyDim: 3, valueDim: 5, dropout: 0.3, seed: 7, useCausalMask: true },
      noTraining: random,
    },
  ],
  attention: [
    { inputs: [sequence] },
    { inputs: [sequence], params: { useScale: true, useCausalMask: true } },
    { inputs: [sequence, [5, 4]], params: { scoreMode: 'concat', useScale: true } },
    { inputs: [sequence, [5, 3], [5, 4]], params: { scoreMode: 'concat', trainable: false } },
    { inputs: [sequence], params: { dropout: 0.3, seed: 7 }, noTraining: random },
  ],
  additiveAttention: [
    { inputs: [sequence] },
    { inputs: [sequence, [5, 3], [5, 4]], params: { useCausalMask: true } },
    { inputs: [sequence, [5, 4]], params: { useScale: false } },
    { inputs: [sequence], params: { dropout: 0.3, seed: 7, trainable: false }, noTraining: random },
  ],
  positionEmbedding: [
    { inputs: [sequence], params: { maxLength: 9 } },
    { inputs: [sequence], params: { maxLength: 6, trainable: false } },
  ],
  sinusoidalPositionEncoding: [
    { inputs: [sequence] },
    { inputs: [[20, 5]], params: { maxWavelength: 300 } },
  ],
  flatten: [{ inputs: [image] }, { inputs: [imageFirst], params: { dataFormat: 'channelsFirst' } }],
  reshape: [
    { inputs: [image], params: { targetShape: [10, 9] } },
    { inputs: [image], params: { targetShape: [-1, 5] } },
  ],
  slice: [
    { inputs: [sequence], params: { end: 4 } },
    { inputs: [image], params: { axis: -2, start: -3, end: -1 } },
    { inputs: [[8]], params: { start: 5 } },
  ],
  split: [{ inputs: [sequence] }, { inputs: [image], params: { axis: 1, parts: 3 } }],
  gather: [{ inputs: [sequence] }, { inputs: [image], params: { axis: 1, indices: [5, 0, 0, 2] } }],
  permute: [{ inputs: [sequence] }, { inputs: [image], params: { dims: [3, 1, 2] } }],
  repeatVector: [{ inputs: [[4]] }, { inputs: [[4]], params: { n: 3 } }],
  zeroPadding1d: [{ inputs: [sequence] }, { inputs: [sequence], params: { padding: [0, 3] } }],
  zeroPadding3d: [
    { inputs: [volume] },
    { inputs: [volume], params: { padding: [0, 1, 2, 3, 1, 0] } },
    { inputs: [volumeFirst], params: { padding: [1, 0, 2, 0, 0, 3], dataFormat: 'channelsFirst' } },
  ],
  cropping1D: [{ inputs: [sequence] }, { inputs: [sequence], params: { cropping: [0, 3] } }],
  cropping3D: [
    { inputs: [volume] },
    { inputs: [volume], params: { cropping: [0, 1, 2, 1, 1, 0] } },
    {
      inputs: [volumeFirst],
      params: { cropping: [1, 0, 2, 0, 0, 3], dataFormat: 'channelsFirst' },
    },
  ],
  upSampling1d: [{ inputs: [sequence] }, { inputs: [sequence], params: { size: 3 } }],
  upSampling3d: [
    { inputs: [volume] },
    { inputs: [volumeFirst], params: { size: [3, 1, 2], dataFormat: 'channelsFirst' } },
  ],
  zeroPadding2d: [
    { inputs: [image] },
    { inputs: [image], params: { padding: [0, 1, 2, 3] } },
    { inputs: [imageFirst], params: { padding: [1, 0, 2, 0], dataFormat: 'channelsFirst' } },
  ],
  cropping2D: [
    { inputs: [image] },
    { inputs: [image], params: { cropping: [0, 1, 2, 1] } },
    { inputs: [imageFirst], params: { cropping: [1, 0, 2, 0], dataFormat: 'channelsFirst' } },
  ],
  resizing: [
    { inputs: [image], params: { height: 9, width: 4 } },
    { inputs: [image], params: { height: 4, width: 7, interpolation: 'nearest' } },
    { inputs: [image], params: { height: 12, width: 5, cropToAspectRatio: true } },
    { inputs: [image], params: { height: 3, width: 9, cropToAspectRatio: true } },
    { inputs: [[1, 1, 2]], params: { height: 2, width: 3 } },
  ],
  centerCrop: [
    { inputs: [image], params: { height: 3, width: 4 } },
    { inputs: [image], params: { height: 6, width: 2 } },
    { inputs: [image], params: { height: 7, width: 4 } },
    { inputs: [image], params: { height: 8, width: 9 } },
  ],
  upSampling2d: [
    { inputs: [image] },
    { inputs: [imageFirst], params: { size: [3, 1], dataFormat: 'channelsFirst' } },
    { inputs: [image], params: { interpolation: 'bilinear' } },
    { inputs: [image], params: { interpolation: 'bilinear', size: [3, 4] } },
    {
      inputs: [imageFirst],
      params: { interpolation: 'bilinear', size: [1, 5], dataFormat: 'channelsFirst' },
    },
    { inputs: [[1, 2, 3]], params: { interpolation: 'bilinear', size: [3, 2] } },
  ],
  add: [{ inputs: [sequence, sequence, sequence] }, { inputs: [image, [6, 1, 3]] }],
  subtract: [
    { inputs: [sequence, sequence] },
    { inputs: [image, [6, 1, 3]] },
    { inputs: [[4], sequence] },
  ],
  multiply: [{ inputs: [sequence, sequence, sequence] }, { inputs: [image, [1, 5, 3]] }],
  average: [{ inputs: [sequence, sequence, sequence] }, { inputs: [sequence, [4]] }],
  maximum: [{ inputs: [sequence, sequence, sequence] }],
  minimum: [{ inputs: [sequence, sequence, sequence] }],
  concatenate: [
    { inputs: [image, image] },
    { inputs: [image, [6, 2, 3], image], params: { axis: -2 } },
    { inputs: [sequence, [1, 4]], params: { axis: 1 } },
  ],
  stack: [
    { inputs: [sequence, sequence, sequence] },
    { inputs: [image, image], params: { axis: -1 } },
    { inputs: [sequence, sequence], params: { axis: 2 } },
  ],
  matMul: [
    { inputs: [sequence, [4, 3]] },
    { inputs: [sequence, sequence], params: { transposeB: true } },
    {
      inputs: [
        [2, 4, 3],
        [2, 5, 4],
      ],
      params: { transposeA: true, transposeB: true },
    },
  ],
  dot: [
    { inputs: [[4], [4]] },
    { inputs: [[4], [4]], params: { normalize: true } },
    { inputs: [sequence, [4]] },
    {
      inputs: [
        [2, 4],
        [4, 3],
      ],
      params: { axes: [2, 1] },
    },
    {
      inputs: [
        [4, 2],
        [4, 3],
      ],
      params: { axes: [1, 1], normalize: true },
    },
    {
      inputs: [
        [4, 2],
        [3, 4],
      ],
      params: { axes: [1, -1] },
    },
  ],
};
