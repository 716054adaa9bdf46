import { type ParityCases, image, sequence } from './parityCase.ts';

const activations = ['relu6', 'elu', 'selu', 'gelu', 'swish', 'mish', 'sigmoid', 'tanh', 'softmax'];
const moreActivations = ['logSoftmax', 'softplus', 'softsign', 'linear', 'relu'];

export const activationCases: ParityCases = {
  activation: [...activations, ...moreActivations].map((activation) => ({
    inputs: [[3, 4]],
    params: { activation },
  })),
  leakyReLU: [{ inputs: [[8]] }, { inputs: [[8]], params: { alpha: 0.05 } }],
  reLU: [{ inputs: [[8]] }, { inputs: [sequence], params: { maxValue: 0.5 } }],
  prelu: [
    { inputs: [[8]] },
    { inputs: [image], params: { sharedAxes: [1, 2] } },
    { inputs: [image], params: { sharedAxes: [3], trainable: false } },
  ],
  elu: [{ inputs: [[8]] }],
  thresholdedReLU: [{ inputs: [[8]] }, { inputs: [sequence], params: { theta: 0.25 } }],
  softmax: [{ inputs: [[8]] }, { inputs: [[3, 4]] }],
};
