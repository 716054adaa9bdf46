import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { additiveAttention, attention } from '#main/engine/layers/attention.ts';
import { multiHeadAttention } from '#main/engine/layers/multiHeadAttention.ts';
import { runCall } from '#main/engine/compile/call.ts';
import { layers } from '#shared/layers/index.ts';
import { parseParams } from '#shared/layers/parseParams.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const called = layers.filter((layer) => layer.role === undefined);

test.each(called.map((layer) => [layer.kind, layer] as const))(
  '%s carries masks as declared',
  (kind, layer) => {
    // Dot says that it takes masks, and passes none on.
    if (kind === 'dot') return;
    const { values } = parseParams(layer.params, kind === 'embedding' ? { maskZero: true } : {});
    const call = layer.tfjs(values, [[4], [4]]);
    if (call === null) throw new Error('no call');
    const use = layer.mask?.(values, layer.inputs.min) ?? null;
    const { supportsMasking } = runCall(tf, call) as tf.layers.Layer;
    expect(supportsMasking).toBe(use !== null && use !== 'fails');
  },
);

describe('a mask in tfjs', () => {
  /** Predicts two sequences of four tokens with layers between the embedding and the output. */
  const predict = (between: (embedded: tf.SymbolicTensor) => tf.SymbolicTensor): tf.Tensor => {
    const input = tf.input({ shape: [4], dtype: 'int32' });
    const embedding = tf.layers.embedding({ inputDim: 5, outputDim: 6, maskZero: true });
    const outputs = between(embedding.apply(input) as tf.SymbolicTensor);
    const model = tf.model({ inputs: input, outputs });
    return model.predict(tf.tensor2d([1, 2, 0, 0, 3, 0, 0, 0], [2, 4], 'int32')) as tf.Tensor;
  };
  const apply = (layer: tf.layers.Layer, to: tf.SymbolicTensor | tf.SymbolicTensor[]) =>
    layer.apply(to) as tf.SymbolicTensor;
  const lstm = () => tf.layers.lstm({ units: 2 });

  test('is used by a recurrent layer', () => {
    expect(predict((embedded) => apply(lstm(), embedded)).shape).toEqual([2, 2]);
  });

  test.each([
    ['several heads', () => multiHeadAttention({ numHeads: 2, keyDim: 3 })],
    ['products', () => attention({})],
    ['sums', () => additiveAttention({ useScale: false })],
  ])('is used by attention of %s: padding changes nothing', (_name, make) => {
    const embedding = tf.layers.embedding({ inputDim: 5, outputDim: 6, maskZero: true });
    const layer = make();
    const attend = (tokens: number[]): tf.Tensor => {
      const input = tf.input({ shape: [tokens.length], dtype: 'int32' });
      const embedded = embedding.apply(input) as tf.SymbolicTensor;
      const model = tf.model({ inputs: input, outputs: apply(layer, embedded) });
      const all = model.predict(tf.tensor2d([tokens], undefined, 'int32')) as tf.Tensor;
      return tf.slice(all, [0, 0, 0], [1, 2, 6]);
    };
    const apart = tf.max(tf.abs(tf.sub(attend([1, 2, 0, 0, 0]), attend([1, 2])))).dataSync()[0];
    expect(apart).toBeLessThan(1e-6);
    const other = tf.max(tf.abs(tf.sub(attend([1, 2, 3, 0, 0]), attend([1, 2])))).dataSync()[0];
    expect(other).toBeGreaterThan(1e-4);
  });

  test('reaches a recurrent layer that it does not belong to', () => {
    expect(() =>
      predict((x) => apply(lstm(), apply(tf.layers.permute({ dims: [2, 1] }), x))),
    ).toThrow();
  });

  test('is spoilt by a sum', () => {
    expect(() => predict((x) => apply(lstm(), apply(tf.layers.add(), [x, x])))).toThrow();
  });

  test('makes Softmax fail', () => {
    expect(() => predict((x) => apply(tf.layers.softmax({ axis: -1 }), x))).toThrow();
  });
});
