import * as tf from '@tensorflow/tfjs';
import { depthwiseInputGradient } from '#main/engine/devices/convolution/conv2dInputGradient.ts';
import { argument, heapView, wasmKernel } from '#main/engine/devices/kernels/wasmKernel.ts';

interface Attributes {
  readonly strides: [number, number] | number;
  readonly dilations?: [number, number] | number;
  readonly pad: 'valid' | 'same' | number;
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
    attrs.dilations ?? 1,
    attrs.pad,
    attrs.dimRoundingMode,
    true,
  );
}

/** Gradient of a depthwise convolution with respect to its input; wasm has none. */
export const depthwiseInputGradientKernel = wasmKernel<
  Attributes & { readonly inputShape: [number, number, number, number] }
>('DepthwiseConv2dNativeBackpropInput', ({ inputs, attrs }) => {
  const filter = argument<tf.Rank.R4>(inputs, 'filter');
  return depthwiseInputGradient(
    argument(inputs, 'dy'),
    filter,
    geometry(attrs.inputShape, filter.shape, attrs),
  );
});

/**
 * Gradient of a depthwise convolution with respect to its filter `(height, width, in, multiplier)`; wasm has none.
 * One pass over all pairs of an output pixel and a kernel position; sums in double precision, since a filter's value
 * gathers from every pixel of the batch.
 */
export const depthwiseFilterGradientKernel = wasmKernel<
  Attributes & { readonly filterShape: [number, number, number, number] }
>('DepthwiseConv2dNativeBackpropFilter', ({ inputs, attrs, backend }) => {
  const input = argument<tf.Rank.R4>(inputs, 'x');
  const info = geometry(input.shape, attrs.filterShape, attrs);
  const output = backend.makeOutput(attrs.filterShape, 'float32');
  const x = heapView(backend, input);
  const dy = heapView(backend, argument(inputs, 'dy'));
  const { inHeight, inWidth, inChannels, outChannels, filterHeight, filterWidth } = info;
  const multiplier = outChannels / inChannels;
  const sums = new Float64Array(filterHeight * filterWidth * outChannels);
  let out = 0;
  for (let batch = 0; batch < info.batchSize; batch++) {
    for (let outRow = 0; outRow < info.outHeight; outRow++) {
      for (let outColumn = 0; outColumn < info.outWidth; outColumn++, out += outChannels) {
        for (let i = 0; i < filterHeight; i++) {
          const row = outRow * info.strideHeight + i * info.dilationHeight - info.padInfo.top;
          if (row < 0 || row >= inHeight) continue;
          for (let j = 0; j < filterWidth; j++) {
            const column =
              outColumn * info.strideWidth + j * info.dilationWidth - info.padInfo.left;
            if (column < 0 || column >= inWidth) continue;
            const cell = ((batch * inHeight + row) * inWidth + column) * inChannels;
            const position = (i * filterWidth + j) * outChannels;
            for (let channel = 0, q = 0; channel < inChannels; channel++) {
              const value = x[cell + channel] as number;
              for (let m = 0; m < multiplier; m++, q++) {
                sums[position + q] =
                  (sums[position + q] as number) + value * (dy[out + q] as number);
              }
            }
          }
        }
      }
    }
  }
  heapView(backend, output).set(sums);
  return output;
});
