import { type ParityCases, image, imageFirst, sequence } from './parityCase.ts';

export const normalizationCases: ParityCases = {
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
};
