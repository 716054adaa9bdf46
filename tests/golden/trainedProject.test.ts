import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fullRecipe, templateOf, twoOutputs } from './documents.ts';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import { compileTraining } from '#main/engine/compile/compileTraining.ts';
import { loadDataset } from '#main/engine/data/source/loadDataset.ts';
import { prepareExamples } from '#main/engine/data/examples/examplesForTests.ts';
import { setLearningRate } from '#main/engine/compile/learningRate.ts';
import { openDevice } from '#main/engine/devices/index.ts';
import { exportModel } from '#main/engine/formats/exportModel.ts';
import { trainStep } from '#main/engine/train/trainStep.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

const run = promisify(execFile);
const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));
const steps = 3;

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'strata-trained-'));
});
afterAll(() => rm(parent, { recursive: true }));

/** Losses of the engine's first steps, on the examples in their order. */
async function engineLosses(document: StrataDocument): Promise<number[]> {
  const device = await openDevice('auto');
  if (!device.ok) throw new Error(device.problem.code);
  const { tf } = device.value;
  const facts = inferGraph(document.graph, document.blocks);
  const model = compileModel(tf, document, facts);
  const dataset = await loadDataset(document.data, null);
  if (!model.ok || !dataset.ok) throw new Error('The template cannot be trained.');
  const training = compileTraining(tf, model.value, facts, document.training);
  const examples = await prepareExamples(tf, document, facts, dataset.value, document.seed);
  if (!training.ok || !examples.ok) throw new Error('The template cannot be trained.');
  const { batchSize } = document.training;
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const places = Uint32Array.from({ length: batchSize }, (_, place) => step * batchSize + place);
    const rate = training.value.learningRate(
      (step * batchSize) / examples.value.train.count,
      step,
      1,
    );
    setLearningRate(training.value.optimizer, rate);
    const batch = await examples.value.train.batch(places);
    const result = trainStep(tf, training.value, batch);
    const values = 'data' in result ? await result.data() : new Float32Array();
    losses.push(values[0] ?? NaN);
  }
  return losses;
}

const cases: readonly (readonly [string, StrataDocument])[] = [
  ['mnist-cnn', templateOf('mnist-cnn')],
  ['table-binary', templateOf('table-binary')],
  ['everything a recipe can ask for', fullRecipe()],
  ['two outputs', twoOutputs()],
];

test.each(cases)(
  'train.ts of %s, from the same weights, has the losses of the engine',
  async (id, document) => {
    const folder = path.join(parent, id);
    const exported = await exportModel(
      {
        document,
        documentFolder: null,
        weights: null,
        target: 'typescript',
        options: { weights: true, trainingCode: true, verify: false },
        folder,
      },
      () => undefined,
    );
    if (!exported.ok) throw new Error(exported.problem.code);
    await symlink(packages, path.join(folder, 'node_modules'), 'junction');
    await run(process.execPath, [path.join(packages, 'typescript/lib/tsc.js'), '-p', folder]);
    const script = path.join(folder, 'dist', 'src', 'train.js');
    const weights = path.join(folder, 'weights');
    const args = [script, '--weights', weights, '--steps', String(steps), '--no-shuffle'];
    const { stdout } = await run(process.execPath, args);
    const losses = [...stdout.matchAll(/^Step \d+: loss ([\d.e-]+)/gm)].map(([, loss]) => {
      return Number(loss);
    });
    const expected = await engineLosses(document);
    expect(losses).toHaveLength(steps);
    for (const [step, loss] of losses.entries()) {
      expect(Math.abs(loss - (expected[step] ?? NaN))).toBeLessThan(1e-4);
    }
    // The check must be able to fail: the losses are not all the same.
    expect(new Set(losses).size).toBe(steps);
  },
  // Plain JavaScript trains the digits network slowly.
  300_000,
);

test('train.ts runs to its end and its weights predict', async () => {
  const folder = path.join(parent, 'everything a recipe can ask for');
  const { stdout } = await run(process.execPath, ['dist/src/train.js'], { cwd: folder });
  expect(stdout).toMatch(/^Epoch 1 of 6: loss .*; validation: loss /m);
  const args = ['dist/src/predict.js', '--input', 'test/samples/input-0.npy'];
  const predicted = await run(process.execPath, args, { cwd: folder });
  expect(JSON.parse(predicted.stdout.slice(predicted.stdout.indexOf('{')))).toMatchObject({
    outputs: [{ shape: [32, 1] }],
  });
}, 300_000);

test('the test that a project carries passes', async () => {
  const folder = path.join(parent, 'table-binary');
  const script = path.join(folder, 'dist', 'test', 'export.test.js');
  const { stdout } = await run(process.execPath, ['--test', script], { env: cleanEnvironment() });
  expect(stdout).toContain('# pass 1');
});

/** vitest's own settings would reach the project's test runner. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...rest } = process.env;
  return rest;
}
