import type * as tfjs from '@tensorflow/tfjs';

/** An optimizer's learning rate as tfjs keeps it; only sgd and momentum have a function to change it. */
interface WithRate {
  learningRate?: number;
  setLearningRate?: (rate: number) => void;
}

/** Changes the learning rate of any tfjs optimizer. */
export function setLearningRate(optimizer: tfjs.Optimizer, rate: number): void {
  const inner = optimizer as unknown as WithRate;
  if (inner.learningRate === rate) return;
  if (inner.setLearningRate === undefined) inner.learningRate = rate;
  else inner.setLearningRate(rate);
}
