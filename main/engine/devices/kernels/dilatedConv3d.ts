import * as tf from '@tensorflow/tfjs';
import { argument, overrideKernel } from '#main/engine/devices/kernels/overrideKernel.ts';

interface Attributes {
  readonly strides: [number, number, number] | number;
  readonly dilations: [number, number, number] | number;
  readonly pad: 'valid' | 'same';
}

/**
 * Dilated 3-D convolution on the native backend, which TensorFlow does not have on the processor: one matrix product for
 * each position of the kernel. The strides are 1 wherever the dilation is not.
 */
export function registerDilatedConv3d(): void {
  overrideKernel<Attributes, unknown>('tensorflow', 'Conv3D', ({ inputs, attrs }, stock) => {
    if ([attrs.dilations].flat().every((rate) => rate === 1)) return stock(inputs, attrs);
    const x = argument<tf.Rank.R5>(inputs, 'x');
    const filter = argument<tf.Rank.R5>(inputs, 'filter');
    return tf.tidy(() => {
      const info = tf.backend_util.computeConv3DInfo(
        x.shape,
        filter.shape,
        attrs.strides,
        attrs.dilations,
        attrs.pad,
      );
      const { front, back, top, bottom, left, right } = info.padInfo;
      const padded = x.pad([
        [0, 0],
        [front, back],
        [top, bottom],
        [left, right],
        [0, 0],
      ]);
      const [depth, height, width, channels, filters] = filter.shape;
      const matrices = filter.reshape<tf.Tensor3D>([depth * height * width, channels, filters]);
      const size = [info.batchSize, info.outDepth, info.outHeight, info.outWidth, channels];
      const parts: tf.Tensor[] = [];
      for (let i = 0; i < depth; i++) {
        for (let j = 0; j < height; j++) {
          for (let k = 0; k < width; k++) {
            const begin = [
              0,
              i * info.dilationDepth,
              j * info.dilationHeight,
              k * info.dilationWidth,
              0,
            ];
            const cells = padded.slice(begin, size).reshape<tf.Tensor2D>([-1, channels]);
            const matrix = matrices
              .slice([(i * height + j) * width + k, 0, 0], [1, channels, filters])
              .reshape<tf.Tensor2D>([channels, filters]);
            parts.push(tf.matMul(cells, matrix));
          }
        }
      }
      return tf.addN(parts).reshape(info.outShape);
    });
  });
}
