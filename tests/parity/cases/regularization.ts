import {
  type ParityCases,
  random,
  image,
  imageFirst,
  sequence,
  volumeFirst,
} from './parityCase.ts';

export const regularizationCases: ParityCases = {
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
};
