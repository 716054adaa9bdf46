import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { inputShapes, paramValues } from './layers/arbitraries.ts';
import { buildWithTfjs } from './layers/tfjsLayer.ts';
import { layers } from '#shared/layers/index.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const called = layers.filter((layer) => layer.role === undefined);

/** Problems that we report although tfjs goes on, and why. */
const stricter: Readonly<Record<string, string>> = {
  'layers.axisOutOfRange': 'Joining along the batch (axis 0) would mix examples.',
  'layers.unknownSize': 'tfjs makes weights of size 0 then, as long as an initializer lets it.',
  'layerNormalization.axisOrder': 'tfjs and Keras order the weights differently then.',
  'dropout.noiseShape': 'tfjs reads the pattern only when it trains.',
};

/** `dense_Dense8/kernel` → `kernel`, `…/forward_lstm_LSTM3/kernel` → `forward/kernel`: numbers count up in tfjs. */
function weightName(name: string): string {
  const parts = name.split('/');
  const direction = parts.at(-2)?.match(/^(forward|backward)_/)?.[1];
  return [...(direction ? [direction] : []), parts.at(-1) ?? ''].join('/');
}

describe.each(called.map((layer) => [layer.kind, layer] as const))('%s', (_kind, layer) => {
  test('shapes and weights are tfjs’s, and problems come where tfjs refuses', () => {
    fc.assert(
      fc.property(inputShapes(layer), paramValues(layer.params), (inputs, params) => {
        const ours = layer.outputShape(inputs, params);
        const theirs = buildWithTfjs(layer, inputs, params);
        if (!ours.ok) {
          if (ours.problem.code in stricter || !theirs.ok) return;
          // Some refusals of tfjs come only with data, so sizes that are not known get one.
          const filled = inputs.map((shape) => shape.map((size) => size ?? 5));
          const withData = buildWithTfjs(layer, filled, params);
          expect(withData, `we refuse with ${ours.problem.code}`).toMatchObject({ ok: false });
          return;
        }
        if (!theirs.ok) throw new Error(`tfjs refuses what we accept: ${theirs.reason}`);
        expect(theirs.symbolic).toEqual(ours.value);
        if (theirs.predicted) expect(theirs.predicted).toEqual(ours.value);
        const weights = layer.weights(inputs, params);
        expect(theirs.weights.map(({ shape }) => shape)).toEqual(weights.map(({ shape }) => shape));
        expect(theirs.weights.map(({ name }) => weightName(name))).toEqual(
          weights.map(({ name }) => name),
        );
        expect(theirs.trainableCount).toBe(weights.filter(({ trainable }) => trainable).length);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    );
  });
});
