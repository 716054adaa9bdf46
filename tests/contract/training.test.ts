import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { runCall } from '#main/engine/compile/call.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { TargetForm } from '#shared/training/catalogue.ts';
import { losses } from '#shared/training/losses/index.ts';
import { metrics } from '#shared/training/metrics/index.ts';
import { optimizers } from '#shared/training/optimizers/index.ts';

/** The catalogues of training against stock tfjs: every call works, and what is left out when printed is its default. */

/** What tfjs takes as a metric besides a name. */
type Metric = (targets: tf.Tensor, outputs: tf.Tensor) => tf.Tensor;

/** One step of x² from x = 1, twice: the second depends on what the optimizer keeps. */
function twoSteps(optimizer: tf.Optimizer): number {
  const x = tf.variable(tf.scalar(1));
  for (let step = 0; step < 2; step += 1) {
    optimizer.minimize(() => x.square().asScalar(), false, [x]);
  }
  const value = x.dataSync()[0] ?? NaN;
  x.dispose();
  return value;
}

describe('optimizers', () => {
  test.each(optimizers)('$kind makes steps downhill', (definition) => {
    const params = parseParams(definition.params, {}).values as never;
    const value = twoSteps(runCall(tf, definition.tfjs(params)) as tf.Optimizer);
    expect(value).toBeLessThan(1);
    expect(value).toBeGreaterThan(0.5);
  });

  test.each(optimizers)(
    '$kind: arguments that are left out have the values it declares',
    (definition) => {
      const params = parseParams(definition.params, {}).values as never;
      const call = definition.tfjs(params);
      const given = { ...call.args, ...call.defaults };
      // Printed code ends its arguments where the rest are defaults.
      const kept = Object.entries(given).filter(
        ([name]) => !Object.hasOwn(call.defaults ?? {}, name),
      );
      const short = runCall(tf, { ...call, args: Object.fromEntries(kept) }) as tf.Optimizer;
      const full = runCall(tf, { ...call, args: given }) as tf.Optimizer;
      expect(twoSteps(short)).toBe(twoSteps(full));
    },
  );
});

/** Targets and the outputs of two examples, by what a loss compares. */
const examples: Readonly<Record<TargetForm, readonly [number[][], number[][]]>> = {
  values: [
    [
      [1, 2],
      [3, 4],
    ],
    [
      [1.5, 2],
      [3, 5],
    ],
  ],
  binary: [
    [[1], [0]],
    [[0.8], [0.4]],
  ],
  sign: [
    [[1], [-1]],
    [[0.3], [0.2]],
  ],
  oneHot: [
    [
      [1, 0],
      [0, 1],
    ],
    [
      [0.8, 0.2],
      [0.4, 0.6],
    ],
  ],
  classIndex: [
    [[0], [1]],
    [
      [0.8, 0.2],
      [0.4, 0.6],
    ],
  ],
};

async function evaluate(target: TargetForm, loss: string, metric: Metric | string) {
  const [targets, outputs] = examples[target];
  const inputs = tf.tensor2d(outputs);
  const model = tf.sequential({
    layers: [tf.layers.activation({ activation: 'linear', inputShape: [inputs.shape[1]] })],
  });
  model.compile({ optimizer: 'sgd', loss, metrics: [metric] });
  const results = model.evaluate(inputs, tf.tensor2d(targets)) as tf.Scalar[];
  return Promise.all(results.map(async (scalar) => (await scalar.data())[0] ?? NaN));
}

describe('losses', () => {
  test.each(losses)('$kind is a number that tfjs computes', async (definition) => {
    const params = parseParams(definition.params, {}).values as never;
    const loss = definition.tfjs(params);
    expect(typeof loss).toBe('string');
    const [value] = await evaluate(definition.target, loss as string, 'mse');
    expect(Number.isFinite(value)).toBe(true);
  });
});

describe('metrics', () => {
  const usual: Readonly<Record<TargetForm, string>> = {
    values: 'meanSquaredError',
    binary: 'binaryCrossentropy',
    sign: 'hinge',
    oneHot: 'categoricalCrossentropy',
    classIndex: 'sparseCategoricalCrossentropy',
  };
  const cases = metrics.flatMap((metric) => metric.targets.map((target) => ({ metric, target })));

  test.each(cases)('$metric.kind of $target', async ({ metric, target }) => {
    const call = metric.tfjs(parseParams(metric.params, {}).values);
    const given = typeof call === 'string' ? call : (runCall(tf, call) as Metric);
    const [, value = NaN] = await evaluate(target, usual[target], given);
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(metric.unit === 'fraction' ? 1 : 10);
    // Both examples of classes and of yes or no are right.
    if (metric.unit === 'fraction') expect(value).toBe(1);
  });
});
