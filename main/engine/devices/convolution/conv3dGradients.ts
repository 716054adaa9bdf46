import * as tf from '@tensorflow/tfjs';
import { insertZeros, turnFilter } from '#main/engine/devices/convolution/reverseConvolution.ts';

/** One spatial axis of a 3-D convolution. */
interface Axis {
  readonly stride: number;
  readonly dilation: number;
  readonly kernel: number;
  readonly size: number;
  readonly outputs: number;
  readonly before: number;
  readonly after: number;
}

function axesOf(info: tf.backend_util.Conv3DInfo): readonly [Axis, Axis, Axis] {
  const { padInfo } = info;
  return [
    {
      stride: info.strideDepth,
      dilation: info.dilationDepth,
      kernel: info.filterDepth,
      size: info.inDepth,
      outputs: info.outDepth,
      before: padInfo.front,
      after: padInfo.back,
    },
    {
      stride: info.strideHeight,
      dilation: info.dilationHeight,
      kernel: info.filterHeight,
      size: info.inHeight,
      outputs: info.outHeight,
      before: padInfo.top,
      after: padInfo.bottom,
    },
    {
      stride: info.strideWidth,
      dilation: info.dilationWidth,
      kernel: info.filterWidth,
      size: info.inWidth,
      outputs: info.outWidth,
      before: padInfo.left,
      after: padInfo.right,
    },
  ];
}

/**
 * Gradient of a 3-D convolution with respect to its input `(batch, depth, height, width, in)`: as in two dimensions
 * (conv2dInputGradient.ts), with the padding done by `pad`, because Conv3D takes no explicit padding.
 */
export function conv3dInputGradient(
  dy: tf.Tensor,
  filter: tf.Tensor,
  info: tf.backend_util.Conv3DInfo,
): tf.Tensor {
  return tf.tidy(() => {
    const axes = axesOf(info);
    const spread = axes.reduce((t, axis, index) => insertZeros(t, index + 1, axis.stride), dy);
    const size = [...spread.shape];
    const padding: [number, number][] = [[0, 0]];
    axes.forEach((axis, index) => {
      const span = axis.dilation * (axis.kernel - 1);
      const before = span - axis.before;
      const have = size[index + 1] ?? 0;
      const after = axis.size + span - have - before;
      size[index + 1] = have + Math.min(after, 0);
      padding.push([before, Math.max(after, 0)]);
    });
    padding.push([0, 0]);
    return tf.engine().runKernel(
      'Conv3D',
      { x: spread.slice([0, 0, 0, 0, 0], size).pad(padding), filter: turnFilter(filter) },
      {
        strides: [1, 1, 1],
        dilations: axes.map((axis) => axis.dilation),
        pad: 'valid',
        dataFormat: 'NDHWC',
      },
    );
  });
}

/**
 * Gradient of a 3-D convolution with respect to its filter `(depth, height, width, in, out)`, any stride and dilation:
 * one matrix product for each position of the kernel.
 */
export function conv3dFilterGradient(
  x: tf.Tensor,
  dy: tf.Tensor,
  info: tf.backend_util.Conv3DInfo,
): tf.Tensor {
  return tf.tidy(() => {
    const axes = axesOf(info);
    const padded = x.pad([
      [0, 0],
      ...axes.map(({ before, after }) => [before, after] as const),
      [0, 0],
    ] as [number, number][]);
    const flatDy = dy.reshape<tf.Tensor2D>([-1, info.outChannels]);
    const strides = [1, ...axes.map(({ stride }) => stride), 1];
    const counts = [info.batchSize, ...axes.map(({ outputs }) => outputs), info.inChannels];
    const parts: tf.Tensor[] = [];
    for (const position of positions(axes)) {
      const begin = [0, ...position, 0];
      const end = begin.map((b, i) => b + ((counts[i] ?? 1) - 1) * (strides[i] ?? 1) + 1);
      const cells = padded.stridedSlice(begin, end, strides);
      parts.push(tf.matMul(cells.reshape<tf.Tensor2D>([-1, info.inChannels]), flatDy, true));
    }
    return tf.stack(parts).reshape(info.filterShape);
  });
}

/** First cells that each kernel position reads, in the order of the filter's memory. */
function positions([depth, height, width]: readonly [Axis, Axis, Axis]): [
  number,
  number,
  number,
][] {
  const steps = ({ kernel, dilation }: Axis): number[] =>
    Array.from({ length: kernel }, (_, index) => index * dilation);
  return steps(depth).flatMap((i) =>
    steps(height).flatMap((j) => steps(width).map((k): [number, number, number] => [i, j, k])),
  );
}
