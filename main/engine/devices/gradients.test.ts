import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDevice } from '#main/engine/devices/index.ts';
import { openReferenceBackend } from '#main/engine/devices/referenceBackend.ts';

/**
 * Functions that are linear in each argument are checked by a central difference along a random direction, which is
 * exact for them; pooling and scatter kernels against plain loops. Values lie between −1 and 1, batches are above 1.
 */
interface LinearCase {
  readonly name: string;
  readonly run: (...tensors: tf.Tensor[]) => tf.Tensor;
  readonly shapes: readonly (readonly number[])[];
}

type Size2 = [number, number];

const image = [2, 9, 8, 3];
const volume = [2, 5, 6, 5, 2];
const large = [2, 17, 19, 4];

function convolutions(): LinearCase[] {
  const settings: readonly [number | Size2, 'valid' | 'same', number][] = [
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
  return settings.flatMap(([strides, pad, dilation]) =>
    kernels
      .filter(([height]) => dilation < 3 || height < 4)
      .flatMap((kernel) => {
        const label = `${kernel.join('×')} strides ${String(strides)} ${pad} dilation ${dilation}`;
        return [
          {
            name: `conv2d ${label}`,
            run: (x, w) =>
              tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, strides, pad, 'NHWC', dilation),
            shapes: [image, [...kernel, 3, 4]],
          },
          ...[1, 2].map((multiplier): LinearCase => ({
            name: `depthwiseConv2d ${label} multiplier ${multiplier}`,
            run: (x, w) =>
              tf.depthwiseConv2d(
                x as tf.Tensor4D,
                w as tf.Tensor4D,
                strides,
                pad,
                'NHWC',
                dilation,
              ),
            shapes: [image, [...kernel, 3, multiplier]],
          })),
        ];
      }),
  );
}

function transposedAndVolumes(): LinearCase[] {
  const settings = [1, 2, 3].flatMap((s) =>
    (['valid', 'same'] as const)
      .filter((pad) => s < 3 || pad === 'same')
      .map((pad) => [s, pad] as const),
  );
  return settings.flatMap(([s, pad]): LinearCase[] => {
    const isSame = pad === 'same';
    return [
      {
        name: `conv2dTranspose strides ${s} ${pad}`,
        run: (x, w) =>
          tf.conv2dTranspose(
            x as tf.Tensor4D,
            w as tf.Tensor4D,
            isSame ? [2, 5 * s, 4 * s, 3] : [2, 4 * s + 3, 3 * s + 3, 3],
            s,
            pad,
          ),
        shapes: [
          [2, 5, 4, 4],
          [3, 3, 3, 4],
        ],
      },
      {
        name: `conv3d strides ${s} ${pad}`,
        run: (x, w) => tf.conv3d(x as tf.Tensor5D, w as tf.Tensor5D, s, pad),
        shapes: [volume, [3, 3, 3, 2, 3]],
      },
      {
        name: `conv3dTranspose strides ${s} ${pad}`,
        run: (x, w) =>
          tf.conv3dTranspose(
            x as tf.Tensor5D,
            w as tf.Tensor5D,
            isSame ? [2, 2 * s, 3 * s, 2 * s, 3] : [2, s + 3, 2 * s + 3, s + 3, 3],
            s,
            pad,
          ),
        shapes: [
          [2, 2, 3, 2, 2],
          [3, 3, 3, 3, 2],
        ],
      },
      {
        name: `avgPool strides ${s} ${pad}`,
        run: (x) => tf.avgPool(x as tf.Tensor4D, 3, s, pad),
        shapes: [image],
      },
      {
        name: `avgPool3d strides ${s} ${pad}`,
        run: (x) => tf.avgPool3d(x as tf.Tensor5D, 3, s, pad),
        shapes: [volume],
      },
    ];
  });
}

function products(): LinearCase[] {
  return [1, 3].flatMap((batch) =>
    [false, true].flatMap((transposeA) =>
      [false, true].map((transposeB): LinearCase => ({
        name: `matMul batch ${batch} transposed ${String(transposeA)} ${String(transposeB)}`,
        run: (a, b) => tf.matMul(a, b, transposeA, transposeB),
        shapes: [
          transposeA ? [batch, 5, 4] : [batch, 4, 5],
          transposeB ? [batch, 6, 5] : [batch, 5, 6],
        ],
      })),
    ),
  );
}

const linearCases: readonly LinearCase[] = [
  ...convolutions(),
  ...transposedAndVolumes(),
  ...products(),
  {
    name: 'conv3d dilation 2',
    run: (x, w) => tf.conv3d(x as tf.Tensor5D, w as tf.Tensor5D, 1, 'same', 'NDHWC', 2),
    shapes: [volume, [3, 3, 3, 2, 3]],
  },
  {
    name: 'conv2d of more than 1,000 values',
    run: (x, w) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, 'same'),
    shapes: [large, [3, 3, 4, 8]],
  },
  {
    name: 'matMul of more than 1,000 values',
    run: (a, b) => tf.matMul(a, b),
    shapes: [
      [64, 70],
      [70, 50],
    ],
  },
  {
    name: 'batched matMul above the size of the stock loops',
    run: (a, b) => tf.matMul(a, b, false, true),
    shapes: [
      [2, 130, 130],
      [2, 130, 130],
    ],
  },
];

function random(shape: readonly number[], seed: number): tf.Tensor {
  return tf.randomUniform([...shape], -1, 1, 'float32', seed);
}

function scalar(tensor: tf.Tensor): number {
  return tensor.dataSync()[0] ?? Number.NaN;
}

function expectClose(got: tf.Tensor, want: ArrayLike<number>): void {
  const values = Array.from(got.dataSync());
  expect(values.length).toBe(want.length);
  const largest = values.reduce((most, v, i) => Math.max(most, Math.abs(v - (want[i] ?? 0))), 0);
  expect(largest).toBeLessThan(1e-4);
}

/** Values, maxima and gradient of 3×3 max pooling with stride 2, `valid`, by plain loops. */
function poolByLoops(x: Float32Array): { maxima: number[]; gradient: Float32Array } {
  const maxima: number[] = [];
  const gradient = new Float32Array(x.length);
  for (let b = 0; b < 2; b++) {
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 3; j++) {
        for (let c = 0; c < 3; c++) {
          let at = -1;
          for (let u = 0; u < 3; u++) {
            for (let v = 0; v < 3; v++) {
              const cell = ((b * 9 + i * 2 + u) * 8 + j * 2 + v) * 3 + c;
              if (at < 0 || (x[cell] ?? 0) > (x[at] ?? 0)) at = cell;
            }
          }
          maxima.push(x[at] ?? 0);
          gradient[at] = (gradient[at] ?? 0) + 1;
        }
      }
    }
  }
  return { maxima, gradient };
}

describe.each(['wasm', 'cpu'])('gradients on %s', (backend) => {
  beforeAll(async () => {
    if (backend === 'cpu') await openReferenceBackend();
    else expect((await openDevice(backend)).ok).toBe(true);
    expect(tf.getBackend()).toBe(backend);
  });

  test.each(linearCases)('$name', ({ run, shapes }) => {
    tf.tidy(() => {
      const tensors = shapes.map((shape, index) => random(shape, 3 + index));
      const weights = random(run(...tensors).shape, 99);
      const objective = (...xs: tf.Tensor[]): tf.Scalar =>
        run(...xs)
          .mul(weights)
          .sum();
      const gradients = tf.grads(objective)(tensors);
      tensors.forEach((tensor, index) => {
        const direction = random(tensor.shape, 7 + index);
        const moved = (sign: number): tf.Tensor[] =>
          tensors.map((t, i) => (i === index ? t.add(direction.mul(sign)) : t));
        const want = (scalar(objective(...moved(1))) - scalar(objective(...moved(-1)))) / 2;
        const gradient = gradients[index];
        expect(gradient?.shape).toEqual(tensor.shape);
        const got = scalar((gradient ?? tf.scalar(Number.NaN)).mul(direction).sum());
        expect(Math.abs(got - want)).toBeLessThan(2e-3 * Math.max(1, Math.abs(want)));
      });
    });
  });

  test('max pooling of values that are all negative', () => {
    tf.tidy(() => {
      const x = random(image, 3).sub<tf.Tensor4D>(2);
      const { maxima, gradient } = poolByLoops(x.dataSync() as Float32Array);
      expectClose(tf.maxPool(x, 3, 2, 'valid'), maxima);
      expectClose(
        tf.grad((t: tf.Tensor) => tf.maxPool(t as tf.Tensor4D, 3, 2, 'valid').sum())(x),
        gradient,
      );
      const flat = x.reshape<tf.Tensor5D>([2, 1, 9, 8, 3]);
      const pool = (t: tf.Tensor): tf.Tensor =>
        tf.maxPool3d(t as tf.Tensor5D, [1, 3, 3], [1, 2, 2], 'valid');
      expectClose(pool(flat), maxima);
      expectClose(tf.grad((t: tf.Tensor) => pool(t).sum())(flat), gradient);
    });
  });

  test('max pooling with padding sends each gradient to one cell of the image', () => {
    tf.tidy(() => {
      const x = tf.fill<tf.Rank.R4>([2, 7, 7, 5], -0.5);
      const gradient = tf.grad((t: tf.Tensor) => tf.maxPool(t as tf.Tensor4D, 3, 2, 'same').sum())(
        x,
      );
      expect(scalar(gradient.sum())).toBe(2 * 4 * 4 * 5);
    });
  });

  test('unsortedSegmentSum drops ids outside the range', () => {
    if (backend === 'cpu') return;
    tf.tidy(() => {
      const x = random([6, 4], 8);
      const rows = x.arraySync() as number[][];
      const ids = [0, 3, 3, -1, 6, 1];
      const want = new Float32Array(20);
      ids.forEach((segment, row) => {
        if (segment < 0 || segment >= 5) return;
        (rows[row] ?? []).forEach((value, c) => {
          want[segment * 4 + c] = (want[segment * 4 + c] ?? 0) + value;
        });
      });
      expectClose(tf.unsortedSegmentSum(x, tf.tensor1d(ids, 'int32'), 5), want);
    });
  });

  test('a lookup sends its gradient to the rows that were looked up', () => {
    tf.tidy(() => {
      const table = random([1200, 3], 4);
      const ids = tf.tensor1d([7, 1199, 7, 0], 'int32');
      const gradient = tf.grad((t: tf.Tensor) => tf.gather(t, ids).sum())(table);
      const sums = gradient.sum(1).dataSync();
      expect([sums[0], sums[1], sums[7], sums[1199]]).toEqual([3, 0, 6, 3]);
    });
  });

  test('batch normalization over an axis other than the last', () => {
    tf.tidy(() => {
      const x = random(image, 3);
      const mean = random([1, 9, 1, 1], 5);
      const variance = mean.abs().add(0.5);
      const normal = tf.batchNorm(x, mean, variance, mean, variance);
      const want = x
        .sub(mean)
        .div(tf.sqrt(variance.add(0.001)))
        .mul(variance)
        .add(mean);
      expectClose(normal, want.dataSync());
      const weights = random(image, 99);
      const objective = (...t: tf.Tensor[]): tf.Scalar =>
        tf
          .batchNorm(x, t[0] as tf.Tensor4D, variance as tf.Tensor4D, mean, t[1] as tf.Tensor4D)
          .mul(weights)
          .sum();
      const scale = random([1, 9, 1, 1], 8);
      const [byMean, byScale] = tf.grads(objective)([mean, scale]);
      expect(byMean?.shape).toEqual([1, 9, 1, 1]);
      const direction = random([1, 9, 1, 1], 6);
      const moved = (s: number): number => scalar(objective(mean, scale.add(direction.mul(s))));
      const got = scalar((byScale ?? tf.scalar(0)).mul(direction).sum());
      expect(got).toBeCloseTo((moved(1) - moved(-1)) / 2, 2);
    });
  });

  test('comparisons have the gradient zero', () => {
    tf.tidy(() => {
      const x = random([40, 30], 2);
      const gradient = tf.grad((t: tf.Tensor) => t.mul(t.greater(0.2).cast('float32')).sum())(x);
      expectClose(gradient, x.greater(0.2).cast('float32').dataSync());
    });
  });
});
