import * as tf from '@tensorflow/tfjs';
import type { PoolAttributes } from '#main/engine/devices/kernels/maxPoolGradient.ts';
import { visitWindows } from '#main/engine/devices/kernels/poolWindows.ts';
import { argument, heapView, wasmKernel } from '#main/engine/devices/kernels/wasmKernel.ts';

/**
 * 3-D max pooling. The stock kernel gives 1.2e-38 instead of the maximum where a window holds no positive value.
 */
export const maxPool3dKernel = wasmKernel<
  PoolAttributes<[number, number, number]> & { readonly dataFormat: 'NDHWC' | 'NCDHW' }
>('MaxPool3D', ({ inputs, attrs, backend }) => {
  const input = argument<tf.Rank.R5>(inputs, 'x');
  const info = tf.backend_util.computePool3DInfo(
    input.shape,
    attrs.filterSize,
    attrs.strides,
    1,
    attrs.pad,
    attrs.dimRoundingMode,
    attrs.dataFormat,
  );
  const output = backend.makeOutput(info.outShape, 'float32');
  const x = heapView(backend, input);
  const y = heapView(backend, output);
  const channels = info.inChannels;
  visitWindows(info, (at, cells, count) => {
    for (let channel = 0; channel < channels; channel++) {
      let largest = -Infinity;
      for (let i = 0; i < count; i++) {
        const value = x[(cells[i] as number) + channel] as number;
        if (value > largest) largest = value;
      }
      y[at + channel] = largest;
    }
  });
  return output;
});
