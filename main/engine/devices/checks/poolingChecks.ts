import * as tf from '@tensorflow/tfjs';
import type { Check } from '#main/engine/devices/checks/check.ts';
import { difference, equal, random } from '#main/engine/devices/checks/check.ts';

const image = [2, 9, 8, 3];

/** Values, maxima and gradient of 3×3 max pooling with stride 2, `valid`, by plain loops. */
function poolByLoops(x: ArrayLike<number>): { maxima: number[]; gradient: Float32Array } {
  const maxima: number[] = [];
  const gradient = new Float32Array(x.length);
  for (let b = 0; b < 2; b++) {
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 3; j++) {
        for (let c = 0; c < 3; c++) {
          let at = -1;
          for (let u = 0; u < 3; u++) {
            for (let v = 0; v < 3; v++) {
              const cell = ((b * 9 + i * 2 + u) * 8 + j * 2 + v) * 3 + c;
              if (at < 0 || (x[cell] ?? 0) > (x[at] ?? 0)) at = cell;
            }
          }
          maxima.push(x[at] ?? 0);
          gradient[at] = (gradient[at] ?? 0) + 1;
        }
      }
    }
  }
  return { maxima, gradient };
}

const plane = (x: tf.Tensor): tf.Tensor => tf.maxPool(x as tf.Tensor4D, 3, 2, 'valid');
const space = (x: tf.Tensor): tf.Tensor =>
  tf.maxPool3d(x as tf.Tensor5D, [1, 3, 3], [1, 2, 2], 'valid');

/** Max pooling: where no value of a window is positive, stock wasm is wrong. */
export const poolingChecks: readonly Check[] = [
  { name: 'positive values', shift: 2 },
  { name: 'values of both signs', shift: 0 },
  { name: 'values that are all negative', shift: -2 },
]
  .flatMap(({ name, shift }): Check[] => [
    {
      name: `max pooling of ${name}`,
      async run() {
        const x = random(image, 3).add(shift);
        const { maxima, gradient } = poolByLoops(await x.data());
        const sum = (t: tf.Tensor): tf.Tensor => plane(t).sum();
        return (
          difference(await plane(x).data(), maxima) ??
          difference(await tf.grad(sum)(x).data(), gradient)
        );
      },
    },
    {
      name: `max pooling in three dimensions of ${name}`,
      async run() {
        const x = random([2, 1, 9, 8, 3], 3).add(shift);
        const { maxima, gradient } = poolByLoops(await x.data());
        const sum = (t: tf.Tensor): tf.Tensor => space(t).sum();
        return (
          difference(await space(x).data(), maxima) ??
          difference(await tf.grad(sum)(x).data(), gradient)
        );
      },
    },
  ])
  .concat(
    equal('max pooling with padding sends each gradient to one cell of the image', () => {
      const x = tf.fill([2, 7, 7, 5], -0.5);
      const pool = (t: tf.Tensor): tf.Tensor => tf.maxPool(t as tf.Tensor4D, 3, 2, 'same').sum();
      return Promise.resolve([tf.grad(pool)(x).sum(), [2 * 4 * 4 * 5]]);
    }),
  );
