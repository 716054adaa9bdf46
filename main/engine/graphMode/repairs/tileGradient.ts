import * as tf from '@tensorflow/tfjs';
import { overrideGradient, saved } from '#main/engine/devices/gradients/overrideGradient.ts';

/** Tile's gradient: tfjs adds up slices in a loop, one for each repetition, 230,000 ops for one layer normalization. */
export function repairTileGradient(): void {
  overrideGradient('Tile', ['x'], (dy, tensors, attrs) => {
    const { shape } = saved(tensors, 0);
    const repetitions = attrs['reps'] as readonly number[];
    return {
      x: () => {
        const split = shape.flatMap((size, axis) => [repetitions[axis] ?? 1, size]);
        const axes = shape.map((_, axis) => 2 * axis);
        return tf.reshape(tf.sum(tf.reshape(dy, split), axes), [...shape]);
      },
    };
  });
}
