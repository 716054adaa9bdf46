import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { emitProgram } from '#main/engine/graphMode/emitProgram.ts';
import type { GraphContext } from '#main/engine/graphMode/graphContext.ts';
import { graphContext } from '#main/engine/graphMode/graphContext.ts';
import { GraphDef } from '#main/engine/graphMode/graphDef.ts';
import { hasNative, openNativeForTests } from '#main/engine/graphMode/nativeForTests.ts';
import type { Program } from '#main/engine/graphMode/program.ts';
import { record } from '#main/engine/graphMode/recorder.ts';
import { dropUnused } from '#main/engine/graphMode/rewrites/dropUnused.ts';
import { fuseBias } from '#main/engine/graphMode/rewrites/fuseBias.ts';
import { rewriteProgram } from '#main/engine/graphMode/rewrites/index.ts';
import { mergeConstants } from '#main/engine/graphMode/rewrites/mergeConstants.ts';
import { poolBeforeRelu } from '#main/engine/graphMode/rewrites/poolBeforeRelu.ts';
import { removeIdentities } from '#main/engine/graphMode/rewrites/removeIdentities.ts';
import type { Rewrite } from '#main/engine/graphMode/rewrites/rewriteOps.ts';
import { shareSubexpressions } from '#main/engine/graphMode/rewrites/shareSubexpressions.ts';
import { skipSoftmax } from '#main/engine/graphMode/rewrites/skipSoftmax.ts';
import { Session } from '#main/engine/graphMode/session.ts';
import { tidily } from '#main/engine/graphMode/tidily.ts';

let context: GraphContext;

beforeAll(async () => {
  if (hasNative) context = graphContext(await openNativeForTests());
});

/** Values between −1 and 1, some of them alike, as pixels are. */
function values(shape: readonly number[]): Float32Array {
  const length = shape.reduce((a, b) => a * b, 1);
  return Float32Array.from(
    { length },
    (_, index) => Math.round(Math.sin(index * 12.9898) * 50) / 50,
  );
}

/** What the program gives for these inputs. */
function compute(program: Program, inputs: readonly Float32Array[]): readonly Float32Array[] {
  const graph = new GraphDef();
  const ids = [...program.inputs];
  const places = new Map(
    ids.map(([id, { shape, dtype }], index) => [
      id,
      graph.placeholder(`input${index}`, dtype, shape),
    ]),
  );
  const results = emitProgram(context, graph, 'program', program, places);
  const session = new Session(context, graph);
  const feeds = Object.fromEntries(
    ids.map(([, { shape, dtype }], index) => [
      `input${index}`,
      { shape, dtype, values: inputs[index]?.slice() ?? new Float32Array() },
    ]),
  );
  const computed = results.map((result) => Float32Array.from(session.compute(feeds, result)));
  session.free();
  return computed;
}

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
      difference: differenceOf(compute(program, inputs), compute(rewritten, inputs)),
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
