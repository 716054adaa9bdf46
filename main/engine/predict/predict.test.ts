import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as tfjs from '@tensorflow/tfjs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import { classFeature, numberFeature } from '#main/engine/data/source/featuresForTests.ts';
import { smallDocument } from '#main/engine/data/examples/documentForTests.ts';
import { openDevice } from '#main/engine/devices/index.ts';
import { saveLayersModel } from '#main/engine/formats/layersModel.ts';
import { predict } from '#main/engine/predict/predict.ts';
import { predictTable } from '#main/engine/predict/predictTable.ts';
import { readPreparation, savePreparation } from '#main/engine/train/preparationFile.ts';
import type { FittedRecipe } from '#shared/data/fitted.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'strata-predict-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const animal = classFeature('animal', ['ant', 'bee', 'cat']);
const table = smallDocument({
  shape: [1],
  units: 3,
  loss: 'sparseCategoricalCrossentropy',
  data: {
    source: { kind: 'table', params: { file: 'train.csv' } },
    features: [numberFeature('size'), animal],
    steps: [
      { kind: 'dropMissing', features: ['animal'], params: {} },
      { kind: 'standardize', features: ['size'], params: {} },
    ],
    bindings: { inputs: { x: ['size'] }, outputs: { y: 'animal' } },
  },
});
const learned: FittedRecipe = {
  version: 1,
  steps: [
    { kind: 'dropMissing', fitted: {} },
    { kind: 'standardize', fitted: { size: [[20, 10]] } },
  ],
};

/** A run whose dense layer has these weights. */
async function run(
  name: string,
  document: StrataDocument,
  kernel: readonly (readonly number[])[],
  bias: readonly number[],
  fitted: FittedRecipe | null,
) {
  const device = await openDevice('auto');
  if (!device.ok) throw new Error(device.problem.code);
  const { tf } = device.value;
  const model = compileModel(tf, document, inferGraph(document.graph, document.blocks));
  if (!model.ok) throw new Error(model.problem.code);
  const given: tfjs.Tensor[] = [tf.tensor2d(kernel.map((row) => [...row])), tf.tensor1d([...bias])];
  model.value.setWeights(given);
  const runFolder = path.join(folder, name);
  const weights = path.join(runFolder, 'checkpoints', 'last');
  const saved = await saveLayersModel(model.value, weights);
  if (!saved.ok) throw new Error(saved.problem.code);
  if (fitted !== null) await savePreparation(runFolder, fitted);
  return { document, weights: { folder: weights }, runFolder };
}

const work = { signal: new AbortController().signal, tell: () => undefined };
const file = (name: string) => path.join(folder, name);

describe('a table', () => {
  let given: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    given = await run('table', table, [[1, 0, -1]], [0, 0.5, 0], learned);
    writeFileSync(file('new.csv'), 'key,size\nA,120\n"B, b",20\nC,-80\n');
  });

  test('is predicted for with what the run has learned; no target, no row left out', async () => {
    const predicted = await predict({ ...given, inputPath: file('new.csv') });
    if (!predicted.ok) throw new Error(JSON.stringify(predicted.problem));
    const [output] = predicted.value.outputs;
    expect([output?.name, output?.shape]).toEqual(['y', [3, 3]]);
    const values = [...(output?.values ?? [])];
    // softmax(0, 0.5, 0) in the middle row: 20 is the mean.
    expect(values.slice(3, 6).map((value) => Number(value.toFixed(4)))).toEqual([
      0.2741, 0.4519, 0.2741,
    ]);
    expect(values[0]).toBeGreaterThan(0.99);
    expect(values[8]).toBeGreaterThan(0.99);
  });

  test('becomes a table of ids and classes', async () => {
    const input = { ...given, input: file('new.csv'), output: file('out.csv'), id: 'key' };
    expect(await predictTable(input, work)).toEqual({
      ok: true,
      value: { path: file('out.csv'), rows: 3, bytes: 34 },
    });
    expect(readFileSync(file('out.csv'), 'utf8')).toBe('key,animal\nA,ant\n"B, b",bee\nC,cat\n');
    await predictTable({ ...input, output: file('out.tsv'), id: null }, work);
    expect(readFileSync(file('out.tsv'), 'utf8')).toBe('id\tanimal\n1\tant\n2\tbee\n3\tcat\n');
  });

  test.each([
    [
      'without the column',
      'key,width\nA,1\nB,2\n',
      null,
      'table.columnsDiffer',
      { column: 'size' },
    ],
    ['without the id', 'size,width\n1,2\n2,3\n', 'key', 'table.columnsDiffer', { column: 'key' }],
    [
      'with a gap',
      'key,size\nA,1\nB,\nC,3\n',
      'key',
      'data.missingValue',
      { feature: 'size', row: 2 },
    ],
  ])('%s is refused', async (name, text, id, code, values) => {
    const input = file(`${name}.csv`);
    writeFileSync(input, text);
    const result = await predictTable({ ...given, input, output: file('none.csv'), id }, work);
    expect(result).toMatchObject({ ok: false, problem: { code, values } });
  });

  test('is refused where the run has not kept what it learned', async () => {
    const bare = await run('bare', table, [[1, 0, -1]], [0, 0, 0], null);
    expect(await predict({ ...bare, inputPath: file('new.csv') })).toMatchObject({
      ok: false,
      problem: { code: 'data.notLearned', values: { step: 'Standardize' } },
    });
  });
});

test('numbers of a regression stand as they are', async () => {
  const document = smallDocument({
    shape: [1],
    units: 1,
    loss: 'meanSquaredError',
    data: {
      source: { kind: 'table', params: { file: 'train.csv' } },
      features: [numberFeature('size'), { ...numberFeature('price'), role: 'target' }],
      bindings: { inputs: { x: ['size'] }, outputs: { y: 'price' } },
    },
  });
  const given = await run('price', document, [[2]], [1], { version: 1, steps: [] });
  writeFileSync(file('sizes.csv'), 'size\n1\n2.5\n');
  const input = { ...given, input: file('sizes.csv'), output: file('prices.csv'), id: null };
  expect(await predictTable(input, work)).toMatchObject({ ok: true, value: { rows: 2 } });
  expect(readFileSync(file('prices.csv'), 'utf8')).toBe('id,price\n1,3\n2,6\n');
});

test('a picture of another size and kind is brought to that of the data', async () => {
  const document = smallDocument({
    shape: [2, 2, 1],
    units: 1,
    loss: 'meanSquaredError',
    isFlattened: true,
    data: {
      source: { kind: 'imageFolder', params: { folder: 'pictures' } },
      features: [
        { ...numberFeature('image'), kind: 'image', shape: [2, 2, 1], dtype: 'uint8' },
        { ...numberFeature('label'), role: 'target' },
      ],
      steps: [{ kind: 'scale', features: ['image'], params: { divisor: 255 } }],
      bindings: { inputs: { x: ['image'] }, outputs: { y: 'label' } },
    },
  });
  const fitted = { version: 1, steps: [{ kind: 'scale', fitted: {} }] } as const;
  const given = await run('picture', document, [[1], [1], [1], [1]], [0], fitted);
  const create = { width: 8, height: 6, channels: 3, background: '#ffffff' } as const;
  await sharp({ create }).jpeg().toFile(file('white.jpg'));
  const predicted = await predict({ ...given, inputPath: file('white.jpg') });
  if (!predicted.ok) throw new Error(JSON.stringify(predicted.problem));
  expect(predicted.value.outputs[0]?.values[0]).toBeCloseTo(4, 2);
});

describe('what a run has learned', () => {
  test('comes back from its folder', async () => {
    await savePreparation(file('kept'), learned);
    expect(await readPreparation(file('kept'))).toEqual({ ok: true, value: learned });
    expect(await readPreparation(file('never'))).toEqual({ ok: true, value: null });
  });

  test.each([
    ['no JSON', '{'],
    ['another form', '{"version":1,"steps":[{"kind":3}]}'],
    ['a version to come', '{"version":2,"steps":[]}'],
  ])('%s is refused', async (_, text) => {
    await savePreparation(file('broken'), learned);
    writeFileSync(file('broken/preparation.json'), text);
    expect(await readPreparation(file('broken'))).toMatchObject({
      ok: false,
      problem: { code: 'data.preparationBroken' },
    });
  });
});
