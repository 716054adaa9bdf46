import * as tf from '@tensorflow/tfjs';
import { argument, wasmKernel } from '#main/engine/devices/kernels/wasmKernel.ts';

/** Below this many multiply-adds the stock loops over the batch are quicker than one XNNPACK call for each matrix. */
const smallProduct = 2e6;

/**
 * Matrix product. XNNPACK serves only a batch of 1 without transposition, and every dense layer's gradient is a
 * transposed product: transposing first makes them 8 to 20 times as fast.
 */
export const batchMatMulKernel = wasmKernel<{
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}>('BatchMatMul', ({ inputs, attrs }, stock) => {
  const a = argument(inputs, 'a');
  const b = argument(inputs, 'b');
  const batchA = matrices(a);
  const batchB = matrices(b);
  const batch = Math.max(batchA, batchB);
  if (batch === 1 && !attrs.transposeA && !attrs.transposeB) return stock({ a, b }, attrs);
  return tf.tidy(() => {
    const left = untransposed(a, batchA, attrs.transposeA);
    const right = untransposed(b, batchB, attrs.transposeB);
    const [, rows, inner] = left.shape;
    const columns = right.shape[2];
    const product = (p: tf.Tensor, q: tf.Tensor): tf.Tensor =>
      stock({ a: p, b: q }, { transposeA: false, transposeB: false });
    const shape = [...leading(a, b, batchA, batchB), rows, columns];
    if (batch === 1) return product(left, right).reshape(shape);
    if (batchB === 1) {
      return product(left.reshape([1, batchA * rows, inner]), right).reshape(shape);
    }
    if (batchA === batchB && rows * columns * inner < smallProduct) {
      return product(left, right).reshape(shape);
    }
    const parts: tf.Tensor[] = [];
    for (let i = 0; i < batch; i++) {
      parts.push(
        product(
          batchA === 1 ? left : left.slice([i, 0, 0], [1, rows, inner]),
          right.slice([i, 0, 0], [1, inner, columns]),
        ),
      );
    }
    return tf.concat(parts, 0).reshape(shape);
  });
});

/** Matrices in a tensor: the product of all axes but the last two. */
function matrices(tensor: tf.Tensor): number {
  return tensor.shape.slice(0, -2).reduce((product, size) => product * size, 1);
}

function untransposed(tensor: tf.Tensor, batch: number, isTransposed: boolean): tf.Tensor3D {
  const flat = tensor.reshape<tf.Tensor3D>([batch, ...tensor.shape.slice(-2)]);
  return isTransposed ? flat.transpose([0, 2, 1]) : flat;
}

function leading(a: tf.Tensor, b: tf.Tensor, batchA: number, batchB: number): readonly number[] {
  const [shapeA, shapeB] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
  const fits =
    batchA === batchB
      ? shapeA.join() === shapeB.join() || batchA === 1
      : batchA === 1 || batchB === 1;
  if (!fits) {
    throw new Error(`wasm matMul: batch axes [${shapeA.join()}] and [${shapeB.join()}] differ.`);
  }
  if (batchA === batchB) return shapeA.length >= shapeB.length ? shapeA : shapeB;
  return batchA > batchB ? shapeA : shapeB;
}
