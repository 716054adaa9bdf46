import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { inputShapes, paramValues } from './layers/arbitraries.ts';
import { buildWithTfjs } from './layers/tfjsLayer.ts';
import { withoutDefaults } from './layers/withoutDefaults.ts';
import { runCall } from '#main/engine/compile/call.ts';
import type { Call } from '#shared/layers/call.ts';
import { layers } from '#shared/layers/index.ts';
import { parseParams } from '#shared/layers/parseParams.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const called = layers.filter((layer) => layer.role === undefined);

/** Problems that we report although tfjs goes on, and why. */
const stricter: Readonly<Record<string, string>> = {
  'layers.axisOutOfRange': 'Joining along the batch (axis 0) would mix examples.',
  'layers.unknownSize': 'tfjs makes weights of size 0 then, as long as an initializer lets it.',
  'layerNormalization.axisOrder': 'tfjs and Keras order the weights differently then.',
  'masking: layers.wrongRank':
    'Its marks would be of other axes than steps, and no layer could use them.',
  'prelu.sharedAxes': 'tfjs takes no notice of an axis that the input lacks.',
  'dropout.noiseShape': 'tfjs reads the pattern only when it trains.',
};

/** Runs of each property: enough to have found every exception above (500 find no more). */
const numRuns = 40;

/** The same cases each time: a failure must come from a change, not from luck. */
const seed = 3;

/**
 * What tfjs says about the layer that a call makes; null: it refuses to make it. Without names, which count up, and
 * without what tfjs takes for the same: nothing, null and false, and the order of axes that flatten leaves open.
 */
function configOf(call: Call): unknown {
  const essential = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(essential);
    const entries = Object.entries(value).filter(
      ([name, entry]) => name !== 'name' && (entry ?? false) !== false && entry !== 'channelsLast',
    );
    return Object.fromEntries(entries.map(([name, entry]) => [name, essential(entry)]));
  };
  try {
    return essential((runCall(tf, call) as tf.layers.Layer).getConfig());
  } catch {
    return null;
  }
}

/**
 * `dense_Dense8/kernel` → `kernel`, `…/forward_lstm_LSTM3/kernel` → `forward/kernel`: numbers count up in tfjs. Names of the
 * parts of attention stay.
 */
function weightName(name: string): string {
  const parts = name.split('/');
  const room = parts.at(-2) ?? '';
  const part =
    /^(forward|backward)_/.exec(room)?.[1] ??
    /^(query|key|value|attention_output)$/.exec(room)?.[1];
  return [...(part ? [part] : []), parts.at(-1) ?? ''].join('/');
}

describe.each(called.map((layer) => [layer.kind, layer] as const))('%s', (_kind, layer) => {
  test('shapes and weights are tfjs’s, and problems come where tfjs refuses', () => {
    fc.assert(
      fc.property(inputShapes(layer), paramValues(layer.params), (inputs, params) => {
        const ours = layer.outputShape(inputs, params);
        const theirs = buildWithTfjs(layer, inputs, params);
        if (!ours.ok) {
          const { code } = ours.problem;
          if (code in stricter || `${layer.kind}: ${code}` in stricter || !theirs.ok) return;
          // Some refusals of tfjs come only with data, so sizes that are not known get one.
          const filled = inputs.map((shape) => shape.map((size) => size ?? 5));
          const withData = buildWithTfjs(layer, filled, params);
          expect(withData, `we refuse with ${code}`).toMatchObject({ ok: false });
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
      { numRuns, seed },
    );
  });

  test('leaving out declared defaults makes the same layer', () => {
    fc.assert(
      fc.property(paramValues(layer.params), (params) => {
        const call = layer.tfjs(params, []);
        if (!call) throw new Error('no call');
        expect(configOf(withoutDefaults(call))).toEqual(configOf(call));
      }),
      { numRuns, seed },
    );
    const defaults = layer.tfjs(parseParams(layer.params, {}).values, []);
    if (!defaults) throw new Error('no call');
    expect(configOf(defaults)).not.toBeNull();
    expect(configOf(withoutDefaults(defaults))).toEqual(configOf(defaults));
  });

  test('multiply-adds grow with the input and are whole', () => {
    fc.assert(
      fc.property(inputShapes(layer), paramValues(layer.params), (inputs, params) => {
        if (!layer.outputShape(inputs, params).ok) return;
        const count = layer.multiplyAdds(inputs, params);
        expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
      }),
      { numRuns, seed },
    );
  });
});
