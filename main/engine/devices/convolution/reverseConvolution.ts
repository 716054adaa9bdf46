import * as tf from '@tensorflow/tfjs';

/**
 * Inserts `stride − 1` zeros after each element along an axis: the gradient of a strided convolution is the gradient
 * of the unstrided one for outputs of which only these were kept.
 */
export function insertZeros(tensor: tf.Tensor, axis: number, stride: number): tf.Tensor {
  if (stride === 1) return tensor;
  const outer = tensor.shape.slice(0, axis + 1).reduce((product, size) => product * size, 1);
  const inner = tensor.size / outer;
  const shape = tensor.shape.map((size, index) => (index === axis ? size * stride : size));
  return tensor
    .reshape([outer, inner])
    .pad([
      [0, 0],
      [0, (stride - 1) * inner],
    ])
    .reshape(shape);
}

/**
 * A filter `(...kernel, in, out)` turned by 180 degrees, with in and out exchanged. Reversing the flat kernel index
 * reverses every spatial axis at once.
 */
export function turnFilter(filter: tf.Tensor): tf.Tensor {
  const kernel = filter.shape.slice(0, -2);
  const [channelsIn = 1, channelsOut = 1] = filter.shape.slice(-2);
  return filter
    .reshape([-1, channelsIn, channelsOut])
    .reverse(0)
    .transpose([0, 2, 1])
    .reshape([...kernel, channelsOut, channelsIn]);
}

/** Cells that a convolution reads along one axis: from its first to its last. */
export function reach(outputs: number, stride: number, kernel: number, dilation: number): number {
  return (outputs - 1) * stride + (kernel - 1) * dilation + 1;
}

/** Cuts cells off the end of axes 1 and 2 where `bottom` or `right` is negative. */
export function cropEnd(x: tf.Tensor, bottom: number, right: number): tf.Tensor {
  if (bottom >= 0 && right >= 0) return x;
  const [batch = 0, height = 0, width = 0, channels = 0] = x.shape;
  return x.slice(
    [0, 0, 0, 0],
    [batch, height + Math.min(bottom, 0), width + Math.min(right, 0), channels],
  );
}

/**
 * A 2-D convolution kernel called below its op, which refuses strides and dilations together although every backend's
 * kernel computes them rightly. Padding: `[[top, bottom], [left, right]]`.
 */
export function convolve2d(
  kernelName: 'Conv2D' | 'DepthwiseConv2dNative',
  x: tf.Tensor,
  filter: tf.Tensor,
  strides: readonly [number, number],
  dilations: readonly [number, number],
  padding: readonly [readonly [number, number], readonly [number, number]],
): tf.Tensor {
  return tf.engine().runKernel(
    kernelName,
    { x, filter },
    {
      strides: [...strides],
      dilations: [...dilations],
      pad: [[0, 0], [...padding[0]], [...padding[1]], [0, 0]],
      dataFormat: 'NHWC',
    },
  );
}
