import * as tf from '@tensorflow/tfjs';
import { conv2dFilterGradient } from '#main/engine/devices/convolution/conv2dFilterGradient.ts';
import {
  conv2dInputGradient,
  depthwiseInputGradient,
} from '#main/engine/devices/convolution/conv2dInputGradient.ts';
import {
  conv3dFilterGradient,
  conv3dInputGradient,
} from '#main/engine/devices/convolution/conv3dGradients.ts';
import {
  isDilated,
  overrideGradient,
  saved,
} from '#main/engine/devices/gradients/overrideGradient.ts';

/** Attributes of a convolution op. */
interface Attributes {
  readonly strides: [number, number] & [number, number, number];
  readonly dilations: [number, number] & [number, number, number];
  readonly pad: 'valid' | 'same';
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
  readonly dataFormat?: string;
}

/** Gradients of dilated convolutions, which tfjs refuses on every backend. */
export function registerDilatedConvolutions(): void {
  overrideGradient('Conv2D', ['x', 'filter'], (dy, tensors, map) => {
    const attrs = map as unknown as Attributes;
    if (!isDilated(attrs.dilations) || attrs.dataFormat === 'NCHW') return null;
    const x = saved<tf.Rank.R4>(tensors, 0);
    const filter = saved<tf.Rank.R4>(tensors, 1);
    const info = geometry2d(x, filter, attrs, false);
    return {
      x: () => conv2dInputGradient(dy, filter, info),
      filter: () => conv2dFilterGradient(x, dy, info),
    };
  });
  overrideGradient('DepthwiseConv2dNative', ['x', 'filter'], (dy, tensors, map) => {
    const attrs = map as unknown as Attributes;
    if (!isDilated(attrs.dilations)) return null;
    const x = saved<tf.Rank.R4>(tensors, 0);
    const filter = saved<tf.Rank.R4>(tensors, 1);
    const info = geometry2d(x, filter, attrs, true);
    return {
      x: () => depthwiseInputGradient(dy, filter, info),
      filter: () => dilatedDepthwiseFilterGradient(x, dy, filter.shape, info),
    };
  });
  overrideGradient('Conv3D', ['x', 'filter'], (dy, tensors, map) => {
    const attrs = map as unknown as Attributes;
    if (!isDilated(attrs.dilations)) return null;
    const x = saved<tf.Rank.R5>(tensors, 0);
    const filter = saved<tf.Rank.R5>(tensors, 1);
    const info = tf.backend_util.computeConv3DInfo(
      x.shape,
      filter.shape,
      attrs.strides,
      attrs.dilations,
      attrs.pad,
    );
    return {
      x: () => conv3dInputGradient(dy, filter, info),
      filter: () => conv3dFilterGradient(x, dy, info),
    };
  });
}

function geometry2d(
  x: tf.Tensor4D,
  filter: tf.Tensor4D,
  attrs: Attributes,
  isDepthwise: boolean,
): tf.backend_util.Conv2DInfo {
  return tf.backend_util.computeConv2DInfo(
    x.shape,
    filter.shape,
    attrs.strides,
    attrs.dilations,
    attrs.pad,
    attrs.dimRoundingMode,
    isDepthwise,
  );
}

/** One product and sum for each kernel position. The stride is 1 wherever the dilation is not. */
function dilatedDepthwiseFilterGradient(
  x: tf.Tensor4D,
  dy: tf.Tensor,
  filterShape: [number, number, number, number],
  info: tf.backend_util.Conv2DInfo,
): tf.Tensor {
  return tf.tidy(() => {
    const [height, width, channels, multiplier] = filterShape;
    const { batchSize, outHeight, outWidth, dilationHeight, dilationWidth } = info;
    const { top, bottom, left, right } = info.padInfo;
    const pixels = batchSize * outHeight * outWidth;
    const padded = x.pad([
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ]);
    const flatDy = dy.reshape([pixels, channels, multiplier]);
    const parts: tf.Tensor[] = [];
    for (let i = 0; i < height; i++) {
      for (let j = 0; j < width; j++) {
        const cells = padded.slice(
          [0, i * dilationHeight, j * dilationWidth, 0],
          [batchSize, outHeight, outWidth, channels],
        );
        parts.push(tf.sum(tf.mul(cells.reshape([pixels, channels, 1]), flatDy), 0));
      }
    }
    return tf.stack(parts).reshape(filterShape);
  });
}
