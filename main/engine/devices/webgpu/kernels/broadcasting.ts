import * as tf from '@tensorflow/tfjs';
import { overrideKernel } from '#main/engine/devices/kernels/overrideKernel.ts';

/** Kernels that take two tensors and broadcast them. */
const kernelNames = [
  'Add',
  'Atan2',
  'EluGrad',
  'Equal',
  'FloorDiv',
  'Greater',
  'GreaterEqual',
  'Less',
  'LessEqual',
  'LogicalAnd',
  'LogicalOr',
  'Maximum',
  'Minimum',
  'Mod',
  'Multiply',
  'NotEqual',
  'Pow',
  'Prelu',
  'RealDiv',
  'SquaredDifference',
  'Sub',
] as const;

/** The most axes that the shaders of these kernels can address. */
const mostAxes = 4;

/**
 * Operations on two tensors of five axes and more, whose shader is invalid: the result would be zeros, and no error is
 * thrown. Neighbouring axes that broadcast alike are taken for one.
 */
export function registerBroadcasting(): void {
  for (const kernelName of kernelNames) {
    overrideKernel<object, unknown>('webgpu', kernelName, ({ inputs, attrs }, stock) => {
      const [[nameA, a], [nameB, b]] = Object.entries(inputs) as [
        [string, tf.Tensor],
        [string, tf.Tensor],
      ];
      if (Math.max(a.rank, b.rank) <= mostAxes) return stock(inputs, attrs);
      const [shapeA, shapeB] = mergeAxes(a.shape, b.shape);
      return tf.tidy(() =>
        stock({ [nameA]: a.reshape(shapeA), [nameB]: b.reshape(shapeB) }, attrs).reshape(
          tf.broadcast_util.assertAndGetBroadcastShape(a.shape, b.shape),
        ),
      );
    });
  }
}

/** Both shapes with as few axes as broadcasting allows: `[2,5,6,5,2]` and `[2]` become `[300,2]` and `[1,2]`. */
export function mergeAxes(a: readonly number[], b: readonly number[]): [number[], number[]] {
  const rank = Math.max(a.length, b.length);
  const filled = (shape: readonly number[]): number[] => [
    ...Array.from({ length: rank - shape.length }, () => 1),
    ...shape,
  ];
  const [fullA, fullB] = [filled(a), filled(b)];
  const mergedA: number[] = [];
  const mergedB: number[] = [];
  let last: 'both' | 'a' | 'b' | null = null;
  fullA.forEach((sizeA, axis) => {
    const sizeB = fullB[axis] ?? 1;
    if (sizeA === 1 && sizeB === 1) return;
    const kind = sizeA === sizeB ? 'both' : sizeA === 1 ? 'a' : 'b';
    const at = mergedA.length - 1;
    if (kind === last) {
      mergedA[at] = (mergedA[at] ?? 1) * sizeA;
      mergedB[at] = (mergedB[at] ?? 1) * sizeB;
    } else {
      mergedA.push(sizeA);
      mergedB.push(sizeB);
      last = kind;
    }
  });
  return [mergedA, mergedB];
}
