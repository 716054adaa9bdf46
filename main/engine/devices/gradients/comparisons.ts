import * as tf from '@tensorflow/tfjs';
import { overrideGradient, saved } from '#main/engine/devices/gradients/overrideGradient.ts';

/** Comparisons are steps: their gradient is 0. tfjs lacks them, so that nothing before a mask could be trained. */
export function registerComparisons(): void {
  for (const kernelName of ['Greater', 'GreaterEqual', 'Less', 'LessEqual', 'Equal', 'NotEqual']) {
    overrideGradient(kernelName, ['a', 'b'], (_, tensors) => ({
      a: () => tf.zerosLike(saved(tensors, 0)),
      b: () => tf.zerosLike(saved(tensors, 1)),
    }));
  }
  for (const kernelName of ['Any', 'All']) {
    overrideGradient(kernelName, ['x'], (_, tensors) => ({
      // Of truth values, but gradients are numbers.
      x: () => tf.zerosLike(tf.cast(saved(tensors, 0), 'float32')),
    }));
  }
}
