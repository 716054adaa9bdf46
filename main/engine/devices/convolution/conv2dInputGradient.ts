import * as tf from '@tensorflow/tfjs';
import {
  convolve2d,
  cropEnd,
  insertZeros,
  turnFilter,
} from '#main/engine/devices/convolution/reverseConvolution.ts';

/**
 * Gradient of a 2-D convolution with respect to its input, any stride and dilation (s, d, padding p before): the
 * convolution of dy, with s − 1 zeros between its elements, with the turned filter, dilation d and d·(k − 1) − p cells
 * of padding before.
 */
export function conv2dInputGradient(
  dy: tf.Tensor,
  filter: tf.Tensor,
  info: tf.backend_util.Conv2DInfo,
): tf.Tensor {
  return tf.tidy(() => reverse('Conv2D', dy, turnFilter(filter), info));
}

/**
 * The same for a depthwise convolution with filter (height, width, in, multiplier): a depthwise convolution over the
 * in × multiplier channels of dy, then the sum over each channel's multiplier outputs.
 */
export function depthwiseInputGradient(
  dy: tf.Tensor,
  filter: tf.Tensor,
  info: tf.backend_util.Conv2DInfo,
): tf.Tensor {
  return tf.tidy(() => {
    const [height = 1, width = 1, channels = 1, multiplier = 1] = filter.shape;
    const turned = filter
      .reshape([height * width, channels * multiplier])
      .reverse(0)
      .reshape([height, width, channels * multiplier, 1]);
    const dx = reverse('DepthwiseConv2dNative', dy, turned, info);
    if (multiplier === 1) return dx;
    return dx.reshape([...dx.shape.slice(0, 3), channels, multiplier]).sum(4);
  });
}

function reverse(
  kernelName: 'Conv2D' | 'DepthwiseConv2dNative',
  dy: tf.Tensor,
  turned: tf.Tensor,
  info: tf.backend_util.Conv2DInfo,
): tf.Tensor {
  const spread = insertZeros(insertZeros(dy, 1, info.strideHeight), 2, info.strideWidth);
  const rows = info.dilationHeight * (info.filterHeight - 1);
  const columns = info.dilationWidth * (info.filterWidth - 1);
  const top = rows - info.padInfo.top;
  const left = columns - info.padInfo.left;
  const bottom = info.inHeight + rows - (spread.shape[1] ?? 0) - top;
  const right = info.inWidth + columns - (spread.shape[2] ?? 0) - left;
  let cropped = cropEnd(spread, bottom, right);
  if (top < 0 || left < 0) {
    // Padding wider than the kernel reaches, which only explicit padding can be.
    cropped = cropped.slice([0, Math.max(-top, 0), Math.max(-left, 0), 0], [-1, -1, -1, -1]);
  }
  return convolve2d(
    kernelName,
    cropped,
    turned,
    [1, 1],
    [info.dilationHeight, info.dilationWidth],
    [
      [Math.max(top, 0), Math.max(bottom, 0)],
      [Math.max(left, 0), Math.max(right, 0)],
    ],
  );
}
