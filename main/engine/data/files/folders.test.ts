import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeText } from '#main/engine/data/files/decodeText.ts';
import { classFeature, imageFeature } from '#main/engine/data/source/featuresForTests.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import { ReadFailure } from '#main/engine/data/readFailure.ts';
import { recogniseData } from '#main/engine/data/inspect/recogniseData.ts';
import type { OpenedSource, Rows } from '#main/engine/data/readers/reader.ts';
import type { DataSource } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';

const root = mkdtempSync(path.join(tmpdir(), 'strata-folders-'));
const pictures: Record<string, Buffer> = {};
beforeAll(async () => {
  const plain = (level: number, side = 4) =>
    sharp({
      create: {
        width: side,
        height: 2,
        channels: 3,
        background: { r: level, g: level, b: 255 - level },
      },
    });
  pictures['dark'] = await plain(10).png().toBuffer();
  pictures['light'] = await plain(200).png().toBuffer();
  pictures['wide'] = await plain(90, 8).png().toBuffer();
  pictures['gray'] = await plain(90).toColourspace('b-w').png().toBuffer();
  pictures['cut'] = (await plain(90, 64).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 200);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** Writes files below a folder of its own; values are names of pictures, or what is written as it is. */
function lay(name: string, files: Readonly<Record<string, string | Buffer>>): string {
  const folder = path.join(root, name);
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of Object.entries(files)) {
    const place = path.join(folder, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, typeof content === 'string' ? (pictures[content] ?? content) : content);
  }
  return folder;
}

async function openFolder(
  kind: string,
  params: DataSource['params'],
  features: readonly Feature[] = [],
): Promise<OpenedSource> {
  const opened = await openSource({ source: { kind, params }, features }, null);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  return opened.value;
}

const all = (rows: Rows) => Uint32Array.from({ length: rows.count }, (_, row) => row);

async function texts(rows: Rows, name: string): Promise<readonly (string | null)[]> {
  const cells = (await rows.gather?.([name], all(rows)))?.[name];
  return cells?.type === 'texts' ? cells.values : [];
}

const codes = (source: OpenedSource) => source.problems.map(({ code }) => code);
const featureOf = (source: OpenedSource, name: string) =>
  source.features.find((feature) => feature.name === name);

describe('folders of pictures', () => {
  test('a validation and a test part in folders of their own', async () => {
    const folder = lay('own/train', { 'a/1.png': 'dark', 'b/1.png': 'light' });
    const validationFolder = lay('own/held', { 'a/2.png': 'dark', 'c/1.png': 'light' });
    const testFolder = lay('own/asked', { 'b/3.png': 'light' });
    const found = await recogniseData([folder], { validation: validationFolder, test: testFolder });
    expect(found).toEqual({
      ok: true,
      value: { kind: 'imageFolder', params: { folder, validationFolder, testFolder } },
    });
    const source = await openFolder('imageFolder', { folder, validationFolder, testFolder });
    expect(await texts(source.train, 'part')).toEqual([
      ...['train', 'train', 'validation', 'validation'],
    ]);
    expect(await texts(source.train, 'file')).toEqual(['a/1.png', 'b/1.png', 'a/2.png', 'c/1.png']);
    expect(featureOf(source, 'label')?.classNames).toEqual(['a', 'b', 'c']);
    const pixels = (await source.train.gather?.(['image'], Uint32Array.of(3)))?.['image'];
    expect(pixels?.type === 'pictures' && pixels.values[0]?.values[0]).toBe(200);
    expect(source.test?.count).toBe(1);
  });

  test('one folder a class, in natural order, hidden files passed over', async () => {
    const folder = lay('a b 猫', {
      'class 10/a.png': 'light',
      'class 2/b.png': 'dark',
      'class 2/a.png': 'dark',
      'class 2/.hidden.png': 'dark',
      'class 2/Thumbs.db': 'x',
      '狗/图 一.png': 'light',
    });
    const source = await openFolder('imageFolder', { folder });
    expect(source.features).toEqual([
      imageFeature([2, 4, 3]),
      classFeature('label', ['class 2', 'class 10', '狗']),
      { name: 'file', role: 'ignored', kind: 'text', shape: [], dtype: 'text', classes: null },
    ]);
    expect(await texts(source.train, 'label')).toEqual(['class 2', 'class 2', 'class 10', '狗']);
    expect(await texts(source.train, 'file')).toEqual([
      'class 2/a.png',
      'class 2/b.png',
      'class 10/a.png',
      '狗/图 一.png',
    ]);
    const cells = (await source.train.gather?.(['image'], Uint32Array.of(3, 0)))?.['image'];
    expect(
      cells?.type === 'pictures' && cells.values.map((picture) => picture?.values.slice(0, 3)),
    ).toEqual([Uint8Array.of(200, 200, 55), Uint8Array.of(10, 10, 245)]);
    expect(source.test).toBeNull();
    expect(await recogniseData([folder])).toEqual({
      ok: true,
      value: { kind: 'imageFolder', params: { folder } },
    });
  });

  test('sizes that differ leave the size open; a wanted size closes it', async () => {
    const folder = lay('sizes', { 'a/1.png': 'dark', 'b/2.png': 'wide' });
    const open = await openFolder('imageFolder', { folder });
    expect(featureOf(open, 'image')?.shape).toEqual([null, null, 3]);
    const closed = await openFolder('imageFolder', { folder, height: 8, channels: '1' });
    expect(featureOf(closed, 'image')?.shape).toEqual([8, 8, 1]);
    const cells = (await closed.train.gather?.(['image'], Uint32Array.of(1)))?.['image'];
    expect(cells?.type === 'pictures' && cells.values[0]).toMatchObject({
      height: 8,
      width: 8,
      channels: 1,
    });
  });

  test('gray pictures have one channel where all are gray', async () => {
    const gray = await openFolder('imageFolder', {
      folder: lay('gray', { 'a/1.png': 'gray', 'b/2.png': 'gray' }),
    });
    expect(featureOf(gray, 'image')?.shape).toEqual([2, 4, 1]);
    const mixed = await openFolder('imageFolder', {
      folder: lay('mixed', { 'a/1.png': 'gray', 'b/2.png': 'dark' }),
    });
    expect(featureOf(mixed, 'image')?.shape).toEqual([2, 4, 3]);
  });

  test.each<[string, string, readonly [number, number | null], readonly string[] | null]>([
    ['train and test', 'train/a/1 train/b/2 test/a/3', [2, 1], null],
    [
      'three parts',
      'Train/a/1 Train/b/2 val/a/3 test/b/4',
      [3, 1],
      ['train', 'train', 'validation'],
    ],
    ['Chinese names', '训练集/a/1 训练集/b/2 测试集/a/3', [2, 1], null],
    [
      'a wrapping folder',
      'cats_dogs/train/a/1 cats_dogs/train/b/2 cats_dogs/test/a/3',
      [2, 1],
      null,
    ],
    [
      'a competition: no classes in the test part',
      'train/a/1 train/b/2 test/3 test/4',
      [2, 2],
      null,
    ],
    ['train alone is a class like any other', 'train/1 boat/2', [2, null], null],
  ])('%s', async (name, files, [train, held], parts) => {
    const folder = lay(
      name,
      Object.fromEntries(files.split(' ').map((file) => [`${file}.png`, 'dark'])),
    );
    const source = await openFolder('imageFolder', { folder });
    expect([source.train.count, source.test?.count ?? null]).toEqual([train, held]);
    if (parts !== null) expect(await texts(source.train, 'part')).toEqual(parts);
    else expect(featureOf(source, 'part')).toBeUndefined();
  });

  test('nested folders are one class, or one each', async () => {
    const folder = lay('nested', {
      'cat/in/1.png': 'dark',
      'cat/out/2.png': 'dark',
      'dog/3.png': 'dark',
    });
    const first = await openFolder('imageFolder', { folder });
    expect(featureOf(first, 'label')?.classNames).toEqual(['cat', 'dog']);
    const each = await openFolder('imageFolder', { folder, classes: 'path' });
    expect(featureOf(each, 'label')?.classNames).toEqual(['cat/in', 'cat/out', 'dog']);
  });

  test('a flat folder has no classes; strays beside class folders are told', async () => {
    const flat = await openFolder('imageFolder', {
      folder: lay('flat', { '1.png': 'dark', '2.png': 'dark' }),
    });
    expect(flat.features.map(({ name }) => name)).toEqual(['image', 'file']);
    const stray = await openFolder('imageFolder', {
      folder: lay('stray', { 'a/1.png': 'dark', 'b/2.png': 'dark', 'x.png': 'dark' }),
    });
    expect(stray.train.count).toBe(2);
    expect(stray.problems).toMatchObject([
      { code: 'data.strayFiles', severity: 'warning', values: { count: 1, file: 'x.png' } },
    ]);
  });

  test('a folder for the test part', async () => {
    const folder = lay('own train', { 'a/1.png': 'dark', 'b/2.png': 'dark' });
    const testFolder = lay('own test', { 'b/3.png': 'dark', 'c/4.png': 'dark' });
    const source = await openFolder('imageFolder', { folder, testFolder });
    expect(source.test?.count).toBe(2);
    expect(featureOf(source, 'label')?.classNames).toEqual(['a', 'b', 'c']);
  });

  test('links that lead in a circle end', async () => {
    const folder = lay('circle', { 'a/1.png': 'dark', 'b/2.png': 'dark' });
    symlinkSync(folder, path.join(folder, 'a', 'again'));
    symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'b', 'lost.png'));
    const source = await openFolder('imageFolder', { folder });
    expect(source.train.count).toBe(2);
    expect(codes(source)).toEqual(['data.linkLoop']);
  });

  test('damaged files end the reading, or are left out where the user agrees', async () => {
    const folder = lay('damaged', {
      'a/1.png': 'dark',
      'a/2.png': 'cut',
      'b/3.png': '',
      'b/4.png': 'no picture',
      'b/5.png': 'light',
    });
    const strict = await openFolder('imageFolder', { folder });
    const failure = await strict.train
      .gather?.(['image'], all(strict.train))
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ReadFailure);
    expect((failure as ReadFailure).problem.code).toMatch(/pictureBroken|fileEmpty|pictureUnknown/);
    const signal = new AbortController().signal;
    const reports = await strict.describe?.(() => undefined, signal);
    expect(reports?.[0]).toMatchObject({ missing: 3, sizes: [{ value: '2×4×3', count: 2 }] });
    const lenient = await openFolder('imageFolder', { folder, skipUnreadable: true });
    expect(await texts(lenient.train, 'file')).toEqual(['a/1.png', 'b/5.png']);
    expect(
      lenient.problems.map(({ code, values, severity }) => [code, values['file'], severity]),
    ).toEqual([
      ['data.pictureBroken', 'a/2.png', 'warning'],
      ['data.fileEmpty', 'b/3.png', 'warning'],
      ['data.pictureUnknown', 'b/4.png', 'warning'],
    ]);
  });

  test('a stream gives the same as a gather; what has gone meanwhile is told', async () => {
    const folder = lay('stream', { 'a/1.png': 'dark', 'b/2.png': 'light' });
    const source = await openFolder('imageFolder', { folder });
    const seen: number[] = [];
    for await (const { cells } of source.train.stream(['image', 'label'])) {
      const column = cells['image'];
      if (column?.type === 'pictures') seen.push(...column.values.map((p) => p?.values[0] ?? -1));
    }
    expect(seen).toEqual([10, 200]);
    rmSync(path.join(folder, 'b', '2.png'));
    await expect(source.train.gather?.(['image'], Uint32Array.of(1))).rejects.toMatchObject({
      problem: { code: 'data.fileMissing', values: { file: 'b/2.png' } },
    });
  });

  test('the fingerprint follows sizes and times; roles of the document stay', async () => {
    const folder = lay('print', { 'a/1.png': 'dark', 'b/2.png': 'light' });
    const first = await openFolder('imageFolder', { folder });
    const again = await openFolder(
      'imageFolder',
      { folder },
      first.features.map((feature) =>
        feature.name === 'file' ? { ...feature, role: 'group' as const } : feature,
      ),
    );
    expect(again.fingerprint).toBe(first.fingerprint);
    expect(featureOf(again, 'file')?.role).toBe('group');
    utimesSync(path.join(folder, 'a', '1.png'), new Date(0), new Date(0));
    expect((await openFolder('imageFolder', { folder })).fingerprint).not.toBe(first.fingerprint);
  });

  test('equal pictures of a class are duplicates', async () => {
    const folder = lay('equal', {
      'a/1.png': 'dark',
      'a/2.png': 'dark',
      'b/3.png': 'dark',
      'b/4.png': 'light',
    });
    const source = await openFolder('imageFolder', { folder });
    expect(await source.countDuplicates?.(new AbortController().signal)).toBe(1);
  });

  test.each([
    ['nothing of the kind', 'docs', { 'a/x.csv': 'a,b' }, 'data.emptyFolder'],
    ['empty folders', 'hollow', {}, 'data.emptyFolder'],
  ])('refuses a folder with %s', async (_, name, files, code) => {
    const folder = lay(name, files);
    const opened = await openSource(
      { source: { kind: 'imageFolder', params: { folder } }, features: [] },
      null,
    );
    expect(opened).toMatchObject({ ok: false, problem: { code } });
  });

  test('refuses what is not there', async () => {
    const folder = path.join(root, 'gone');
    expect(
      await openSource({ source: { kind: 'imageFolder', params: { folder } }, features: [] }, null),
    ).toMatchObject({ problem: { code: 'data.folderMissing' } });
  });

  test('stops when asked to', async () => {
    const folder = lay('stopped', { 'a/1.png': 'dark', 'b/2.png': 'light' });
    const stopper = new AbortController();
    stopper.abort();
    expect(
      await openSource(
        { source: { kind: 'imageFolder', params: { folder } }, features: [] },
        null,
        stopper.signal,
      ),
    ).toMatchObject({ ok: false, problem: { code: 'data.cancelled' } });
  });
});

test('8,000 pictures a class are listed, and read a few at a time', async () => {
  const bytes = pictures['dark'] ?? Buffer.alloc(0);
  const folder = path.join(root, 'many');
  for (const name of ['a', 'b', 'c', 'd']) {
    mkdirSync(path.join(folder, name), { recursive: true });
    for (let index = 0; index < 8000; index++) {
      writeFileSync(path.join(folder, name, `${index}.png`), bytes);
    }
  }
  const source = await openFolder('imageFolder', { folder });
  expect(source.train.count).toBe(32_000);
  const cells =
    (await source.train.gather?.(['label', 'image'], Uint32Array.of(31_999, 8000))) ?? {};
  expect(cells['label']).toEqual({ type: 'texts', values: ['d', 'b'] });
  const reports = await source.describe?.(() => undefined, new AbortController().signal);
  expect(reports?.[0]?.sizes).toEqual([{ value: '2×4×3', count: 32_000 }]);
});

describe('folders of texts', () => {
  test('are examples with their class, in any encoding', async () => {
    const folder = lay('mail', {
      'ham/1.txt': 'Hello — good day',
      'ham/2.txt': Buffer.from([0xc4, 0xe3, 0xba, 0xc3]),
      'spam/3.txt': Buffer.from('\ufeffBuy', 'utf16le'),
      'spam/4.txt': '',
    });
    expect(await recogniseData([folder])).toMatchObject({ value: { kind: 'textFolder' } });
    const source = await openFolder('textFolder', { folder });
    expect(featureOf(source, 'text')).toMatchObject({ kind: 'text', dtype: 'text', role: 'input' });
    expect(await texts(source.train, 'text')).toEqual(['Hello — good day', '你好', 'Buy', '']);
    const reports = await source.describe?.(() => undefined, new AbortController().signal);
    expect(reports?.[0]).toMatchObject({ missing: 0, numbers: { min: 0, max: 16 } });
    expect(reports?.[1]).toMatchObject({
      top: [
        { value: 'ham', count: 2 },
        { value: 'spam', count: 2 },
      ],
    });
  });

  test('what is no text is told', async () => {
    const folder = lay('binary', { 'a/1.txt': 'ok', 'b/2.txt': Buffer.from([1, 0, 2, 0, 3]) });
    const source = await openFolder('textFolder', { folder, skipUnreadable: true });
    expect(source.train.count).toBe(1);
    expect(codes(source)).toEqual(['data.textBinary']);
  });

  test.each([
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0x61], 'a'],
    ['UTF-16, large end first', [0xfe, 0xff, 0x4f, 0x60], '你'],
    ['Windows-1252', [0x63, 0x61, 0x66, 0xe9, 0x20], 'café '],
  ])('%s', (_, bytes, text) => {
    expect(decodeText(Uint8Array.from(bytes))).toBe(text);
  });
});
