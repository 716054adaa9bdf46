import {
  type ParityCases,
  image,
  imageFirst,
  sequence,
  volume,
  volumeFirst,
} from './parityCase.ts';

export const poolingCases: ParityCases = {
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
};
