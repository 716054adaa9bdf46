import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { withoutDefaults } from '../contract/layers/withoutDefaults.ts';
import { cases } from './cases/index.ts';
import type { ParityCase } from './cases/parityCase.ts';
import { runKeras } from './runKeras.ts';
import type { KerasJob, KerasResult, Numbers } from './runKeras.ts';
import { runCall } from '#main/engine/compile/call.ts';
import { openReferenceBackend } from '#main/engine/devices/referenceBackend.ts';
import { applyConstraints } from '#main/engine/formats/project/src/constraints.ts';
import type { Call } from '#shared/layers/call.ts';
import type { LayerDefinition } from '#shared/layers/defineLayer.ts';
import { layers } from '#shared/layers/index.ts';
import type { Param, ParamValues, PartValue } from '#shared/layers/params.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { Shape } from '#shared/shape/shape.ts';

const tolerance = 1e-5;
const batch = 2;
const learningRate = 0.1;

/** Not the defaults, with arguments, and fit for every weight. */
const otherParts: Readonly<Record<'initializer' | 'regularizer' | 'constraint', PartValue>> = {
  initializer: { kind: 'constant', value: 0.3 },
  regularizer: { kind: 'l1l2', l1: 0.02, l2: 0.03 },
  constraint: { kind: 'nonNeg' },
};

function isPart(param: Param): param is Param & { readonly type: keyof typeof otherParts } {
  return param.type in otherParts;
}

/** The layer's cases, and one with every initializer, regularizer and constraint chosen. */
function casesOf(layer: LayerDefinition): readonly ParityCase[] {
  const own = cases[layer.kind] ?? [];
  const parts = Object.entries(layer.params).flatMap(([name, param]) =>
    isPart(param) ? [[name, otherParts[param.type]] as const] : [],
  );
  const [first] = own;
  return first && parts.length > 0
    ? [...own, { ...first, params: { ...first.params, ...Object.fromEntries(parts) } }]
    : own;
}

/** Even numbers between −1 and 1 from a fixed sequence. */
function numbers(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

function makeNumbers(shape: readonly number[], next: () => number): Numbers {
  const count = shape.reduce((product, size) => product * size, 1);
  return { shape, dtype: 'float32', values: Array.from({ length: count }, next) };
}

function makeInput(layer: LayerDefinition, shape: Shape, params: ParamValues, next: () => number) {
  const full = [batch, ...shape.map((size) => size ?? 1)];
  if (!layer.inputs.integers) return makeNumbers(full, next);
  const limit = Number(params['inputDim'] ?? params['numTokens']);
  const { values } = makeNumbers(full, next);
  return {
    shape: full,
    dtype: 'int32' as const,
    values: values.map((value) => Math.floor(((value + 1) / 2) * limit)),
  };
}

function hasConstraints(params: ParamValues): boolean {
  return Object.values(params).some((value) => value === otherParts.constraint);
}

interface Prepared {
  readonly job: KerasJob;
  readonly tfjs: Call;
  readonly layer: LayerDefinition;
  readonly result: () => KerasResult;
}

function prepare(
  layer: LayerDefinition,
  one: ParityCase,
  seed: number,
  results: readonly KerasResult[],
  index: number,
): Prepared {
  const parsed = parseParams(layer.params, one.params ?? {});
  expect(parsed.problems).toEqual([]);
  const params = parsed.values;
  const shapes = layer.outputShape(one.inputs, params);
  if (!shapes.ok) throw new Error(`${layer.kind}: ${shapes.problem.code}`);
  const [tfjs, keras] = [layer.tfjs(params, one.inputs), layer.keras(params, one.inputs)];
  if (!tfjs || !keras) throw new Error(`${layer.kind} makes no call`);
  const next = numbers(seed);
  const inputs = one.inputs.map((shape) => makeInput(layer, shape, params, next));
  const weights = layer.weights(one.inputs, params).map(({ name, shape }) => {
    const made = makeNumbers(shape, next);
    // A variance is positive; and setting weights in tfjs applies their constraints, in Keras it does not.
    const isPositive = name.includes('variance') || hasConstraints(one.params ?? {});
    return isPositive ? { ...made, values: made.values.map((v) => v * v + 0.1) } : made;
  });
  const targets = shapes.value.map((shape) =>
    makeNumbers([batch, ...shape.map((size) => size ?? 1)], next),
  );
  const trains =
    one.noTraining === undefined &&
    layer.weights(one.inputs, params).some(({ trainable }) => trainable);
  return {
    job: {
      call: keras,
      trimmed: withoutDefaults(keras),
      inputs,
      weights,
      targets: trains ? targets : null,
    },
    tfjs,
    layer,
    result: () => results[index] ?? { error: 'Keras gave no answer.' },
  };
}

const toTensor = ({ values, shape, dtype }: Numbers) => tf.tensor([...values], [...shape], dtype);

/** The same layer in tfjs, with its weights, as a model. */
function buildModel({ job, tfjs }: Prepared): { layer: tf.layers.Layer; model: tf.LayersModel } {
  const entries = job.inputs.map(({ shape, dtype }) => tf.input({ shape: shape.slice(1), dtype }));
  const layer = runCall(tf, tfjs) as tf.layers.Layer;
  const applied = layer.apply(entries.length === 1 && entries[0] ? entries[0] : entries);
  const model = tf.model({ inputs: entries, outputs: applied as tf.SymbolicTensor[] });
  layer.setWeights(job.weights.map(toTensor));
  return { layer, model };
}

function oneOrAll<Value>(values: readonly Value[]): Value | Value[] {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : [...values];
}

function predict(one: Prepared): readonly (readonly number[])[] {
  const predicted = buildModel(one).model.predict(oneOrAll(one.job.inputs.map(toTensor)));
  return [predicted].flat().map((output) => [...output.dataSync()]);
}

/** The weights after one step of gradient descent, constraints applied as the engine does. */
async function train(one: Prepared): Promise<readonly (readonly number[])[]> {
  const { layer, model } = buildModel(one);
  model.compile({ optimizer: tf.train.sgd(learningRate), loss: 'meanSquaredError' });
  await model.trainOnBatch(
    oneOrAll(one.job.inputs.map(toTensor)),
    oneOrAll((one.job.targets ?? []).map(toTensor)),
  );
  applyConstraints(model);
  return layer.getWeights().map((weight) => [...weight.dataSync()]);
}

function expectClose(ours: readonly number[], theirs: readonly number[]) {
  expect(ours.length).toBe(theirs.length);
  const largest = ours.reduce((worst, value, index) => {
    const other = theirs[index] ?? Number.NaN;
    return Math.max(worst, Math.abs(value - other) / Math.max(1, Math.abs(other)));
  }, 0);
  expect(largest).toBeLessThan(tolerance);
}

const results: KerasResult[] = [];
const prepared = layers
  .filter((layer) => layer.role === undefined)
  .flatMap((layer) => casesOf(layer).map((one) => ({ layer, one })))
  .map(({ layer, one }, index) => prepare(layer, one, 17 + index, results, index));

/** Predictions of plain tfjs, as exported code makes them; training uses the engine's repaired gradients. */
let predictions: readonly (readonly (readonly number[])[])[] = [];

beforeAll(async () => {
  await tf.setBackend('cpu');
  const running = runKeras(prepared.map(({ job }) => job));
  predictions = prepared.map(predict);
  results.push(...(await running));
  await openReferenceBackend();
}, 20 * 60_000);

describe.each(layers.filter((layer) => layer.role === undefined))('$kind', (layer) => {
  const own = prepared.filter((one) => one.layer === layer);

  test('every parameter takes another value than its default somewhere', () => {
    const untouched = Object.entries(layer.params).filter(([name, param]) =>
      casesOf(layer).every(
        ({ params = {} }) =>
          !(name in params) || JSON.stringify(params[name]) === JSON.stringify(param.default),
      ),
    );
    expect(untouched.map(([name]) => name)).toEqual([]);
  });

  test.each(own.map((one, index) => [index, one] as const))(
    'gives Keras’s numbers, case %i',
    async (_index, one) => {
      const theirs = one.result();
      if (theirs.error !== undefined) throw new Error(theirs.error);
      const outputs = predictions[prepared.indexOf(one)] ?? [];
      expect(outputs.length).toBe(theirs.outputs.length);
      outputs.forEach((output, port) => {
        expectClose(output, theirs.outputs[port]?.values ?? []);
      });
      expect(theirs.trimmedIsSame, 'declared Keras defaults').toBe(true);
      if (!one.job.targets) return;
      const trained = await train(one);
      trained.forEach((weight, index) => {
        expectClose(weight, theirs.trained?.[index]?.values ?? []);
      });
    },
  );
});
