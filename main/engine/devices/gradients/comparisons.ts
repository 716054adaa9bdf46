import * as tf from '@tensorflow/tfjs';
import { overrideGradient, saved } from '#main/engine/devices/gradients/overrideGradient.ts';

/** Comparisons are steps: their gradient is 0. tfjs lacks them, so that thresholdedReLU could not be trained. */
export function registerComparisons(): void {
  for (const kernelName of ['Greater', 'GreaterEqual', 'Less', 'LessEqual']) {
    overrideGradient(kernelName, ['a', 'b'], (_, tensors) => ({
      a: () => tf.zerosLike(saved(tensors, 0)),
      b: () => tf.zerosLike(saved(tensors, 1)),
    }));
  }
}
