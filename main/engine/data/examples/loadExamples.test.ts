import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { afterAll, describe, expect, test } from 'vitest';
import { arraysSource } from '#main/engine/data/source/arraysSource.ts';
import { catchReads } from '#main/engine/data/catchReads.ts';
import { cellsSource } from '#main/engine/data/source/cellsSource.ts';
import { numberFeature } from '#main/engine/data/source/featuresForTests.ts';
import { smallDocument } from '#main/engine/data/examples/documentForTests.ts';
import { examplesOfSource, loadExamples } from '#main/engine/data/examples/loadExamples.ts';
import type { LoadOptions } from '#main/engine/data/examples/loadExamples.ts';
import type { CellsByName, OpenedSource } from '#main/engine/data/readers/reader.ts';
import type { Examples } from '#main/engine/train/examples.ts';
import type { Cells, Picture } from '#shared/data/arithmetic/cells.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'strata-examples-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const column = (...values: readonly number[]): Cells => ({
  type: 'numbers',
  shape: [],
  values: Float64Array.from(values),
});

function inMemory(features: readonly Feature[], cells: CellsByName, count: number): OpenedSource {
  return cellsSource(features, count, cells, { fingerprint: 'x', bytes: null });
}

function load(document: StrataDocument, source: OpenedSource, options: Partial<LoadOptions> = {}) {
  const facts = inferGraph(document.graph, document.blocks);
  return catchReads(new AbortController().signal, () =>
    examplesOfSource(tf, document, facts, source, { seed: 1, ...options }),
  );
}

/** Inputs and targets of a part, all in one batch. */
async function all(part: Examples) {
  const rows = Uint32Array.from({ length: part.count }, (_, row) => row);
  const { inputs, targets } = await part.batch(rows);
  const read = (tensors: readonly tf.Tensor[]) =>
    tensors.map((tensor) => ({ shape: tensor.shape, values: [...tensor.dataSync()] }));
  return { inputs: read(inputs), targets: read(targets) };
}

const animals = ['ant', 'bee', 'cat'];
const table = {
  a: column(1, 2, 3, 4, 5, 6),
  b: column(10, 20, 30, 40, 50, 60),
  color: { type: 'texts', values: ['red', 'blue', 'red', null, 'blue', 'red'] },
  animal: { type: 'texts', values: ['cat', 'ant', 'bee', 'ant', 'cat', 'bee'] },
} satisfies CellsByName;
const tableFeatures = [
  numberFeature('a'),
  numberFeature('b'),
  numberFeature('color', {
    kind: 'category',
    dtype: 'text',
    classes: 2,
    classNames: ['blue', 'red'],
  }),
  numberFeature('animal', {
    kind: 'category',
    dtype: 'text',
    classes: 3,
    classNames: animals,
    role: 'target',
  }),
];
const tableDocument = (data: Partial<StrataDocument['data']>, shape: readonly number[] = [2]) =>
  smallDocument({
    shape,
    units: 3,
    loss: 'sparseCategoricalCrossentropy',
    data: { bindings: { inputs: { x: ['b', 'a'] }, outputs: { y: 'animal' } }, ...data },
  });

describe('tables', () => {
  test('several features are one row of numbers, categories are class numbers', async () => {
    const { examples } = valueOf(await load(tableDocument({}), inMemory(tableFeatures, table, 6)));
    expect(await all(examples.train)).toEqual({
      inputs: [{ shape: [6, 2], values: [10, 1, 20, 2, 30, 3, 40, 4, 50, 5, 60, 6] }],
      targets: [{ shape: [6, 1], values: [2, 0, 1, 0, 2, 1] }],
    });
    expect(examples.train.inputs[0]?.column?.values).toBeInstanceOf(Float32Array);
  });

  test('rows that a step drops are in no part, and numbers of rows stay', async () => {
    const document = tableDocument({
      steps: [
        { kind: 'dropMissing', features: ['color'], params: {} },
        { kind: 'oneHot', features: ['color'], params: {} },
      ],
      bindings: { inputs: { x: ['color'] }, outputs: { y: 'animal' } },
    });
    const { examples } = valueOf(await load(document, inMemory(tableFeatures, table, 6)));
    expect(await all(examples.train)).toEqual({
      inputs: [{ shape: [5, 2], values: [0, 1, 1, 0, 0, 1, 1, 0, 0, 1] }],
      targets: [{ shape: [5, 1], values: [2, 0, 1, 2, 1] }],
    });
    expect([...examples.train.rows(Uint32Array.of(3))]).toEqual([4]);
  });

  test('by time: the last rows are held back, and nothing is learned of them', async () => {
    const document = tableDocument({
      steps: [{ kind: 'standardize', features: ['a', 'b'], params: {} }],
      split: {
        ...emptyRecipe.split,
        method: 'time',
        validation: 'split',
        validationFraction: 0.17,
        testFraction: 0.34,
      },
    });
    const loaded = valueOf(await load(document, inMemory(tableFeatures, table, 6)));
    const { train, validation, test: held } = loaded.examples;
    expect([train.count, validation?.count, held?.count]).toEqual([3, 1, 2]);
    const { inputs } = await all(train);
    expect(inputs[0]?.values.map((value) => Math.round(value * 1000))).toEqual([
      -1225, -1225, 0, 0, 1225, 1225,
    ]);
    expect(loaded.fitted.steps[0]?.fitted).toHaveProperty('a');
    // What was learned before is taken as it is.
    const again = valueOf(
      await load(document, inMemory(tableFeatures, table, 6), { fitted: loaded.fitted, seed: 2 }),
    );
    expect(again.fitted).toEqual(loaded.fitted);
  });

  test('columns that do not fit lie on disk and give the same', async () => {
    const document = tableDocument({
      steps: [{ kind: 'standardize', features: ['a', 'b'], params: {} }],
    });
    const source = () => inMemory(tableFeatures, table, 6);
    const memory = valueOf(await load(document, source()));
    const disk = valueOf(await load(document, source(), { budget: 0 }));
    const { train } = disk.examples;
    expect(train.inputs[0]?.column).toBeNull();
    expect(await all(train)).toEqual(await all(memory.examples.train));
    const trial = train.trial(3);
    expect(trial.inputs[0]?.shape).toEqual([3, 2]);
    await disk.close();
  });

  test.each<[string, CellsByName, string, Readonly<Record<string, unknown>>]>([
    [
      'a missing number',
      { ...table, a: column(1, 2, NaN, 4, 5, 6) },
      'data.missingValue',
      { feature: 'a', row: 3 },
    ],
    [
      'a missing category',
      { ...table, animal: { type: 'texts', values: ['cat', null, 'bee', 'ant', 'cat', 'bee'] } },
      'data.missingValue',
      { feature: 'animal', row: 2 },
    ],
    [
      'a class that was not there before',
      { ...table, animal: { type: 'texts', values: ['cat', 'ant', 'bee', 'ant', 'dog', 'bee'] } },
      'data.unknownClass',
      { feature: 'animal', row: 5, value: 'dog' },
    ],
  ])('refuses %s', async (_, cells, code, values) => {
    const result = await load(tableDocument({}), inMemory(tableFeatures, cells, 6));
    expect(result).toMatchObject({ ok: false, problem: { code, values } });
  });

  test('refuses texts that no step turns into numbers', async () => {
    const features = tableFeatures.map((each) =>
      each.name === 'color' ? numberFeature('color', { kind: 'text', dtype: 'text' }) : each,
    );
    const document = tableDocument({
      bindings: { inputs: { x: ['color'] }, outputs: { y: 'animal' } },
    });
    expect(await load(document, inMemory(features, table, 6))).toMatchObject({
      problem: { code: 'data.stillText', values: { feature: 'color' } },
    });
  });

  test('a file of commas comes through', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, row) => `${row},${row % 4},${animals[row % 3] ?? ''}`,
    );
    writeFileSync(path.join(folder, 'zoo.csv'), `a,b,animal\n${rows.join('\n')}\n`);
    const document = tableDocument({
      source: { kind: 'table', params: { file: 'zoo.csv' } },
      features: tableFeatures.filter(({ name }) => name !== 'color'),
      split: { ...emptyRecipe.split, method: 'stratified', testFraction: 0.25 },
    });
    const facts = inferGraph(document.graph, document.blocks);
    const { examples } = valueOf(await loadExamples(tf, document, facts, folder, { seed: 1 }));
    expect([examples.train.count, examples.test?.count]).toEqual([30, 10]);
    const { inputs, targets } = await all(examples.train);
    const first = inputs[0]?.values ?? [];
    for (const [index, label] of (targets[0]?.values ?? []).entries()) {
      const a = first[index * 2 + 1] ?? 0;
      expect([first[index * 2], label]).toEqual([a % 4, a % 3]);
    }
  });
});

describe('series', () => {
  const windows = { length: 2, horizon: 1, stride: 1, series: null };
  const document = (more: Partial<StrataDocument['data']> = {}) =>
    smallDocument({
      shape: [2, 1],
      units: 1,
      loss: 'meanSquaredError',
      isFlattened: true,
      data: { windows, bindings: { inputs: { x: ['a'] }, outputs: { y: 'a' } }, ...more },
    });

  test('a window is some rows, its target a later one', async () => {
    const { examples } = valueOf(await load(document(), inMemory(tableFeatures, table, 6)));
    expect(await all(examples.train)).toEqual({
      inputs: [{ shape: [4, 2, 1], values: [1, 2, 2, 3, 3, 4, 4, 5] }],
      targets: [{ shape: [4, 1], values: [3, 4, 5, 6] }],
    });
    const { column: kept, length } = examples.train.inputs[0] ?? {};
    expect([kept?.values.length, length]).toEqual([6, 2]);
  });

  test.each([
    ['in memory', {}],
    ['on disk', { budget: 0 }],
  ])('windows stay within their series and leave dropped rows out, %s', async (_, options) => {
    const cells = {
      ...table,
      color: { type: 'texts', values: ['r', 'b', 'r', 'b', 'r', 'r'] },
      b: column(0, 0, NaN, 0, 0, 0),
    } satisfies CellsByName;
    const recipe = document({
      windows: { ...windows, series: 'color' },
      steps: [{ kind: 'dropMissing', features: ['b'], params: {} }],
    });
    const loaded = valueOf(await load(recipe, inMemory(tableFeatures, cells, 6), options));
    // Series r without row 3: 1, 5, 6. Series b: 2, 4, too short.
    expect(await all(loaded.examples.train)).toEqual({
      inputs: [{ shape: [1, 2, 1], values: [1, 5] }],
      targets: [{ shape: [1, 1], values: [6] }],
    });
    await loaded.close();
  });
});

describe('bytes', () => {
  const labels = Int32Array.of(0, 2, 1);
  const features = [
    numberFeature('image', { kind: 'image', shape: [2, 2, 1], dtype: 'uint8' }),
    numberFeature('label', { kind: 'category', dtype: 'int32', classes: 3 }),
  ];
  const document = smallDocument({
    shape: [2, 2, 1],
    units: 3,
    loss: 'sparseCategoricalCrossentropy',
    isFlattened: true,
    data: {
      steps: [{ kind: 'scale', features: ['image'], params: { divisor: 51 } }],
      bindings: { inputs: { x: ['image'] }, outputs: { y: 'label' } },
    },
  });
  const bytes = Uint8Array.from({ length: 12 }, (_, index) => index * 17);
  const expected = Array.from(bytes, (byte) => Math.fround(byte / 51));

  test('of arrays are not copied, and divided when they are taken', async () => {
    const source = arraysSource(
      features,
      [
        { shape: [3, 2, 2, 1], values: bytes },
        { shape: [3], values: labels },
      ],
      null,
    );
    const { examples } = valueOf(await load(document, source));
    const [port] = examples.train.inputs;
    expect(port?.column?.values).toBe(bytes);
    expect(port?.divisor).toBe(51);
    expect((await all(examples.train)).inputs[0]?.values).toEqual(expected);
  });

  test('of pictures stay bytes too', async () => {
    const pictures: Picture[] = [0, 1, 2].map((index) => ({
      height: 2,
      width: 2,
      channels: 1,
      values: bytes.slice(index * 4, index * 4 + 4),
    }));
    const cells: CellsByName = {
      image: { type: 'pictures', values: pictures },
      label: { type: 'numbers', shape: [], values: labels },
    };
    const { examples } = valueOf(await load(document, inMemory(features, cells, 3)));
    const [port] = examples.train.inputs;
    expect([...(port?.column?.values ?? [])]).toEqual([...bytes]);
    expect(port?.column?.values).toBeInstanceOf(Uint8Array);
    expect(port?.divisor).toBe(51);
    expect((await all(examples.train)).inputs[0]?.values).toEqual(expected);
  });

  test('pictures of several sizes are refused', async () => {
    const picture = (side: number): Picture => ({
      height: side,
      width: side,
      channels: 1,
      values: new Uint8Array(side * side),
    });
    const cells: CellsByName = {
      image: { type: 'pictures', values: [picture(2), picture(3), picture(2)] },
      label: { type: 'numbers', shape: [], values: labels },
    };
    expect(await load(document, inMemory(features, cells, 3))).toMatchObject({
      problem: {
        code: 'data.sizesDiffer',
        values: { feature: 'image', row: 2, found: [3, 3, 1], expected: [2, 2, 1] },
      },
    });
  });
});
