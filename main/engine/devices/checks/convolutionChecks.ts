import * as tf from '@tensorflow/tfjs';
import type { Check } from '#main/engine/devices/checks/check.ts';
import { linear } from '#main/engine/devices/checks/check.ts';

type Size2 = [number, number];
type Tensor4 = tf.Tensor4D;
type Tensor5 = tf.Tensor5D;

const image = [2, 9, 8, 3];
const volume = [2, 5, 6, 5, 2];

const settings: readonly (readonly [number | Size2, 'valid' | 'same', number])[] = [
  [1, 'valid', 1],
  [1, 'same', 1],
  [2, 'valid', 1],
  [2, 'same', 1],
  [3, 'same', 1],
  [[2, 1], 'same', 1],
  [1, 'same', 2],
  [1, 'valid', 3],
];

const kernels: readonly Size2[] = [
  [3, 2],
  [3, 3],
  [1, 1],
  [4, 2],
];

const plane: readonly Check[] = settings.flatMap(([strides, pad, dilation]) =>
  kernels
    // Wider than the image otherwise.
    .filter(([height]) => dilation < 3 || height < 4)
    .flatMap((kernel) => {
      const label = `${kernel.join('×')} strides ${String(strides)} ${pad} dilation ${dilation}`;
      return [
        linear(`conv2d ${label}`, [image, [...kernel, 3, 4]], (x, w) =>
          tf.conv2d(x as Tensor4, w as Tensor4, strides, pad, 'NHWC', dilation),
        ),
        ...[1, 2].map((multiplier) =>
          linear(
            `depthwiseConv2d ${label} multiplier ${multiplier}`,
            [image, [...kernel, 3, multiplier]],
            (x, w) =>
              tf.depthwiseConv2d(x as Tensor4, w as Tensor4, strides, pad, 'NHWC', dilation),
          ),
        ),
      ];
    }),
);

const spaces: readonly (readonly [1 | 2 | 3, 'valid' | 'same'])[] = [
  [1, 'valid'],
  [1, 'same'],
  [2, 'valid'],
  [2, 'same'],
  [3, 'same'],
];

const space: readonly Check[] = spaces.flatMap(([s, pad]) => {
  const isSame = pad === 'same';
  return [
    linear(
      `conv2dTranspose strides ${s} ${pad}`,
      [
        [2, 5, 4, 4],
        [3, 3, 3, 4],
      ],
      (x, w) =>
        tf.conv2dTranspose(
          x as Tensor4,
          w as Tensor4,
          isSame ? [2, 5 * s, 4 * s, 3] : [2, 4 * s + 3, 3 * s + 3, 3],
          s,
          pad,
        ),
    ),
    linear(`conv3d strides ${s} ${pad}`, [volume, [3, 3, 3, 2, 3]], (x, w) =>
      tf.conv3d(x as Tensor5, w as Tensor5, s, pad),
    ),
    linear(
      `conv3dTranspose strides ${s} ${pad}`,
      [
        [2, 2, 3, 2, 2],
        [3, 3, 3, 3, 2],
      ],
      (x, w) =>
        tf.conv3dTranspose(
          x as Tensor5,
          w as Tensor5,
          isSame ? [2, 2 * s, 3 * s, 2 * s, 3] : [2, s + 3, 2 * s + 3, s + 3, 3],
          s,
          pad,
        ),
    ),
    linear(`avgPool strides ${s} ${pad}`, [image], (x) => tf.avgPool(x as Tensor4, 3, s, pad)),
    linear(`avgPool3d strides ${s} ${pad}`, [volume], (x) => tf.avgPool3d(x as Tensor5, 3, s, pad)),
  ];
});

/** Convolutions and average pooling: with respect to the image and to the filter. */
export const convolutionChecks: readonly Check[] = [
  ...plane,
  ...space,
  linear('conv3d dilation 2', [volume, [3, 3, 3, 2, 3]], (x, w) =>
    tf.conv3d(x as Tensor5, w as Tensor5, 1, 'same', 'NDHWC', 2),
  ),
  linear('conv3d strides 2, 1, 3', [volume, [2, 3, 1, 2, 3]], (x, w) =>
    tf.conv3d(x as Tensor5, w as Tensor5, [2, 1, 3], 'valid'),
  ),
  linear('conv3d dilation 2, 1, 3', [volume, [2, 3, 2, 2, 3]], (x, w) =>
    tf.conv3d(x as Tensor5, w as Tensor5, 1, 'valid', 'NDHWC', [2, 1, 3]),
  ),
  linear(
    'conv3dTranspose strides 2, 1, 3',
    [
      [2, 2, 3, 2, 2],
      [2, 3, 1, 3, 2],
    ],
    (x, w) => tf.conv3dTranspose(x as Tensor5, w as Tensor5, [2, 4, 5, 6, 3], [2, 1, 3], 'valid'),
  ),
  linear('avgPool3d strides 2, 1, 2', [volume], (x) =>
    tf.avgPool3d(x as Tensor5, [3, 2, 1], [2, 1, 2], 'valid'),
  ),
  linear(
    'conv2d of more than 1,000 values',
    [
      [2, 17, 19, 4],
      [3, 3, 4, 8],
    ],
    (x, w) => tf.conv2d(x as Tensor4, w as Tensor4, 1, 'same'),
  ),
  linear(
    'depthwiseConv2d of more than 1,000 values',
    [
      [3, 17, 19, 16],
      [3, 3, 16, 1],
    ],
    (x, w) => tf.depthwiseConv2d(x as Tensor4, w as Tensor4, 2, 'same'),
  ),
  ...[1, 2].map((dilation) =>
    linear(
      `conv1d dilation ${dilation}`,
      [
        [3, 20, 4],
        [3, 4, 5],
      ],
      (x, w) => tf.conv1d(x as tf.Tensor3D, w as tf.Tensor3D, 1, 'same', 'NWC', dilation),
    ),
  ),
];
