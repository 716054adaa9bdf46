import {
  type ParityCases,
  image,
  imageFirst,
  sequence,
  volume,
  volumeFirst,
} from './parityCase.ts';

export const convolutionCases: ParityCases = {
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
};
