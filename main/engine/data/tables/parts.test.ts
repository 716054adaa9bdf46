import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { inspectData } from '#main/engine/data/inspect/inspectData.ts';
import { recogniseAndGuess } from '#main/engine/data/inspect/recogniseAndGuess.ts';
import { recogniseData } from '#main/engine/data/inspect/recogniseData.ts';
import { see, seen, testFolder } from '#main/engine/data/tables/tablesForTests.ts';
import { proposeDocument } from '#shared/document/proposeDocument.ts';

const { folder, write, remove } = testFolder();
afterAll(remove);

const work = { signal: new AbortController().signal, tell: () => undefined };

/** A table of so many rows, beginning with this number. */
function table(name: string, from: number, count: number): string {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  const rows = Array.from(
    { length: count },
    (_, at) => `${from + at}.5,${(from + at) % 2 ? 'a' : 'b'}`,
  );
  return write(name, `x,y\n${rows.join('\n')}\n`);
}

describe('a validation part of its own', () => {
  const file = table('train.csv', 0, 40);
  const validationFile = table('val.csv', 100, 7);
  const testFile = table('test.csv', 200, 5);

  test('follows the training rows, and a column says so', async () => {
    const { count, testCount, cells, features, reports } = await seen('table', {
      file,
      validationFile,
      testFile,
    });
    expect({ count, testCount }).toEqual({ count: 47, testCount: 5 });
    expect(features.map(({ name, role }) => [name, role])).toEqual([
      ['x', 'input'],
      ['y', 'input'],
      ['part', 'ignored'],
    ]);
    expect(cells['x']?.slice(38, 42)).toEqual([38.5, 39.5, 100.5, 101.5]);
    expect(cells['part']?.slice(38, 42)).toEqual(['train', 'train', 'validation', 'validation']);
    expect(reports.at(-1)).toMatchObject({
      feature: { name: 'part' },
      top: [
        { value: 'train', count: 40 },
        { value: 'validation', count: 7 },
      ],
    });
  });

  test.each([
    ['named by their files', [testFile, file, validationFile], {}],
    ['named by the user', [file], { validation: validationFile, test: testFile }],
  ])('%s: the recipe divides by it', async (_, paths, named) => {
    const found = await recogniseAndGuess(paths, work, named);
    if (!found.ok) throw new Error(found.problem.code);
    const { source, recipe } = found.value;
    expect(source.params).toMatchObject({ file, validationFile, testFile });
    expect(recipe.split).toMatchObject({ method: 'column', feature: 'part' });
    expect(await inspectData(proposeDocument('parts', recipe), null)).toMatchObject({
      value: { trainCount: 40, validationCount: 7, testCount: 5 },
    });
  });

  test('is looked through with the training rows', async () => {
    const train = write(
      'ids.csv',
      `id,y\n${Array.from({ length: 30 }, (_, at) => `${at},a\n`).join('')}`,
    );
    const held = write(
      'ids valid.csv',
      `id,y\n${Array.from({ length: 10 }, (_, at) => `${at + 29},b\n`).join('')}29,b\nx,b\n`,
    );
    const found = await recogniseAndGuess([train, held], work);
    if (!found.ok) throw new Error(found.problem.code);
    const { report, recipe } = found.value;
    expect(report.trainCount).toBe(42);
    // One row comes twice in the validation part.
    expect(report.duplicates).toBe(1);
    const [id, y, part] = report.features;
    expect(id).toMatchObject({ missing: 1, distinct: 39, numbers: { min: 0, max: 38 } });
    expect(y?.feature.classNames).toEqual(['a', 'b']);
    expect(y?.top).toEqual([
      { value: 'a', count: 30 },
      { value: 'b', count: 12 },
    ]);
    expect(part?.top.map(({ count }) => count)).toEqual([30, 12]);
    expect(recipe.features[0]).toMatchObject({ name: 'id', role: 'ignored' });
    expect(report.problems).toMatchObject([
      { code: 'table.notANumber', place: { file: held, row: 13 }, values: { row: 13, value: 'x' } },
    ]);
  });

  test('beside a table that has a column of that name', async () => {
    const own = write('own.csv', 'x,part\n1,left\n2,right\n');
    const other = write('own valid.csv', 'x,part\n3,left\n');
    const { cells } = await seen('table', { file: own, validationFile: other });
    expect(cells).toMatchObject({
      part: ['left', 'right', 'left'],
      part_2: ['train', 'train', 'validation'],
    });
  });

  test('without a column that an input needs is refused, and so is one that is empty', async () => {
    const other = write('other valid.csv', 'z\n1\n');
    expect(await see('table', { file, validationFile: other })).toMatchObject({
      code: 'table.columnsDiffer',
      values: { column: 'x', file: other },
    });
    const nothing = write('empty valid.csv', '');
    expect(await see('table', { file, validationFile: nothing })).toMatchObject({
      code: 'table.empty',
      values: { file: nothing },
    });
  });
});

describe('which table is which part', () => {
  const names = (params: object) =>
    Object.fromEntries(
      Object.entries(params)
        .filter(([name]) => /file$/i.test(name))
        .map(([name, file]) => [name, path.basename(String(file))]),
    );

  test.each([
    [['a.csv', 'b.csv'], { file: 'a.csv', testFile: 'b.csv' }],
    [['a_test.csv', 'a.csv'], { file: 'a.csv', testFile: 'a_test.csv' }],
    [['dev.csv', 'a.csv'], { file: 'a.csv', validationFile: 'dev.csv' }],
    [['test.csv', 'valid.csv'], { file: 'valid.csv', testFile: 'test.csv' }],
    [
      ['数据 测试集.csv', '数据 验证集.csv', '数据.csv'],
      { file: '数据.csv', validationFile: '数据 验证集.csv', testFile: '数据 测试集.csv' },
    ],
    [
      ['validation.csv', 'TRAIN.csv', 'holdout.csv'],
      { file: 'TRAIN.csv', validationFile: 'validation.csv', testFile: 'holdout.csv' },
    ],
  ])('%j', async (given, expected) => {
    const found = await recogniseData(given.map((name) => table(`which/${name}`, 0, 3)));
    expect(found.ok && names(found.value.params)).toEqual(expected);
  });

  test.each([
    [['a.csv', 'b.csv', 'test.csv']],
    [['a.csv', 'test 1.csv', 'test 2.csv']],
    [['val.csv', 'test.csv', 'dev.csv']],
  ])('%j are too many', async (given) => {
    const found = await recogniseData(given.map((name) => table(`many/${name}`, 0, 3)));
    expect(found).toMatchObject({ ok: false, problem: { code: 'recognise.several' } });
  });

  test('a part of its own beside data that have none is refused', async () => {
    const file = table('which/part.csv', 0, 3);
    const archive = write('points.zip', zipSync({ 'a.csv': strToU8('x,y\n1,2\n') }));
    expect(await recogniseData([archive], { test: file })).toMatchObject({
      problem: { code: 'recognise.noPart', values: { file } },
    });
  });
});
