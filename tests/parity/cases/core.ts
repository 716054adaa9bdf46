import { type ParityCases, sequence } from './parityCase.ts';

export const coreCases: ParityCases = {
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
};
