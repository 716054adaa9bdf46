import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { GraphContext } from '#main/engine/graphMode/graphContext.ts';
import { graphContext } from '#main/engine/graphMode/graphContext.ts';
import { hasNative, openNativeForTests } from '#main/engine/graphMode/nativeForTests.ts';
import { isSameProgram, NotRecordable, record } from '#main/engine/graphMode/recorder.ts';
import { tidily } from '#main/engine/graphMode/tidily.ts';

let context: GraphContext;

beforeAll(async () => {
  if (hasNative) context = graphContext(await openNativeForTests());
});

function recorded(work: (x: tf.Tensor) => tf.Tensor) {
  return tidily(tf, () => {
    const x = tf.tensor1d([1, 2, 3]);
    return record(context, [x], () => [work(x)]);
  });
}

describe.skipIf(!hasNative)('recording', () => {
  test('ops, constants and results', () => {
    const program = recorded((x) => tf.add(tf.square(x), tf.scalar(5)));
    expect(program.ops.map(({ name }) => name)).toEqual(['Square', expect.stringMatching(/^Add/)]);
    expect([...program.constants.values()].map(({ values }) => [...values])).toEqual([[5]]);
    expect(program.results).toEqual([program.ops.at(-1)?.outputs[0]?.id]);
  });

  test('a tensor from before is a constant with its value', () => {
    const before = tf.square(tf.tensor1d([2, 3, 4]));
    const program = recorded((x) => tf.mul(x, before));
    expect([...program.constants.values()].map(({ values }) => [...values])).toEqual([[4, 9, 16]]);
    before.dispose();
  });

  test.each<[string, (x: tf.Tensor) => tf.Tensor]>([
    ['values are read', (x) => tf.mul(x, tf.square(x).dataSync()[0] ?? 0)],
    ['random numbers are drawn', (x) => tf.mul(x, Math.random())],
  ])('%s in JavaScript: refused, and everything is as before', (reason, work) => {
    const { random } = Math;
    const { binding } = context.backend;
    const tensors = tf.memory().numTensors;
    expect(() => recorded(work)).toThrow(NotRecordable);
    expect(() => recorded(work)).toThrow(reason);
    expect(Math.random).toBe(random);
    expect(context.backend.binding).toBe(binding);
    expect(tf.memory().numTensors).toBe(tensors);
  });

  test('what changes in JavaScript from one recording to the next is seen', () => {
    let count = 0;
    const counting = (x: tf.Tensor) => tf.add(x, ++count);
    expect(isSameProgram(recorded(counting), recorded(counting))).toBe(false);
    const square = (x: tf.Tensor) => tf.square(tf.add(x, 1));
    expect(isSameProgram(recorded(square), recorded(square))).toBe(true);
  });
});
