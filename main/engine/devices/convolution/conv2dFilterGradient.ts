import * as tf from '@tensorflow/tfjs';
import { convolve2d, cropEnd, reach } from '#main/engine/devices/convolution/reverseConvolution.ts';

/**
 * Gradient of a 2-D convolution with respect to its filter, any stride and dilation (s, d, padding p before):
 * dW[kh, kw, ci, co] = Σ x[b, oh·s + kh·d − p, ow·s + kw·d − p, ci] · dy[b, oh, ow, co],
 * which is the convolution of xᵀ (in, height, width, batch) with dyᵀ (out height, out width, batch, out) with strides
 * and dilations exchanged.
 */
export function conv2dFilterGradient(
  x: tf.Tensor,
  dy: tf.Tensor,
  info: tf.backend_util.Conv2DInfo,
): tf.Tensor {
  return tf.tidy(() => {
    const { top, left } = info.padInfo;
    const rows = reach(info.outHeight, info.strideHeight, info.filterHeight, info.dilationHeight);
    const columns = reach(info.outWidth, info.strideWidth, info.filterWidth, info.dilationWidth);
    const bottom = rows - top - info.inHeight;
    const right = columns - left - info.inWidth;
    return convolve2d(
      'Conv2D',
      cropEnd(x, bottom, right).transpose([3, 1, 2, 0]),
      dy.transpose([1, 2, 0, 3]),
      [info.dilationHeight, info.dilationWidth],
      [info.strideHeight, info.strideWidth],
      [
        [top, Math.max(bottom, 0)],
        [left, Math.max(right, 0)],
      ],
    ).transpose([1, 2, 0, 3]);
  });
}
