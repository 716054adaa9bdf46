import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadDataset } from '#main/engine/data/source/loadDataset.ts';
import { readers } from '#main/engine/data/readers/index.ts';
import type { Dataset } from '#main/engine/data/source/table.ts';
import type { DataSource } from '#shared/data/data.ts';
import { sources } from '#shared/data/sources/index.ts';
import type { Result } from '#shared/problems/problem.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'strata-readers-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function read(
  kind: string,
  params: DataSource['params'] = {},
  documentFolder: string | null = folder,
): Promise<Result<Dataset>> {
  return loadDataset({ ...emptyRecipe, source: { kind, params } }, documentFolder);
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** Shapes and values of a part's columns. */
function columns(dataset: Dataset, part: 'train' | 'test' = 'train') {
  return Object.fromEntries(
    (dataset[part]?.columns ?? []).map(({ name, shape, values }) => [name, { shape, values }]),
  );
}

function idx(shape: readonly number[], body: ArrayLike<number>): Uint8Array {
  return Uint8Array.from([
    0,
    0,
    8,
    shape.length,
    ...shape.flatMap((n) => [0, 0, 0, n]),
    ...Array.from(body),
  ]);
}

test('every source has a reader, and every reader a source', () => {
  expect(readers.map(({ kind }) => kind).sort()).toEqual(sources.map(({ kind }) => kind).sort());
});

test('MNIST is complete', async () => {
  const dataset = valueOf(await read('mnist'));
  expect([dataset.train.count, dataset.test?.count]).toEqual([60_000, 10_000]);
  const { image, label } = columns(dataset);
  expect(image?.shape).toEqual([28, 28, 1]);
  expect(image?.values).toBeInstanceOf(Uint8Array);
  expect([...(label?.values.slice(0, 10) ?? [])]).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
  const first = Array.from(image?.values.slice(0, 784) ?? []);
  expect(first.reduce((sum, value) => sum + value, 0)).toBe(27525);
});

describe('IDX files', () => {
  writeFileSync(path.join(folder, 'images'), idx([2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8]));
  writeFileSync(path.join(folder, 'labels'), idx([2], [1, 0]));
  writeFileSync(path.join(folder, 'three'), idx([3], [1, 0, 1]));

  test('are found beside the document', async () => {
    const dataset = valueOf(await read('idx', { images: 'images', labels: 'labels', classes: 2 }));
    expect(columns(dataset)).toEqual({
      image: { shape: [2, 2, 1], values: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) },
      label: { shape: [], values: Uint8Array.of(1, 0) },
    });
    expect(dataset.test).toBeNull();
    expect(dataset.train.columns[1]?.classes).toEqual(['0', '1']);
  });

  test('may have a test part', async () => {
    const dataset = valueOf(
      await read('idx', {
        images: 'images',
        labels: 'labels',
        testImages: path.join(folder, 'images'),
        testLabels: 'labels',
      }),
    );
    expect(dataset.test?.count).toBe(2);
  });

  test.each([
    [
      'other counts',
      { images: 'images', labels: 'three' },
      'data.countsDiffer',
      { images: 2, labels: 3 },
    ],
    ['labels as images', { images: 'labels', labels: 'labels' }, 'data.notImages', { shape: [2] }],
    [
      'images as labels',
      { images: 'images', labels: 'images' },
      'data.notLabels',
      { shape: [2, 2, 2] },
    ],
    ['a file that is not there', { images: 'images', labels: 'none' }, 'data.fileMissing', {}],
    ['no file chosen', { images: 'images' }, 'data.sourceIncomplete', {}],
  ])('refuses %s', async (_, params, code, values) => {
    expect(await read('idx', params)).toMatchObject({ ok: false, problem: { code, values } });
  });

  test('refuses a relative path of a document that has no folder', async () => {
    expect(await read('idx', { images: 'images', labels: 'labels' }, null)).toMatchObject({
      problem: { code: 'data.relativePath', values: { file: 'images' } },
    });
  });
});

describe('CIFAR-10', () => {
  const cifar = path.join(folder, 'cifar');
  mkdirSync(cifar);
  const record = (label: number): number[] => [
    label,
    ...Array.from({ length: 3072 }, (_, i) => [10, 20, 30][Math.floor(i / 1024)] ?? 0),
  ];
  for (let file = 1; file <= 5; file++) {
    writeFileSync(
      path.join(cifar, `data_batch_${file}.bin`),
      Uint8Array.from([...record(file), ...record(0)]),
    );
  }
  writeFileSync(path.join(cifar, 'test_batch.bin'), Uint8Array.from(record(9)));

  test('planes become pixels', async () => {
    const dataset = valueOf(await read('cifar10', { folder: 'cifar' }));
    const { image, label } = columns(dataset);
    expect([dataset.train.count, dataset.test?.count]).toEqual([10, 1]);
    expect(image?.shape).toEqual([32, 32, 3]);
    expect([...(image?.values.slice(0, 6) ?? [])]).toEqual([10, 20, 30, 10, 20, 30]);
    expect([...(label?.values ?? [])]).toEqual([1, 0, 2, 0, 3, 0, 4, 0, 5, 0]);
    expect(dataset.train.columns[1]?.classes?.[9]).toBe('truck');
  });

  test('refuses a file that is cut short', async () => {
    const cut = path.join(folder, 'cut');
    mkdirSync(cut);
    writeFileSync(path.join(cut, 'data_batch_1.bin'), Uint8Array.from(record(1)).slice(0, 3000));
    expect(await read('cifar10', { folder: 'cut' })).toMatchObject({
      problem: { code: 'data.cutShort', values: { expected: 3073, actual: 3000 } },
    });
  });
});

test('generated sources depend on their seed only', async () => {
  for (const kind of ['generatedTable', 'generatedText', 'generatedPoints']) {
    const [one, again, other] = await Promise.all(
      [1, 1, 2].map(async (seed) => valueOf(await read(kind, { seed }))),
    );
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  }
  const { columns: two, count } = valueOf(
    await read('generatedTable', { layout: 'two', rows: 50 }),
  ).train;
  expect(two.map(({ name, shape }) => [name, shape])).toEqual([
    ['first', [5]],
    ['second', [3]],
    ['target', [1]],
  ]);
  expect(count).toBe(50);
});
