import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadLayersModel, loadWeights, saveLayersModel } from '#main/engine/formats/layersModel.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'strata-layers-model-'));
});
afterEach(() => rm(folder, { recursive: true }));

function makeModel(units = 3, value = 0.5): tf.LayersModel {
  const input = tf.input({ name: 'input', shape: [4] });
  const kernelInitializer = tf.initializers.constant({ value });
  const dense = tf.layers.dense({ name: 'dense', units, kernelInitializer }).apply(input);
  const norm = tf.layers.batchNormalization({ name: 'norm' }).apply(dense) as tf.SymbolicTensor;
  return tf.model({ inputs: input, outputs: norm });
}

function outputsOf(model: tf.LayersModel): number[] {
  const result = model.predict(tf.tensor2d([[1, 2, 3, 4]])) as tf.Tensor;
  return Array.from(result.dataSync());
}

async function save(): Promise<tf.LayersModel> {
  const model = makeModel();
  expect(await saveLayersModel(model, folder)).toEqual({ ok: true, value: null });
  return model;
}

describe('a saved model', () => {
  test('is loaded again with the same outputs', async () => {
    const model = await save();
    const loaded = await loadLayersModel(folder);
    expect(loaded.ok && outputsOf(loaded.value)).toEqual(outputsOf(model));
  });

  test('gives its weights to another model', async () => {
    const model = await save();
    const other = makeModel(3, 0.1);
    expect(await loadWeights(other, folder)).toEqual({ ok: true, value: null });
    expect(outputsOf(other)).toEqual(outputsOf(model));
  });

  test('is refused by a model of other shapes, which stays as it was', async () => {
    await save();
    const other = makeModel(5);
    const before = outputsOf(other);
    const loaded = await loadWeights(other, folder);
    expect(loaded).toMatchObject({
      ok: false,
      problem: {
        code: 'format.weightsDoNotFit',
        values: { name: 'dense/kernel', expected: [4, 5], actual: [4, 3] },
      },
    });
    expect(outputsOf(other)).toEqual(before);
  });
});

describe('a broken model', () => {
  const read = async () => {
    const [model, weights] = [
      await loadLayersModel(folder),
      await loadWeights(makeModel(), folder),
    ];
    expect(model.ok).toBe(false);
    expect(weights).toEqual(model);
    return model;
  };
  const weightsFile = () => path.join(folder, 'weights.bin');

  test('cut short', async () => {
    await save();
    await truncate(weightsFile(), 90);
    expect(await read()).toMatchObject({
      problem: { code: 'format.cutShort', values: { expected: 108, actual: 90 } },
    });
  });

  test.each([0, 41, 107])('with one bit changed in byte %i', async (at) => {
    await save();
    const bytes = await readFile(weightsFile());
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(weightsFile(), bytes);
    expect(await read()).toMatchObject({ problem: { code: 'format.damaged' } });
  });

  test('without its weights', async () => {
    await save();
    await rm(weightsFile());
    expect(await read()).toMatchObject({ problem: { code: 'workspace.missing' } });
  });

  test.each([
    ['nothing', ''],
    ['not JSON', '{"weightsManifest":'],
    ['no manifest', '{}'],
    ['a manifest that is not a list', '{"weightsManifest":{}}'],
    ['a path out of the folder', '{"weightsManifest":[{"paths":["../x"],"weights":[]}]}'],
    [
      'a size below zero',
      '{"weightsManifest":[{"paths":["weights.bin"],"weights":[{"name":"a","shape":[-1],"dtype":"float32"}]}]}',
    ],
    [
      'a type that tensors do not have',
      '{"weightsManifest":[{"paths":["weights.bin"],"weights":[{"name":"a","shape":[1],"dtype":"string"}]}]}',
    ],
  ])('whose model.json has %s', async (_what, text) => {
    await save();
    await writeFile(path.join(folder, 'model.json'), text);
    expect(await read()).toMatchObject({ problem: { code: 'format.notAModel' } });
  });

  test('with a layer that does not exist', async () => {
    await save();
    const file = path.join(folder, 'model.json');
    const json = (await readFile(file, 'utf8')).replace('"class_name":"Dense"', '"class_name":"X"');
    await writeFile(file, json);
    expect(await loadLayersModel(folder)).toMatchObject({ problem: { code: 'format.notLayers' } });
  });
});
