import * as tf from '@tensorflow/tfjs';
import { overrideGradient, saved } from '#main/engine/devices/gradients/overrideGradient.ts';

interface Attributes {
  readonly filterSize: [number, number] & [number, number, number];
  readonly strides: [number, number] & [number, number, number];
  readonly pad: 'valid' | 'same' | number;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/** tfjs's name of the native backend, the only one whose gradient kernels are right. */
const nativeBackend = 'tensorflow';

/**
 * Average pooling with padding `same`: the forward pass divides by the cells inside the image, the gradient kernels of
 * every backend but TensorFlow's own by the whole window. dy times window ÷ cells inside, given to the stock gradient, mends it.
 */
export function registerAveragePooling(): void {
  overrideWith('AvgPool', (x, attrs) => {
    const info = tf.backend_util.computePool2DInfo(
      x.shape as [number, number, number, number],
      attrs.filterSize,
      attrs.strides,
      1,
      attrs.pad,
      attrs.dimRoundingMode,
    );
    const { inHeight, outHeight, filterHeight, strideHeight, padInfo } = info;
    const rows = shares(inHeight, outHeight, filterHeight, strideHeight, padInfo.top);
    const columns = shares(
      info.inWidth,
      info.outWidth,
      info.filterWidth,
      info.strideWidth,
      padInfo.left,
    );
    return tf.tensor(outerProduct(rows, columns), [1, outHeight, info.outWidth, 1]);
  });
  overrideWith('AvgPool3D', (x, attrs) => {
    const info = tf.backend_util.computePool3DInfo(
      x.shape as [number, number, number, number, number],
      attrs.filterSize,
      attrs.strides,
      1,
      attrs.pad,
      attrs.dimRoundingMode,
    );
    const { padInfo, outDepth, outHeight, outWidth } = info;
    const depths = shares(
      info.inDepth,
      outDepth,
      info.filterDepth,
      info.strideDepth,
      padInfo.front,
    );
    const rows = shares(
      info.inHeight,
      outHeight,
      info.filterHeight,
      info.strideHeight,
      padInfo.top,
    );
    const columns = shares(
      info.inWidth,
      outWidth,
      info.filterWidth,
      info.strideWidth,
      padInfo.left,
    );
    return tf.tensor(outerProduct(outerProduct(depths, rows), columns), [
      1,
      outDepth,
      outHeight,
      outWidth,
      1,
    ]);
  });
}

function overrideWith(
  kernelName: 'AvgPool' | 'AvgPool3D',
  factors: (x: tf.Tensor, attrs: Attributes) => tf.Tensor,
): void {
  const stock = tf.getGradient(kernelName);
  overrideGradient(kernelName, ['x'], (dy, tensors, map) => {
    const attrs = map as unknown as Attributes;
    if (attrs.pad === 'valid' || tf.getBackend() === nativeBackend) return null;
    const x = saved(tensors, 0);
    return {
      x: () =>
        tf.tidy(() => {
          const own = stock.gradFunc(tf.mul(dy, factors(x, attrs)), tensors, map);
          const gradient = own.x;
          if (gradient === undefined) throw new Error(`tfjs has no gradient of ${kernelName}.`);
          return gradient();
        }),
    };
  });
}

/** Window ÷ cells of it that lie inside, for each output along an axis. */
function shares(
  size: number,
  outputs: number,
  window: number,
  stride: number,
  before: number,
): readonly number[] {
  return Array.from({ length: outputs }, (_, index) => {
    const start = index * stride - before;
    return window / (Math.min(start + window, size) - Math.max(start, 0));
  });
}

function outerProduct(a: readonly number[], b: readonly number[]): number[] {
  return a.flatMap((x) => b.map((y) => x * y));
}
