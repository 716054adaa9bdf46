import * as tf from '@tensorflow/tfjs';
import { argument, overrideKernel } from '#main/engine/devices/kernels/overrideKernel.ts';

/**
 * Whole numbers and truth values: the shader that transposes them is invalid (a recurrent layer's mask came out as
 * zeros), and the cast to float32 only gives the buffer another label, which later shaders then misread.
 */
export function registerDataTypes(): void {
  overrideKernel<object, unknown>('webgpu', 'Transpose', ({ inputs, attrs }, stock) => {
    const x = argument(inputs, 'x');
    if (x.dtype === 'float32') return stock(inputs, attrs);
    return tf.tidy(() => stock({ x: x.cast('float32') }, attrs).cast(x.dtype));
  });
  overrideKernel<{ readonly dtype: tf.DataType }, unknown>(
    'webgpu',
    'Cast',
    ({ inputs, attrs }, stock) => {
      const x = argument(inputs, 'x');
      const isRelabelled = attrs.dtype === 'float32' && ['int32', 'bool'].includes(x.dtype);
      if (!isRelabelled) return stock(inputs, attrs);
      return tf.tidy(() => tf.mul(stock(inputs, attrs), tf.scalar(1)));
    },
  );
}
