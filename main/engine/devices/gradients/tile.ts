import * as tf from '@tensorflow/tfjs';
import { overrideGradient, saved } from '#main/engine/devices/gradients/overrideGradient.ts';

const product = (sizes: readonly number[]): number => sizes.reduce((all, size) => all * size, 1);

/**
 * Tile's gradient, the sum over the repetitions: tfjs adds up slices in a loop, one for each repetition (230,000
 * operations for one layer normalization), and knows four axes at most. One sum for each repeated axis.
 */
export function registerTile(): void {
  overrideGradient('Tile', ['x'], (dy, tensors, attrs) => {
    const { shape } = saved(tensors, 0);
    const repetitions = attrs['reps'] as readonly number[];
    return {
      x: () =>
        tf.tidy(() => {
          let sum = dy;
          shape.forEach((size, axis) => {
            const count = repetitions[axis] ?? 1;
            if (count === 1) return;
            const before = sum.shape.slice(0, axis);
            const after = sum.shape.slice(axis + 1);
            sum = sum
              .reshape([product(before), count, size * product(after)])
              .sum(1)
              .reshape([...before, size, ...after]);
          });
          return sum;
        }),
    };
  });
}
