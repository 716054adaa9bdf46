import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { startFastestBackend } from '../src/backend.ts';
import { projectFolder } from '../src/folders.ts';
import { createModel } from '../src/model.ts';
import { type Prediction, predictPrepared } from '../src/predict.ts';
import { loadWeights } from '../src/weights.ts';

const samples = path.join(projectFolder, 'test', 'samples');
const tolerance = 1e-4;

void test('predicts for the samples what the original model predicted', async () => {
  await startFastestBackend('prediction');
  const model = createModel();
  loadWeights(model);
  const inputs = readdirSync(samples)
    .filter((name) => /^input-\d+\.npy$/.test(name))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => path.join(samples, name));
  const expected = JSON.parse(readFileSync(path.join(samples, 'outputs.json'), 'utf8')) as {
    outputs: Prediction[];
  };
  const predicted = predictPrepared(model, inputs);
  assert.equal(predicted.length, expected.outputs.length);
  for (const [index, output] of expected.outputs.entries()) {
    assert.deepEqual(predicted[index]?.shape, output.shape);
    const differences = output.values.map((value, at) => {
      return Math.abs(value - (predicted[index]?.values[at] ?? NaN));
    });
    assert.ok(
      differences.every((difference) => difference <= tolerance),
      `${output.name} differs by ${Math.max(...differences)}.`,
    );
  }
});
