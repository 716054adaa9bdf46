import * as tf from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { PoolInfo } from '#main/engine/devices/kernels/poolWindows.ts';
import { visitWindows } from '#main/engine/devices/kernels/poolWindows.ts';
import { argument, heapView, wasmKernel } from '#main/engine/devices/kernels/wasmKernel.ts';

/** Attributes of a pooling op. */
export interface PoolAttributes<Size> {
  readonly filterSize: Size | number;
  readonly strides: Size | number;
  readonly pad: 'valid' | 'same' | number;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/**
 * dy goes to the first maximum of its window, TensorFlow's rule. The stock kernel starts its search at the smallest
 * POSITIVE float: a window without a positive value sends its gradient to the first element of the whole tensor.
 */
function maxPoolGradient(
  backend: BackendWasm,
  input: tf.Tensor,
  dy: tf.Tensor,
  info: PoolInfo,
): tf.TensorInfo {
  const output = backend.makeOutput(input.shape, 'float32');
  const x = heapView(backend, input);
  const dyValues = heapView(backend, dy);
  const dx = heapView(backend, output).fill(0);
  const channels = info.inChannels;
  visitWindows(info, (at, cells, count) => {
    for (let channel = 0; channel < channels; channel++) {
      let best = (cells[0] as number) + channel;
      let largest = x[best] as number;
      for (let i = 1; i < count; i++) {
        const cell = (cells[i] as number) + channel;
        const value = x[cell] as number;
        if (value > largest) {
          largest = value;
          best = cell;
        }
      }
      dx[best] = (dx[best] as number) + (dyValues[at + channel] as number);
    }
  });
  return output;
}

/** Gradient of 2-D max pooling, `(batch, height, width, channels)`. */
export const maxPoolGradientKernel = wasmKernel<PoolAttributes<[number, number]>>(
  'MaxPoolGrad',
  ({ inputs, attrs, backend }) => {
    const input = argument<tf.Rank.R4>(inputs, 'input');
    return maxPoolGradient(
      backend,
      input,
      argument(inputs, 'dy'),
      tf.backend_util.computePool2DInfo(
        input.shape,
        attrs.filterSize,
        attrs.strides,
        1,
        attrs.pad,
        attrs.dimRoundingMode,
      ),
    );
  },
);

/** Gradient of 3-D max pooling, `(batch, depth, height, width, channels)`. */
export const maxPool3dGradientKernel = wasmKernel<PoolAttributes<[number, number, number]>>(
  'MaxPool3DGrad',
  ({ inputs, attrs, backend }) => {
    const input = argument<tf.Rank.R5>(inputs, 'input');
    return maxPoolGradient(
      backend,
      input,
      argument(inputs, 'dy'),
      tf.backend_util.computePool3DInfo(
        input.shape,
        attrs.filterSize,
        attrs.strides,
        1,
        attrs.pad,
        attrs.dimRoundingMode,
      ),
    );
  },
);
