import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as tf from '@tensorflow/tfjs';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import type { GraphContext } from '#main/engine/graphMode/graphContext.ts';
import { graphContext } from '#main/engine/graphMode/graphContext.ts';
import { hasNative, openNativeForTests } from '#main/engine/graphMode/nativeForTests.ts';
import { record } from '#main/engine/graphMode/recorder.ts';
import { biasAfterSum } from '#main/engine/graphMode/rewrites/biasAfterSum.ts';
import { compute, values } from '#main/engine/graphMode/rewrites/computeForTests.ts';
import { dropUnused } from '#main/engine/graphMode/rewrites/dropUnused.ts';
import { fuseBias } from '#main/engine/graphMode/rewrites/fuseBias.ts';
import { rewriteProgram } from '#main/engine/graphMode/rewrites/index.ts';
import { mergeConstants } from '#main/engine/graphMode/rewrites/mergeConstants.ts';
import { poolBeforeRelu } from '#main/engine/graphMode/rewrites/poolBeforeRelu.ts';
import { removeIdentities } from '#main/engine/graphMode/rewrites/removeIdentities.ts';
import type { Rewrite } from '#main/engine/graphMode/rewrites/rewriteOps.ts';
import { shareSubexpressions } from '#main/engine/graphMode/rewrites/shareSubexpressions.ts';
import { skipSoftmax } from '#main/engine/graphMode/rewrites/skipSoftmax.ts';
import { tidily } from '#main/engine/graphMode/tidily.ts';
import { forNode, root } from '#main/launch/build.mjs';

let context: GraphContext;

beforeAll(async () => {
  if (hasNative) context = graphContext(await openNativeForTests());
});

type Work = (...inputs: tf.Tensor[]) => tf.Tensor | tf.Tensor[];

/** Records the work; rewrites it; answers both with what they compute. */
function compare(rewrites: readonly Rewrite[], shapes: readonly (readonly number[])[], work: Work) {
  return tidily(tf, () => {
    const tensors = shapes.map((shape) => tf.tensor(values(shape), [...shape]));
    const program = record(context, tensors, () => [work(...tensors)].flat());
    const rewritten = rewrites.reduce((current, rewrite) => rewrite(current), program);
    const inputs = shapes.map(values);
    return {
      before: program.ops.map(({ name }) => name),
      after: rewritten.ops.map(({ name }) => name),
      difference: differenceOf(
        compute(context, program, inputs),
        compute(context, rewritten, inputs),
      ),
    };
  });
}

function differenceOf(one: readonly Float32Array[], two: readonly Float32Array[]): number {
  expect(two.map(({ length }) => length)).toEqual(one.map(({ length }) => length));
  return one.reduce(
    (worst, list, index) =>
      list.reduce(
        (own, value, place) => Math.max(own, Math.abs(value - (two[index]?.[place] ?? Number.NaN))),
        worst,
      ),
    0,
  );
}

const rounding = 2e-6;

describe.skipIf(!hasNative)('rewrites change no number beyond rounding', () => {
  test('constants that are equal become one, and what is computed from them too', () => {
    const { before, after, difference } = compare(
      [mergeConstants, shareSubexpressions],
      [[3, 4]],
      (x = tf.scalar(0)) => tf.add(tf.mul(x, tf.scalar(2)), tf.mul(x, tf.scalar(2))),
    );
    expect(before.filter((name) => name === 'Mul').length).toBe(2);
    expect(after.filter((name) => name === 'Mul').length).toBe(1);
    expect(difference).toBe(0);
  });

  test('−0 and 0 stay two constants', () => {
    const { difference } = compare(
      [mergeConstants, shareSubexpressions],
      [[2]],
      (x = tf.scalar(0)) => [
        tf.div(tf.onesLike(x), tf.mul(tf.abs(x), tf.scalar(0))),
        tf.div(tf.onesLike(x), tf.mul(tf.abs(x), tf.scalar(-0))),
      ],
    );
    expect(difference).toBeNaN();
  });

  test('identities and reshapes in a row are left out', () => {
    const { before, after, difference } = compare(
      [removeIdentities, dropUnused],
      [[4, 6]],
      (x = tf.scalar(0)) =>
        tf.square(
          tf.transpose(tf.reshape(tf.reshape(tf.cast(x, 'float32'), [24]), [2, 12]), [0, 1]),
        ),
    );
    expect(before.length).toBeGreaterThan(after.length);
    expect(after.filter((name) => name !== 'Square')).toEqual(['Reshape']);
    expect(difference).toBe(0);
  });

  test('a bias is added, and its gradient summed, by their own ops', () => {
    const { after, difference } = compare(
      [removeIdentities, fuseBias],
      [[5, 6, 7, 8], [8]],
      (x = tf.scalar(0), bias = tf.scalar(0)) => [
        tf.add(x, tf.reshape(bias, [1, 1, 1, 8])),
        tf.sum(x, [0, 1, 2]),
      ],
    );
    expect(after).toContain('BiasAdd');
    expect(after).toContain('BiasAddGrad');
    expect(difference).toBeLessThan(1e-5);
  });

  test('sums over other axes, and sums that keep theirs, are no biases', () => {
    const { after } = compare([fuseBias], [[4, 5, 6]], (x = tf.scalar(0)) => [
      tf.sum(x, [0]),
      tf.sum(x, [1, 2]),
      tf.sum(x, [0, 1], true),
    ]);
    expect(after).not.toContain('BiasAddGrad');
  });

  test('the largest of a softmax is found before it', () => {
    const { after, difference } = compare([skipSoftmax, dropUnused], [[6, 5]], (x = tf.scalar(0)) =>
      tf.cast(tf.argMax(tf.softmax(x), -1), 'float32'),
    );
    expect(after).not.toContain('Softmax');
    expect(difference).toBe(0);
  });

  test('what no result needs is left out', () => {
    const { after, difference } = compare([dropUnused], [[3]], (x = tf.scalar(0)) => {
      tf.exp(tf.sin(x));
      return tf.square(x);
    });
    expect(after).toEqual(['Square']);
    expect(difference).toBe(0);
  });

  test.each([
    ['windows side by side', 2, 2],
    ['windows that overlap', 3, 1],
    ['windows with gaps', 2, 3],
  ])('pooling before relu, %s, with its gradients', (_, window, strides) => {
    const { before, after, difference } = compare(
      [removeIdentities, poolBeforeRelu, dropUnused],
      [[2, 9, 9, 3]],
      (x = tf.scalar(0)) => {
        const work = (y: tf.Tensor) =>
          tf.maxPool(tf.relu(y) as tf.Tensor4D, window, strides, 'valid');
        const { value, grad } = tf.valueAndGrad((y: tf.Tensor) =>
          tf.sum(tf.mul(work(y), work(y).add(0.5))),
        )(x);
        return [value, grad];
      },
    );
    expect(after.indexOf('MaxPool')).toBeLessThan(after.indexOf('Relu'));
    expect(before.indexOf('MaxPool')).toBeGreaterThan(before.indexOf('Relu'));
    expect(difference).toBeLessThan(rounding);
  });

  test('a relu that others use stays in front of the pooling', () => {
    const { after } = compare([poolBeforeRelu], [[1, 4, 4, 1]], (x = tf.scalar(0)) => {
      const active = tf.relu(x);
      return [tf.maxPool(active as tf.Tensor4D, 2, 2, 'valid'), tf.square(active)];
    });
    expect(after.indexOf('Relu')).toBeLessThan(after.indexOf('MaxPool'));
  });

  test.each<readonly [string, (...given: tf.Tensor[]) => tf.Tensor]>([
    ['in front', (product, other) => tf.relu(tf.add(product, other))],
    ['behind', (product, other) => tf.elu(tf.add(other, product))],
    ['used twice', (product, other) => tf.mul(tf.relu6(tf.add(other, product)), other)],
  ])('a bias of a product that is summed and activated is added last, %s', (_, sum) => {
    const { after, difference } = compare(
      [removeIdentities, fuseBias, biasAfterSum, dropUnused],
      [[4, 6], [6, 6], [6]],
      (...given) => {
        const [x, weights, bias] = given as [tf.Tensor2D, tf.Tensor2D, tf.Tensor1D];
        return sum(tf.add(tf.matMul(x, weights), bias), x);
      },
    );
    expect(after.filter((name) => /Add|MatMul/.test(name))).toEqual([
      'MatMul',
      expect.stringMatching(/^Add/),
      'BiasAdd',
    ]);
    expect(difference).toBeLessThan(rounding);
  });

  test('sums that TensorFlow merges itself stay as they are', () => {
    const { after } = compare(
      [removeIdentities, fuseBias, biasAfterSum, dropUnused],
      [[4, 6], [6, 6], [6]],
      (...given) => {
        const [x, weights, bias] = given as [tf.Tensor2D, tf.Tensor2D, tf.Tensor1D];
        const product = () => tf.add(tf.matMul(x, weights), bias);
        const used = product();
        return [
          tf.tanh(tf.add(product(), x)),
          tf.relu(product()),
          tf.relu(tf.add(used, x)),
          tf.square(used),
        ];
      },
    );
    const sums = after.filter((name) => name.includes('Add'));
    expect(sums[0]).toBe('BiasAdd');
    expect(sums.at(-1)).toMatch(/^Add/);
  });

  test('TensorFlow’s optimizer has nothing to complain of', async () => {
    const outfile = `${root}build/test/graphMode/sums.cjs`;
    const entryPoints = ['main/engine/graphMode/rewrites/sumsForTests.ts'];
    await build({ ...forNode, entryPoints, outfile });
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [outfile]);
    expect(stdout).toContain('computed');
    expect(stderr).not.toMatch(/empty op name|remapper failed/);
  });

  test('all of them, on a small convolutional net with its gradients', () => {
    const { before, after, difference } = compare(
      [rewriteProgram],
      [[4, 10, 10, 2], [3, 3, 2, 4], [4], [64, 5], [5]],
      (...given) => {
        const [x, kernel, bias, dense, last] = given as [
          tf.Tensor4D,
          tf.Tensor4D,
          tf.Tensor1D,
          tf.Tensor2D,
          tf.Tensor1D,
        ];
        const f = (k: tf.Tensor, b: tf.Tensor, w: tf.Tensor, c: tf.Tensor) => {
          const active = tf.relu<tf.Tensor4D>(
            tf.add(tf.conv2d(x, k as tf.Tensor4D, 1, 'valid'), b),
          );
          const pooled = tf.maxPool(active, 2, 2, 'valid');
          return tf.mean(tf.softmax(tf.add(tf.matMul(tf.reshape(pooled, [4, 64]), w), c)).square());
        };
        const { value, grads } = tf.valueAndGrads(f)([kernel, bias, dense, last]);
        return [value, ...grads];
      },
    );
    expect(after.length).toBeLessThan(before.length);
    expect(difference).toBeLessThan(rounding);
  });
});
