import {
  type ParityCases,
  image,
  imageFirst,
  sequence,
  volume,
  volumeFirst,
} from './parityCase.ts';

export const reshapingCases: ParityCases = {
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
};
