import * as tf from '@tensorflow/tfjs';
import { overrideGradient, saved } from '#main/engine/devices/gradients/overrideGradient.ts';

/** Gradient of conv3dTranspose (the kernel is the input gradient of Conv3D), which tfjs lacks. */
export function registerConv3dTranspose(): void {
  overrideGradient('Conv3DBackpropInputV2', ['dy', 'filter'], (gradient, tensors, map) => {
    const dy = saved<tf.Rank.R5>(tensors, 0);
    const filter = saved<tf.Rank.R5>(tensors, 1);
    const strides = map['strides'] as [number, number, number];
    const pad = map['pad'] as 'valid' | 'same';
    return {
      dy: () => tf.conv3d(gradient as tf.Tensor5D, filter, strides, pad),
      filter: () =>
        tf
          .engine()
          .runKernel(
            'Conv3DBackpropFilterV2',
            { x: gradient, dy },
            { strides, pad, filterShape: filter.shape },
          ),
    };
  });
}
