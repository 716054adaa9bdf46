import * as tf from '@tensorflow/tfjs';
import {
  conv3dFilterGradient,
  conv3dInputGradient,
} from '#main/engine/devices/convolution/conv3dGradients.ts';
import { argument, wasmKernel } from '#main/engine/devices/kernels/wasmKernel.ts';

type Shape5 = [number, number, number, number, number];

interface Attributes {
  readonly strides: [number, number, number] | number;
  readonly pad: 'valid' | 'same';
}

/** Gradient of a 3-D convolution with respect to its input. The stock one varies with what the heap held before. */
export const conv3dInputGradientKernel = wasmKernel<Attributes & { readonly inputShape: Shape5 }>(
  'Conv3DBackpropInputV2',
  ({ inputs, attrs }) => {
    const filter = argument<tf.Rank.R5>(inputs, 'filter');
    return conv3dInputGradient(
      argument(inputs, 'dy'),
      filter,
      tf.backend_util.computeConv3DInfo(
        attrs.inputShape,
        filter.shape,
        attrs.strides,
        1,
        attrs.pad,
      ),
    );
  },
);

/** Gradient of a 3-D convolution with respect to its filter. The stock one is wrong for strides above 1. */
export const conv3dFilterGradientKernel = wasmKernel<Attributes & { readonly filterShape: Shape5 }>(
  'Conv3DBackpropFilterV2',
  ({ inputs, attrs }) => {
    const x = argument<tf.Rank.R5>(inputs, 'x');
    return conv3dFilterGradient(
      x,
      argument(inputs, 'dy'),
      tf.backend_util.computeConv3DInfo(x.shape, attrs.filterShape, attrs.strides, 1, attrs.pad),
    );
  },
);
