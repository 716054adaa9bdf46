import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureKeras } from './setup.mjs';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import { compileTraining } from '#main/engine/compile/compileTraining.ts';
import { loadExamples } from '#main/engine/data/examples/loadExamples.ts';
import { weightedDocument, weightedRate } from '#main/engine/data/preparation/weightedForTests.ts';
import { openReferenceBackend } from '#main/engine/devices/referenceBackend.ts';
import { eagerStepper } from '#main/engine/train/eagerStepper.ts';
import type { Examples } from '#main/engine/train/examples.ts';
import { inBatches, portsOf } from '#main/engine/train/examples.ts';
import { RunningMeans } from '#main/engine/train/runningMeans.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { LossDefinition } from '#shared/training/catalogue.ts';
import { losses } from '#shared/training/losses/index.ts';
import type { TrainingRecipe } from '#shared/training/training.ts';

const tolerance = 1e-5;
/** The last batch of an epoch is shorter. */
const batchSize = 6;
const epochs = 4;

interface Trained {
  readonly loss: readonly number[];
  readonly metric: readonly number[];
  readonly valLoss: readonly number[];
  readonly valMetric: readonly number[];
  /** Kernel and bias. */
  readonly weights: readonly (readonly number[])[];
}

const ours = new Map<LossDefinition, Trained>();
const theirs = new Map<LossDefinition, Trained>();
let folder = '';

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** All in one Python process. */
beforeAll(async () => {
  const python = process.env['STRATA_PYTHON'] ?? (await ensureKeras());
  await openReferenceBackend();
  folder = await mkdtemp(join(tmpdir(), 'strata-weights-'));
  const jobs: unknown[] = [];
  for (const loss of losses) jobs.push(await trainOurs(loss));
  const [jobsPath, resultsPath] = [join(folder, 'jobs.json'), join(folder, 'results.json')];
  await writeFile(jobsPath, JSON.stringify(jobs));
  const script = join(import.meta.dirname, 'weights.py');
  await promisify(execFile)(python, [script, jobsPath, resultsPath]);
  const answers = JSON.parse(await readFile(resultsPath, 'utf8')) as readonly Trained[];
  for (const [index, loss] of losses.entries()) {
    const answer = answers[index];
    if (answer !== undefined) theirs.set(loss, answer);
  }
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Trains, and answers the same work for Keras. */
async function trainOurs(loss: LossDefinition) {
  const document = weightedDocument(folder, loss);
  const facts = inferGraph(document.graph, document.blocks);
  const model = valueOf(compileModel(tf, document, facts));
  const metrics = [{ kind: 'meanAbsoluteError', params: {} }];
  const outputs = Object.entries(document.training.outputs).map(([id, output]) => [
    id,
    { ...output, metrics },
  ]);
  const training = valueOf(
    compileTraining(tf, model, facts, {
      ...document.training,
      outputs: Object.fromEntries(outputs) as TrainingRecipe['outputs'],
    }),
  );
  const { examples } = valueOf(await loadExamples(tf, document, facts, null, { seed: 1 }));
  const { train, validation } = examples;
  if (validation === null) throw new Error('There is no validation part.');
  const [kernel, bias] = model.getWeights().map(asJson);
  const dense = model.layers.at(-1)?.getConfig();
  const rate = weightedRate(loss);
  const job = {
    activation: dense?.['activation'],
    units: dense?.['units'],
    loss: loss.keras({}),
    metric: 'mean_absolute_error',
    rate,
    batchSize,
    epochs,
    kernel,
    bias,
    train: await partOf(train),
    validation: await partOf(validation),
  };
  const stepper = eagerStepper(tf, training, examples, { seed: 1, batchSize });
  const history: Record<'loss' | 'metric' | 'valLoss' | 'valMetric', number[]> = {
    loss: [],
    metric: [],
    valLoss: [],
    valMetric: [],
  };
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const means = new RunningMeans();
    for (const rows of batchesOf(train)) {
      const [values] = await stepper.train([{ rows, step: 0, learningRate: rate }]);
      if (values !== undefined) means.add(values);
    }
    const own = new RunningMeans();
    for (const rows of batchesOf(validation)) own.add(await stepper.test(validation, rows));
    history.loss.push(means.values[0] ?? NaN);
    history.metric.push(means.values[1] ?? NaN);
    history.valLoss.push(own.values[0] ?? NaN);
    history.valMetric.push(own.values[1] ?? NaN);
  }
  const weights = model.getWeights().map((weight) => [...weight.dataSync()]);
  ours.set(loss, { ...history, weights });
  model.dispose();
  return job;
}

function batchesOf({ count }: Examples): readonly Uint32Array[] {
  return inBatches(
    Uint32Array.from({ length: count }, (_, row) => row),
    batchSize,
  );
}

function asJson(tensor: tf.Tensor) {
  return { shape: tensor.shape, values: [...tensor.dataSync()] };
}

async function partOf(part: Examples) {
  expect(portsOf(part)).toHaveLength(3);
  const { inputs, targets, weights } = await part.batch(
    Uint32Array.from({ length: part.count }, (_, row) => row),
  );
  const [input] = inputs;
  const [target] = targets;
  if (input === undefined || target === undefined || weights === undefined) {
    throw new Error('The examples have no weights.');
  }
  return { inputs: asJson(input), targets: asJson(target), weights: asJson(weights) };
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) {
    const difference = Math.abs((actual[index] ?? NaN) - value) / Math.max(1, Math.abs(value));
    expect(difference).toBeLessThan(tolerance);
  }
}

describe.each(losses)('$kind of examples with weights', (loss) => {
  test('is what Keras makes of sample_weight, and metrics stay unweighted', () => {
    const own = ours.get(loss);
    const keras = theirs.get(loss);
    if (own === undefined || keras === undefined) expect.fail('It was not trained.');
    expectClose(own.loss, keras.loss);
    expectClose(own.valLoss, keras.valLoss);
    expectClose(own.metric, keras.metric);
    expectClose(own.valMetric, keras.valMetric);
    for (const [index, weights] of keras.weights.entries()) {
      expectClose(own.weights[index] ?? [], weights);
    }
  });
});
