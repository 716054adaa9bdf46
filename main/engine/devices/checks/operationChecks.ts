import * as tf from '@tensorflow/tfjs';
import type { Check } from '#main/engine/devices/checks/check.ts';
import { differentiable, equal, linear, random } from '#main/engine/devices/checks/check.ts';

const image = [2, 9, 8, 3];
const volume = [2, 5, 6, 5, 4];

const products: readonly Check[] = [1, 3].flatMap((batch) =>
  [false, true].flatMap((transposeA) =>
    [false, true].map((transposeB) =>
      linear(
        `matMul batch ${batch} transposed ${String(transposeA)} ${String(transposeB)}`,
        [transposeA ? [batch, 5, 4] : [batch, 4, 5], transposeB ? [batch, 6, 5] : [batch, 5, 6]],
        (a, b) => tf.matMul(a, b, transposeA, transposeB),
      ),
    ),
  ),
);

const large: readonly Check[] = [
  linear(
    'matMul of more than 1,000 values',
    [
      [64, 70],
      [70, 50],
    ],
    (a, b) => tf.matMul(a, b),
  ),
  linear(
    'batched matMul above the size of the stock loops',
    [
      [2, 130, 130],
      [2, 130, 130],
    ],
    (a, b) => tf.matMul(a, b, false, true),
  ),
  linear('a bias added to each row', [[40, 30], [30]], (a, b) => a.add(b)),
  linear('a vector times a volume', [volume, [4]], (a, b) => a.mul(b)),
  linear('sums along an axis', [[40, 30, 2]], (a) => a.sum(1)),
  linear('means over space', [image], (a) => a.mean([1, 2])),
  linear(
    'joined along an axis',
    [
      [20, 30],
      [20, 31],
    ],
    (a, b) => tf.concat([a, b], 1),
  ),
  linear('padded', [image], (a) =>
    a.pad([
      [0, 0],
      [1, 2],
      [3, 0],
      [0, 0],
    ]),
  ),
  linear('a part of a table', [[40, 30]], (a) => a.slice([3, 2], [30, 20])),
  linear('turned axes', [[10, 20, 6]], (a) => a.transpose([2, 0, 1])),
  linear('enlarged by the nearest pixel', [image], (a) =>
    tf.image.resizeNearestNeighbor(a as tf.Tensor4D, [18, 16]),
  ),
  linear('enlarged with straight lines between pixels', [image], (a) =>
    tf.image.resizeBilinear(a as tf.Tensor4D, [18, 16]),
  ),
  linear('repeated', [[20, 30]], (a) => a.tile([2, 3])),
];

const activations: readonly Check[] = (
  ['elu', 'sigmoid', 'softplus', 'tanh', 'softmax', 'logSoftmax', 'exp', 'square'] as const
).map((name) =>
  differentiable(
    `${name} of more than 1,000 values`,
    [() => random([40, 30], 3)],
    (x) => tf[name](x),
    // Away from the kink of elu a step this small is exact enough, and float32 still sees it.
    1e-2,
  ),
);

/** Values of both signs, none so near to 0 that a step would cross it. */
function awayFromZero(shape: readonly number[], seed: number): tf.Tensor {
  const x = random(shape, seed);
  return x.add(x.sign().mul(0.2));
}

const bends: readonly Check[] = [
  differentiable(
    'prelu: x, slopes',
    [() => awayFromZero(image, 3), () => random([1, 1, 3], 4)],
    (x, slopes) => tf.prelu(x, slopes),
  ),
  differentiable('leaky relu', [() => awayFromZero(image, 3)], (x) => tf.leakyRelu(x, 0.3)),
  differentiable('relu with a limit', [() => awayFromZero(image, 3)], (x) =>
    tf.clipByValue(tf.relu(x), 0, 2),
  ),
  // Both stay on their side of the other.
  differentiable(
    'minimum and maximum',
    [() => awayFromZero(image, 3), () => random(image, 4).mul(0.05)],
    (a, b) => tf.add(tf.minimum(a, b), tf.maximum(a, b).mul(2)),
  ),
];

/** Ids of five rows, one of them outside. Above the range TensorFlow on the processor refuses, and nobody asks for it. */
const ids = [0, 3, 3, -1, 4, 1];

const lookups: readonly Check[] = [
  equal('unsortedSegmentSum drops ids below the range', async () => {
    const x = random([6, 4], 8);
    const values = await x.data();
    const want = new Float32Array(20);
    ids.forEach((segment, row) => {
      if (segment < 0 || segment >= 5) return;
      for (let c = 0; c < 4; c++) {
        want[segment * 4 + c] = (want[segment * 4 + c] ?? 0) + (values[row * 4 + c] ?? 0);
      }
    });
    return [tf.unsortedSegmentSum(x, tf.tensor1d(ids, 'int32'), 5), want];
  }),
  equal('a lookup sends its gradient to the rows that were looked up', () => {
    const table = random([1200, 3], 4);
    const rows = tf.tensor1d([7, 1199, 7, 0], 'int32');
    const gradient = tf.grad((t: tf.Tensor) => tf.gather(t, rows).sum())(table);
    const want = new Float32Array(1200);
    want.set([3], 0);
    want.set([6], 7);
    want.set([3], 1199);
    return Promise.resolve([gradient.sum(1), want]);
  }),
];

const normalization: readonly Check[] = [
  equal('batch normalization over an axis other than the last', async () => {
    const x = random(image, 3);
    const mean = random([1, 9, 1, 1], 5);
    const variance = mean.abs().add(0.5);
    const want = x
      .sub(mean)
      .div(tf.sqrt(variance.add(0.001)))
      .mul(variance)
      .add(mean);
    return [tf.batchNorm(x, mean, variance, mean, variance), await want.data()];
  }),
  ...[
    { axis: 'the last axis', shape: [3] },
    { axis: 'the second axis', shape: [1, 9, 1, 1] },
  ].flatMap(({ axis, shape }) => {
    const mean = (): tf.Tensor => random(shape, 5);
    const variance = (): tf.Tensor => random(shape, 6).abs().add(0.5);
    return [
      differentiable(
        `batch normalization over ${axis}: x, scale, offset`,
        [() => random(image, 3), () => random(shape, 8), () => random(shape, 9)],
        (x, scale, offset) =>
          tf.batchNorm(
            x as tf.Tensor4D,
            mean() as tf.Tensor1D,
            variance() as tf.Tensor1D,
            offset as tf.Tensor1D,
            scale as tf.Tensor1D,
          ),
      ),
      differentiable(`batch normalization over ${axis}: mean, variance`, [mean, variance], (m, v) =>
        tf.batchNorm(
          random(image, 3) as tf.Tensor4D,
          m as tf.Tensor1D,
          v as tf.Tensor1D,
          random(shape, 9) as tf.Tensor1D,
          random(shape, 8) as tf.Tensor1D,
        ),
      ),
    ];
  }),
];

/** What stock webgpu gets silently wrong: five axes, whole numbers, many inputs. */
const odd: readonly Check[] = [
  equal('comparisons have the gradient zero', async () => {
    const x = random([40, 30], 2);
    const gradient = tf.grad((t: tf.Tensor) => t.mul(t.greater(0.2).cast('float32')).sum())(x);
    return [gradient, (await x.data()).map((value) => (value > 0.2 ? 1 : 0))];
  }),
  equal('a mask of steps has the gradient zero', () => {
    const x = tf.tensor2d([0, 0, 1, 2, 0, 3, 0, 0], [4, 2]);
    const masked = (t: tf.Tensor): tf.Tensor =>
      t.mul(t.notEqual(0).any(-1, true).cast('float32')).sum();
    return Promise.resolve([tf.grad(masked)(x), [0, 0, 1, 1, 1, 1, 0, 0]]);
  }),
  equal('a vector added to five axes', async () => {
    const x = random(volume, 1);
    const want = (await x.data()).map((value, i) => value + (i % 4));
    return [x.add(tf.tensor([0, 1, 2, 3])), want];
  }),
  equal('five axes padded', () => padded5()),
  linear('five axes padded: gradient', [volume], (x) => x.pad(padding5)),
  linear('one piece of one', [[1, 3, 4]], (x) => tf.add(tf.unstack(x)[0] ?? 0, 0)),
  linear('five axes repeated', [[2, 3, 4, 2, 3]], (x) => x.tile([1, 2, 1, 3, 2])),
  equal('five axes repeated: values', () => tiled5()),
  equal('five axes reversed', async () => {
    const x = random([2, 3, 4, 2, 30], 1);
    const want = Float32Array.from(await x.data()).reverse();
    return [x.reverse([0, 1, 2, 3, 4]), want];
  }),
  equal('five axes chosen from two', async () => {
    const x = random(volume, 1);
    const want = (await x.data()).map((value) => (value > 0 ? value : -2 * value));
    return [tf.where(x.greater(0), x, x.mul(-2)), want];
  }),
  equal('every second of five axes', async () => {
    const x = random([2, 4, 6, 5, 8], 1);
    const values = await x.data();
    const want: number[] = [];
    values.forEach((value, i) => {
      const [last, wide] = [i % 8, Math.floor(i / 8 / 5) % 6];
      if (last % 2 === 0 && wide % 3 === 0) want.push(value);
    });
    return [x.stridedSlice([0, 0, 0, 0, 0], [2, 4, 6, 5, 8], [1, 1, 3, 1, 2]), want];
  }),
  equal('whole numbers transposed', async () => {
    const x = random([40, 30], 1).mul(9).toInt();
    return [x.transpose().transpose().toFloat(), await x.data()];
  }),
  equal('truth values transposed and counted', async () => {
    const x = random([40, 30], 1).greater(0);
    const columns = new Float32Array(30);
    (await x.data()).forEach((value, i) => {
      columns[i % 30] = (columns[i % 30] ?? 0) + value;
    });
    return [x.transpose().toFloat().sum(1), columns];
  }),
  equal('the sum of nine tensors', async () => {
    const x = random(image, 3);
    const want = (await x.data()).map((value) => 9 * value);
    return [tf.addN(Array.from({ length: 9 }, () => x)), want];
  }),
];

const padding5: [number, number][] = [
  [0, 0],
  [1, 0],
  [0, 2],
  [0, 0],
  [0, 1],
];

async function padded5(): Promise<readonly [tf.Tensor, ArrayLike<number>]> {
  const x = random([2, 5, 6, 5, 4], 1);
  const values = await x.data();
  const want = new Float32Array(2 * 6 * 8 * 5 * 5).fill(0.5);
  values.forEach((value, i) => {
    const e = i % 4;
    const d = Math.floor(i / 4) % 5;
    const c = Math.floor(i / 20) % 6;
    const b = Math.floor(i / 120) % 5;
    const a = Math.floor(i / 600);
    want[(((a * 6 + b + 1) * 8 + c) * 5 + d) * 5 + e] = value;
  });
  return [x.pad(padding5, 0.5), want];
}

async function tiled5(): Promise<readonly [tf.Tensor, ArrayLike<number>]> {
  const x = random([1, 10, 1, 1, 30], 1);
  const values = await x.data();
  const want = Array.from({ length: 1200 }, (_, i) => {
    const [row, column] = [Math.floor(i / 120), i % 30];
    return values[row * 30 + column] ?? Number.NaN;
  });
  return [x.tile([1, 1, 2, 2, 1]), want];
}

/** Everything but convolutions and pooling. */
export const operationChecks: readonly Check[] = [
  ...products,
  ...large,
  ...activations,
  ...bends,
  ...lookups,
  ...normalization,
  ...odd,
];
