import type * as tf from '@tensorflow/tfjs';

/** Windows of a pooling op over `(batch, depth, height, width, channels)`; images have depth 1. */
interface Axis {
  readonly size: number;
  readonly outputs: number;
  readonly stride: number;
  readonly window: number;
  readonly before: number;
}

/** A pooling op's geometry, two- or three-dimensional. */
export type PoolInfo = tf.backend_util.Conv2DInfo | tf.backend_util.Conv3DInfo;

function axesOf(info: PoolInfo): readonly [Axis, Axis, Axis] {
  const depth: Axis =
    'inDepth' in info
      ? {
          size: info.inDepth,
          outputs: info.outDepth,
          stride: info.strideDepth,
          window: info.effectiveFilterDepth,
          before: info.padInfo.front,
        }
      : { size: 1, outputs: 1, stride: 1, window: 1, before: 0 };
  const height: Axis = {
    size: info.inHeight,
    outputs: info.outHeight,
    stride: info.strideHeight,
    window: info.effectiveFilterHeight,
    before: info.padInfo.top,
  };
  const width: Axis = {
    size: info.inWidth,
    outputs: info.outWidth,
    stride: info.strideWidth,
    window: info.effectiveFilterWidth,
    before: info.padInfo.left,
  };
  return [depth, height, width];
}

/** Calls `use` with the part of the window at `output` that lies inside the axis. */
function inside(axis: Axis, output: number): { readonly from: number; readonly to: number } {
  const start = output * axis.stride - axis.before;
  return { from: Math.max(start, 0), to: Math.min(start + axis.window, axis.size) };
}

/**
 * Visits every output position: `output` is the offset of its first channel, `cells` (the first `count` of them) the
 * offsets of the first channels of the input cells under its window. `cells` is reused between visits.
 */
export function visitWindows(
  info: PoolInfo,
  visit: (output: number, cells: Int32Array, count: number) => void,
): void {
  const [depth, height, width] = axesOf(info);
  const channels = info.inChannels;
  const cells = new Int32Array(depth.window * height.window * width.window);
  let output = 0;
  for (let batch = 0; batch < info.batchSize; batch++) {
    for (let d = 0; d < depth.outputs; d++) {
      const inDepth = inside(depth, d);
      for (let h = 0; h < height.outputs; h++) {
        const inHeight = inside(height, h);
        for (let w = 0; w < width.outputs; w++, output += channels) {
          const inWidth = inside(width, w);
          let count = 0;
          for (let z = inDepth.from; z < inDepth.to; z++) {
            for (let y = inHeight.from; y < inHeight.to; y++) {
              const row = ((batch * depth.size + z) * height.size + y) * width.size;
              for (let x = inWidth.from; x < inWidth.to; x++) {
                cells[count++] = (row + x) * channels;
              }
            }
          }
          visit(output, cells, count);
        }
      }
    }
  }
}
