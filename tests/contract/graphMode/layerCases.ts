import type { ParamValues } from '#shared/layers/params.ts';

/** A way to use a layer, beside its defaults. */
export interface LayerCase {
  readonly title: string;
  readonly params: ParamValues;
  /** Shape of one example; the layer's default otherwise. */
  readonly shape?: readonly number[];
  /** How many inputs; as few as the layer takes otherwise. */
  readonly inputs?: number;
}

const maxNorm = { kind: 'maxNorm', maxValue: 0.5, axis: 0 };
const unitNorm = { kind: 'unitNorm', axis: 0 };
const l1l2 = { kind: 'l1l2', l1: 0.01, l2: 0.01 };
const small = { units: 5 };
/** The bias of the keys changes nothing, so its gradient is nothing but rounding: it is seen beside a number. */
const heads = { numHeads: 2, keyDim: 3, biasInitializer: { kind: 'constant', value: 0.3 } };

/** Cases that belong to every recurrent layer. */
const recurrent: readonly LayerCase[] = [
  { title: 'defaults', params: small },
  { title: 'sequences', params: { ...small, returnSequences: true } },
  { title: 'backwards', params: { ...small, goBackwards: true } },
  { title: 'both directions', params: { ...small, bidirectional: true } },
  {
    title: 'both directions, sequences, summed',
    params: { ...small, bidirectional: true, returnSequences: true, mergeMode: 'sum' },
  },
  {
    title: 'both directions, state',
    params: { ...small, bidirectional: true, returnState: true },
  },
  { title: 'relu', params: { ...small, activation: 'relu' } },
  { title: 'no bias', params: { ...small, useBias: false } },
  { title: 'constraints', params: { ...small, kernelConstraint: maxNorm } },
  {
    title: 'regularized',
    params: {
      ...small,
      kernelRegularizer: l1l2,
      recurrentRegularizer: l1l2,
      biasRegularizer: l1l2,
    },
  },
  {
    title: 'regularized, both directions',
    params: { ...small, bidirectional: true, recurrentRegularizer: l1l2 },
  },
];

const image: readonly LayerCase[] = [
  { title: 'defaults', params: {} },
  { title: 'strides, same', params: { strides: [2, 2], padding: 'same' } },
  { title: 'relu', params: { activation: 'relu' } },
];

const sequence: readonly LayerCase[] = [
  { title: 'defaults', params: {} },
  { title: 'strides, same', params: { strides: 2, padding: 'same', depthMultiplier: 2 } },
  { title: 'dilated', params: { dilationRate: 2 } },
  { title: 'dilated, same', params: { dilationRate: 3, padding: 'same', activation: 'relu' } },
];

/**
 * Ways in which each layer of the catalogue is trained, by kind: the defaults, and what leads down another path in tfjs or
 * in graph mode. A layer that is not named here is trained with its defaults.
 */
export const layerCases: Readonly<Record<string, readonly LayerCase[]>> = {
  dense: [
    { title: 'defaults', params: { units: 5 } },
    { title: 'images', params: { units: 5 }, shape: [4, 4, 3] },
    ...[
      'relu',
      'sigmoid',
      'tanh',
      'softmax',
      'elu',
      'selu',
      'softplus',
      'swish',
      'gelu',
      'mish',
    ].map((activation) => ({ title: activation, params: { units: 5, activation } })),
    {
      title: 'regularized, constrained',
      params: {
        units: 5,
        kernelRegularizer: l1l2,
        biasConstraint: { kind: 'nonNeg' },
        kernelConstraint: unitNorm,
      },
    },
    { title: 'not trained', params: { units: 5, trainable: false } },
  ],
  embedding: [
    { title: 'defaults', params: { inputDim: 20, outputDim: 4 } },
    { title: 'masked', params: { inputDim: 20, outputDim: 4, maskZero: true } },
  ],
  conv1d: [
    { title: 'defaults', params: { filters: 4 } },
    { title: 'dilated', params: { filters: 4, dilationRate: 2 } },
  ],
  conv2d: [
    ...image.map(({ title, params }) => ({ title, params: { ...params, filters: 4 } })),
    { title: 'dilated', params: { filters: 4, dilationRate: [2, 2] } },
    { title: 'channels first', params: { filters: 4, dataFormat: 'channelsFirst' } },
    { title: 'constrained', params: { filters: 4, kernelConstraint: maxNorm } },
  ],
  conv3d: [
    { title: 'defaults', params: { filters: 2 } },
    { title: 'strides, same', params: { filters: 2, strides: [2, 2, 2], padding: 'same' } },
    { title: 'dilated', params: { filters: 2, dilationRate: [2, 2, 2], padding: 'same' } },
  ],
  conv3dTranspose: [
    { title: 'defaults', params: { filters: 2 } },
    { title: 'strides, same', params: { filters: 2, strides: [2, 2, 2], padding: 'same' } },
  ],
  conv2dTranspose: image.map(({ title, params }) => ({ title, params: { ...params, filters: 4 } })),
  conv1dTranspose: [
    { title: 'defaults', params: { filters: 4 } },
    { title: 'strides, same', params: { filters: 4, strides: 2, padding: 'same' } },
  ],
  depthwiseConv1d: sequence,
  separableConv1d: sequence.map(({ title, params }) => ({
    title,
    params: { ...params, filters: 4 },
  })),
  separableConv2d: [
    ...image.map(({ title, params }) => ({ title, params: { ...params, filters: 4 } })),
    { title: 'dilated', params: { filters: 4, dilationRate: [2, 2] } },
    { title: 'two of each', params: { filters: 4, depthMultiplier: 2 } },
  ],
  depthwiseConv2d: [
    ...image,
    { title: 'two of each', params: { depthMultiplier: 2 } },
    { title: 'dilated', params: { dilationRate: [2, 3] } },
    { title: 'dilated, same', params: { dilationRate: [2, 2], padding: 'same' } },
  ],
  maxPooling2d: [...image, { title: 'overlapping', params: { poolSize: [3, 3], strides: [1, 1] } }],
  averagePooling2d: image.slice(0, 2),
  batchNormalization: [
    { title: 'of vectors', params: {}, shape: [6] },
    { title: 'of sequences', params: {}, shape: [6, 4] },
    { title: 'of images', params: { momentum: 0.8 }, shape: [6, 6, 3] },
    { title: 'over the first axis', params: { axis: 1 }, shape: [3, 6, 6] },
    { title: 'over steps', params: { axis: -2 }, shape: [6, 4] },
  ],
  layerNormalization: [
    { title: 'of vectors', params: {}, shape: [6] },
    { title: 'of sequences', params: {}, shape: [6, 4] },
  ],
  groupNormalization: [
    { title: 'of images', params: { groups: 2 }, shape: [4, 4, 6] },
    { title: 'of vectors', params: { groups: 3 }, shape: [6] },
    { title: 'each channel', params: { groups: null, axis: 1 }, shape: [3, 6, 6] },
  ],
  upSampling2d: [
    { title: 'defaults', params: {} },
    { title: 'bilinear', params: { interpolation: 'bilinear', size: [3, 2] } },
  ],
  simpleRNN: recurrent,
  lstm: recurrent,
  gru: recurrent,
  reshape: [{ title: 'defaults', params: { targetShape: [2, 12] }, shape: [6, 4] }],
  slice: [
    { title: 'the end', params: { start: -2 } },
    { title: 'the middle', params: { axis: 2, start: 1, end: 3 } },
  ],
  split: [
    { title: 'defaults', params: {} },
    { title: 'steps', params: { parts: 3, axis: 1 } },
  ],
  gather: [{ title: 'twice', params: { indices: [3, 0, 3] } }],
  reduce: ['mean', 'sum', 'max', 'min'].map((operation) => ({
    title: operation,
    params: { operation },
  })),
  stack: [{ title: 'three', params: { axis: 2 }, inputs: 3 }],
  matMul: [
    { title: 'defaults', params: {}, shape: [4, 4] },
    { title: 'of sequences', params: { transposeB: true }, shape: [6, 4] },
  ],
  permute: [{ title: 'defaults', params: { dims: [2, 1] }, shape: [6, 4] }],
  categoryEncoding: [
    { title: 'defaults', params: { numTokens: 20 } },
    { title: 'one each', params: { numTokens: 20, outputMode: 'oneHot' } },
  ],
  convLstm2d: [
    { title: 'defaults', params: { filters: 2 }, shape: [3, 6, 5, 2] },
    {
      title: 'sequences, dilated',
      params: { filters: 2, returnSequences: true, dilationRate: [2, 1], goBackwards: true },
      shape: [3, 6, 5, 2],
    },
    {
      title: 'regularized',
      params: { filters: 2, kernelRegularizer: l1l2, recurrentRegularizer: l1l2 },
      shape: [3, 6, 5, 2],
    },
  ],
  multiHeadAttention: [
    { title: 'defaults', params: heads },
    { title: 'causal', params: { ...heads, valueDim: 4, useCausalMask: true } },
    { title: 'query, value, key', params: { ...heads, useBias: false }, inputs: 3 },
    {
      title: 'regularized, constrained',
      params: { ...heads, kernelRegularizer: l1l2, kernelConstraint: maxNorm },
    },
  ],
  attention: [
    { title: 'defaults', params: {} },
    { title: 'causal, scaled', params: { useCausalMask: true, useScale: true } },
    { title: 'sums', params: { scoreMode: 'concat', useScale: true }, inputs: 2 },
  ],
  additiveAttention: [
    { title: 'defaults', params: {} },
    { title: 'query, value, key', params: { useCausalMask: true }, inputs: 3 },
  ],
  resizing: [
    { title: 'defaults', params: { height: 5, width: 11 } },
    { title: 'nearest', params: { height: 5, width: 11, interpolation: 'nearest' } },
  ],
  centerCrop: [
    { title: 'defaults', params: { height: 5, width: 6 } },
    { title: 'enlarged', params: { height: 9, width: 6 } },
  ],
  masking: [{ title: 'defaults', params: { maskValue: 0.5 } }],
  prelu: [
    { title: 'one slope each', params: {}, shape: [6] },
    { title: 'one slope a channel', params: { sharedAxes: [1, 2] }, shape: [8, 8, 3] },
  ],
  reLU: [
    { title: 'defaults', params: {} },
    { title: 'limited', params: { maxValue: 0.3 } },
  ],
  thresholdedReLU: [{ title: 'defaults', params: { theta: 0.2 } }],
  dot: [{ title: 'defaults', params: { axes: [1, 1] }, shape: [6] }],
  activation: ['relu', 'sigmoid', 'softmax', 'tanh', 'softsign', 'logSoftmax'].map(
    (activation) => ({ title: activation, params: { activation } }),
  ),
};

/** The shape of one example for a layer that takes these ranks. */
export function shapeFor(ranks: readonly number[] | undefined): readonly number[] {
  const shapes: Readonly<Record<number, readonly number[]>> = {
    1: [6],
    2: [6, 4],
    3: [8, 8, 3],
    4: [4, 5, 6, 3],
  };
  return shapes[ranks?.[0] ?? 2] ?? [6];
}
