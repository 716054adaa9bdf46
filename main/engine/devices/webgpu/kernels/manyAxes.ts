import * as tf from '@tensorflow/tfjs';
import { argument, overrideKernel } from '#main/engine/devices/kernels/overrideKernel.ts';

/** The most axes that the shaders of these kernels can address. */
const mostAxes = 4;

const product = (sizes: readonly number[]): number => sizes.reduce((all, size) => all * size, 1);

/**
 * Padding, choosing, repeating and reversing tensors of five axes and more, whose shaders are invalid: without this the
 * results would be zeros, and no error is thrown. One axis after the other, as a tensor of three.
 */
export function registerManyAxes(): void {
  overrideKernel<
    {
      readonly paddings: readonly (readonly [number, number])[];
      readonly constantValue?: number;
    },
    unknown
  >('webgpu', 'PadV2', ({ inputs, attrs }, stock) => {
    const x = argument(inputs, 'x');
    if (x.rank <= mostAxes) return stock(inputs, attrs);
    return oneAxisAtATime(x, (part, axis) => {
      const [before, after] = attrs.paddings[axis] ?? [0, 0];
      if (before === 0 && after === 0) return null;
      return part.pad(
        [
          [0, 0],
          [before, after],
          [0, 0],
        ],
        attrs.constantValue,
      );
    });
  });
  overrideKernel<{ readonly reps: readonly number[] }, unknown>(
    'webgpu',
    'Tile',
    ({ inputs, attrs }, stock) => {
      const x = argument(inputs, 'x');
      if (x.rank <= mostAxes) return stock(inputs, attrs);
      return oneAxisAtATime(x, (part, axis) => {
        const count = attrs.reps[axis] ?? 1;
        return count === 1 ? null : part.tile([1, count, 1]);
      });
    },
  );
  overrideKernel<{ readonly dims: readonly number[] | number }, unknown>(
    'webgpu',
    'Reverse',
    ({ inputs, attrs }, stock) => {
      const x = argument(inputs, 'x');
      if (x.rank <= mostAxes) return stock(inputs, attrs);
      const axes = tf.util.parseAxisParam([attrs.dims].flat(), x.shape);
      return oneAxisAtATime(x, (part, axis) => (axes.includes(axis) ? part.reverse(1) : null));
    },
  );
  overrideKernel<
    {
      readonly begin: readonly number[];
      readonly end: readonly number[];
      readonly strides: readonly number[];
      readonly beginMask: number;
      readonly endMask: number;
      readonly ellipsisMask: number;
      readonly newAxisMask: number;
      readonly shrinkAxisMask: number;
    },
    unknown
  >('webgpu', 'StridedSlice', ({ inputs, attrs }, stock) => {
    const x = argument(inputs, 'x');
    const { begin, end, strides, ...masks } = attrs;
    const isPlain = Object.values(masks).every((mask) => mask === 0 || typeof mask !== 'number');
    if (x.rank <= mostAxes || !isPlain) return stock(inputs, attrs);
    return oneAxisAtATime(x, (part, axis) => {
      const [, size] = part.shape;
      const [from, to, step] = [begin[axis] ?? 0, end[axis] ?? size, strides[axis] ?? 1];
      if (from === 0 && to === size && step === 1) return null;
      return part.stridedSlice([0, from, 0], [part.shape[0], to, part.shape[2]], [1, step, 1]);
    });
  });
  overrideKernel<object, unknown>('webgpu', 'Select', ({ inputs, attrs }, stock) => {
    const condition = argument(inputs, 'condition');
    const t = argument(inputs, 't');
    const e = argument(inputs, 'e');
    if (t.rank <= mostAxes) return stock(inputs, attrs);
    return tf.tidy(() => {
      const flat = (tensor: tf.Tensor): tf.Tensor =>
        condition.rank === t.rank ? tensor.flatten() : tensor.reshape([condition.size, -1]);
      return stock({ condition: condition.flatten(), t: flat(t), e: flat(e) }, attrs).reshape(
        t.shape,
      );
    });
  });
}

/** `change` gets the tensor as (before, axis, after), for each axis in turn; null: this axis stays as it is. */
function oneAxisAtATime(
  x: tf.Tensor,
  change: (part: tf.Tensor3D, axis: number) => tf.Tensor | null,
): tf.Tensor {
  return tf.tidy(() => {
    let result = x.clone();
    x.shape.forEach((_, axis) => {
      const { shape } = result;
      const [before, after] = [shape.slice(0, axis), shape.slice(axis + 1)];
      const changed = change(
        result.reshape([product(before), shape[axis] ?? 1, product(after)]),
        axis,
      );
      if (changed !== null) result = changed.reshape([...before, changed.shape[1] ?? 1, ...after]);
    });
    return result;
  });
}
