import * as tf from '@tensorflow/tfjs';

/**
 * Batch normalization with parameters of rank above 1 (an axis other than the last): the kernels of wasm and cpu read
 * them as if the axis were the last. Written with broadcasting ops; vectors go to the stock kernel.
 */
export function registerFusedBatchNorm(backendName: string): void {
  const stock = tf.getKernel('FusedBatchNorm', backendName) as tf.KernelConfig | undefined;
  if (stock === undefined) return;
  tf.unregisterKernel('FusedBatchNorm', backendName);
  tf.registerKernel({
    ...stock,
    kernelFunc: (parameters) => {
      const { x, mean, variance, scale, offset } = parameters.inputs as Record<
        string,
        tf.Tensor | undefined
      >;
      if (x === undefined || mean === undefined || variance === undefined || mean.rank <= 1) {
        return stock.kernelFunc(parameters);
      }
      const epsilon = (parameters.attrs as { varianceEpsilon: number }).varianceEpsilon;
      return tf.tidy(() => {
        const inverse = tf.rsqrt(tf.add(variance, epsilon));
        const normal = tf.mul(tf.sub(x, mean), scale === undefined ? inverse : inverse.mul(scale));
        return offset === undefined ? normal : normal.add(offset);
      });
    },
  });
}
