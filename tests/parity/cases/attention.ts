import { type ParityCases, random, sequence } from './parityCase.ts';

export const attentionCases: ParityCases = {
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
};
