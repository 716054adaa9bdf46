import * as tf from '@tensorflow/tfjs';
import { dataTypeOf } from '#main/engine/graphMode/dataTypes.ts';
import { inputOf, replaceKernel } from '#main/engine/graphMode/repairs/nativeKernel.ts';

/** Products of matrices: tfjs makes batches of one of them, which hides them from TensorFlow's fused kernels. */
export function repairBatchMatMul(): void {
  replaceKernel('BatchMatMul', (given) => {
    const { attrs, ops } = given;
    const a = inputOf(given, 'a');
    const b = inputOf(given, 'b');
    const transposeA = attrs['transposeA'] === true;
    const transposeB = attrs['transposeB'] === true;
    if (!isMatrix(a) || !isMatrix(b) || a.dtype !== 'float32') {
      return ops.run(
        'BatchMatMulV2',
        [a, b],
        [
          ops.type('T', dataTypeOf(a.dtype)),
          ops.boolean('adj_x', transposeA),
          ops.boolean('adj_y', transposeB),
        ],
      );
    }
    return tf.tidy(() => {
      const product = ops.matMul(matrixOf(a), matrixOf(b), transposeA, transposeB);
      const leading = (a.rank >= b.rank ? a : b).shape.slice(0, -2);
      return tf.reshape(product, [...leading, ...product.shape]);
    });
  });
}

function isMatrix({ shape }: tf.Tensor): boolean {
  return shape.slice(0, -2).every((size) => size === 1);
}

function matrixOf(tensor: tf.Tensor): tf.Tensor {
  return tf.reshape(tensor, tensor.shape.slice(-2));
}
