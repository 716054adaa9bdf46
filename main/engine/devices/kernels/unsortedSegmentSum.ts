import type * as tf from '@tensorflow/tfjs';
import { argument, heapView, wasmKernel } from '#main/engine/devices/kernels/wasmKernel.ts';

/**
 * out[s] = sum of the rows of x whose id is s: the gradient of a lookup (embedding), which wasm lacks. Ids outside
 * 0 … numSegments − 1 are dropped, as in TensorFlow.
 */
export const unsortedSegmentSumKernel = wasmKernel<{ readonly numSegments: number }>(
  'UnsortedSegmentSum',
  ({ inputs, attrs: { numSegments }, backend }): tf.TensorInfo => {
    const x = argument(inputs, 'x');
    const segmentIds = argument(inputs, 'segmentIds');
    const rowShape = x.shape.slice(segmentIds.shape.length);
    const rowSize = rowShape.reduce((product, size) => product * size, 1);
    const output = backend.makeOutput([numSegments, ...rowShape], x.dtype);
    const values = heapView(backend, x);
    const ids = heapView(backend, segmentIds);
    const sums = heapView(backend, output).fill(0);
    for (let row = 0, from = 0; row < ids.length; row++, from += rowSize) {
      const segment = ids[row] as number;
      if (segment < 0 || segment >= numSegments) continue;
      const to = segment * rowSize;
      for (let i = 0; i < rowSize; i++) {
        sums[to + i] = (sums[to + i] as number) + (values[from + i] as number);
      }
    }
    return output;
  },
);
