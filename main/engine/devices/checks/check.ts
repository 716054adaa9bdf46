import * as tf from '@tensorflow/tfjs';

/** One promise of a device, checked without trusting another device. */
export interface Check {
  readonly name: string;
  /** What is wrong, in words for a developer; null: nothing. May leave tensors behind, which the caller frees. */
  run(): Promise<string | null>;
}

/** A function of tensors, for each of which its gradient is wanted. */
type Function = (...tensors: tf.Tensor[]) => tf.Tensor;

/** Values between −1 and 1, always the same for a seed. */
export function random(shape: readonly number[], seed: number): tf.Tensor {
  return tf.randomUniform([...shape], -1, 1, 'float32', seed);
}

async function scalar(tensor: tf.Tensor): Promise<number> {
  return (await tensor.data())[0] ?? Number.NaN;
}

/**
 * The gradients of a function that is linear in each argument: a central difference along a random direction is then
 * exact up to rounding.
 */
export function linear(name: string, shapes: readonly (readonly number[])[], run: Function): Check {
  return differentiable(
    name,
    shapes.map((shape, index) => () => random(shape, 3 + index)),
    run,
    1,
  );
}

/**
 * The gradients of a smooth function, by a central difference of this step. Values are asked of the device only to
 * compare it with itself: forward pass against gradient.
 */
export function differentiable(
  name: string,
  make: readonly (() => tf.Tensor)[],
  run: Function,
  step = 1e-2,
): Check {
  return {
    name,
    async run() {
      const tensors = make.map((each) => each());
      const weights = random(run(...tensors).shape, 99);
      const objective = (...xs: tf.Tensor[]): tf.Scalar =>
        run(...xs)
          .mul(weights)
          .sum();
      const gradients = tf.grads(objective)(tensors);
      for (const [index, tensor] of tensors.entries()) {
        const direction = random(tensor.shape, 7 + index);
        const moved = (by: number): tf.Scalar =>
          objective(...tensors.map((t, i) => (i === index ? t.add(direction.mul(by)) : t)));
        const want = ((await scalar(moved(step))) - (await scalar(moved(-step)))) / (2 * step);
        const gradient = gradients[index];
        if (gradient?.shape.join() !== tensor.shape.join()) {
          return `argument ${index}: shape ${String(gradient?.shape)} instead of ${String(tensor.shape)}`;
        }
        const got = await scalar(gradient.mul(direction).sum());
        const tolerance = (step === 1 ? 2e-3 : 1e-2) * Math.max(1, Math.abs(want));
        // The comparison is false for NaN, which must fail.
        if (!(Math.abs(got - want) < tolerance)) {
          return `argument ${index}: ${got} instead of ${want}`;
        }
      }
      return null;
    },
  };
}

/** Values that a plain loop gives. */
export function equal(
  name: string,
  make: () => Promise<readonly [tf.Tensor, ArrayLike<number>]>,
): Check {
  return {
    name,
    async run() {
      const [tensor, want] = await make();
      return difference(await tensor.data(), want);
    },
  };
}

/** How two lists of numbers differ; null: by less than 1e-4. */
export function difference(got: ArrayLike<number>, want: ArrayLike<number>): string | null {
  if (got.length !== want.length) return `${got.length} values instead of ${want.length}`;
  for (let i = 0; i < got.length; i++) {
    const [value = Number.NaN, right = Number.NaN] = [got[i], want[i]];
    if (!(Math.abs(value - right) < 1e-4)) return `value ${i}: ${value} instead of ${right}`;
  }
  return null;
}
