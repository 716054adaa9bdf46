import { type ParityCases, random, sequence, film } from './parityCase.ts';

export const recurrentCases: ParityCases = {
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
};
