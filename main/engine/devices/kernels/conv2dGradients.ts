import * as tf from '@tensorflow/tfjs';
import { conv2dFilterGradient } from '#main/engine/devices/convolution/conv2dFilterGradient.ts';
import { conv2dInputGradient } from '#main/engine/devices/convolution/conv2dInputGradient.ts';
import { argument, wasmKernel } from '#main/engine/devices/kernels/wasmKernel.ts';

interface Attributes {
  readonly strides: [number, number] | number;
  readonly pad: 'valid' | 'same' | number | tf.backend_util.ExplicitPadding;
  readonly dataFormat?: 'NHWC' | 'NCHW';
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

function geometry(
  inputShape: [number, number, number, number],
  filterShape: [number, number, number, number],
  attrs: Attributes,
): tf.backend_util.Conv2DInfo {
  return tf.backend_util.computeConv2DInfo(
    inputShape,
    filterShape,
    attrs.strides,
    1,
    attrs.pad,
    attrs.dimRoundingMode,
    false,
    tf.backend_util.convertConv2DDataFormat(attrs.dataFormat ?? 'NHWC'),
  );
}

/** Gradient of a 2-D convolution with respect to its filter; wasm has none. */
export const conv2dFilterGradientKernel = wasmKernel<
  Attributes & { readonly filterShape: [number, number, number, number] }
>('Conv2DBackpropFilter', ({ inputs, attrs }) => {
  const x = argument<tf.Rank.R4>(inputs, 'x');
  return conv2dFilterGradient(
    x,
    argument(inputs, 'dy'),
    geometry(x.shape, attrs.filterShape, attrs),
  );
});

/** Gradient of a 2-D convolution with respect to its input (and conv2dTranspose), 3 to 8 times as fast as the stock one. */
export const conv2dInputGradientKernel = wasmKernel<
  Attributes & { readonly inputShape: [number, number, number, number] }
>('Conv2DBackpropInput', ({ inputs, attrs }) => {
  const filter = argument<tf.Rank.R4>(inputs, 'filter');
  return conv2dInputGradient(
    argument(inputs, 'dy'),
    filter,
    geometry(attrs.inputShape, filter.shape, attrs),
  );
});
