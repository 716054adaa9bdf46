import { type ParityCases, image, sequence } from './parityCase.ts';

export const mergingCases: ParityCases = {
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
