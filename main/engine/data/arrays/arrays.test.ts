import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { namedPart } from '#main/engine/data/arrays/arrayParts.ts';
import { openArrayFile } from '#main/engine/data/arrays/arrayFile.ts';
import { folderWithHome } from '#main/engine/data/homeForTests.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import { recogniseData } from '#main/engine/data/inspect/recogniseData.ts';
import type { OpenedSource } from '#main/engine/data/readers/reader.ts';
import type { DataSource } from '#shared/data/data.ts';

const root = folderWithHome('arrays');

const bytesOf = (values: { readonly buffer: ArrayBufferLike }) => new Uint8Array(values.buffer);

function npy(descr: string, shape: readonly number[], body: Uint8Array): Uint8Array {
  const sizes = shape.map((size) => `${size},`).join(' ');
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${sizes}), }`;
  const head = Buffer.from(text.padEnd(117) + '\n', 'latin1');
  return new Uint8Array(
    Buffer.concat([
      Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, head.length, 0),
      head,
      body,
    ]),
  );
}

/** Texts of four characters each, as numpy keeps them. */
const unicode = (...texts: readonly string[]) =>
  bytesOf(
    Uint32Array.from(
      texts.flatMap((text) => [0, 1, 2, 3].map((index) => text.codePointAt(index) ?? 0)),
    ),
  );

function save(name: string, bytes: Uint8Array): string {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return file;
}

async function openFile(kind: string, params: DataSource['params']): Promise<OpenedSource> {
  const opened = await openSource({ source: { kind, params }, features: [] }, null);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  return opened.value;
}

const refused = (kind: string, params: DataSource['params']) =>
  openSource({ source: { kind, params }, features: [] }, null);

const images = npy(
  '|u1',
  [3, 2, 2],
  Uint8Array.from({ length: 12 }, (_, index) => index),
);
const labels = npy('<i8', [3], bytesOf(BigInt64Array.of(2n, 0n, 1n)));

describe('parts by name', () => {
  test.each([
    ['x_train', 'x', 'train'],
    ['X_test', 'X', 'test'],
    ['train_images', 'images', 'train'],
    ['Xtrain', 'X', 'train'],
    ['val-labels', 'labels', 'validation'],
    ['y_val', 'y', 'validation'],
    ['features', 'features', null],
    ['training', 'training', null],
  ])('%s', (name, base, part) => {
    expect(namedPart(name)).toEqual({ base, part });
  });
});

describe('NumPy arrays', () => {
  test('an .npz with parts', async () => {
    const file = save(
      'mnist.npz',
      zipSync({
        'x_train.npy': images,
        'y_train.npy': labels,
        'x_test.npy': npy('|u1', [1, 2, 2], Uint8Array.of(9, 9, 9, 9)),
        'y_test.npy': npy('<i8', [1], bytesOf(BigInt64Array.of(1n))),
        'note.npy': npy('<f4', [], bytesOf(Float32Array.of(1))),
      }),
    );
    expect(await recogniseData([file])).toEqual({
      ok: true,
      value: { kind: 'npy', params: { file } },
    });
    const source = await openFile('npy', { file });
    expect(source.features).toEqual([
      { name: 'x', role: 'input', kind: 'image', shape: [2, 2, 1], dtype: 'uint8', classes: null },
      { name: 'y', role: 'target', kind: 'category', shape: [], dtype: 'int32', classes: 3 },
    ]);
    expect([source.train.count, source.test?.count]).toEqual([3, 1]);
    expect(await source.train.gather?.(['x', 'y'], Uint32Array.of(2, 0))).toEqual({
      x: { type: 'numbers', shape: [2, 2, 1], values: Uint8Array.of(8, 9, 10, 11, 0, 1, 2, 3) },
      y: { type: 'numbers', shape: [], values: Int32Array.of(1, 2) },
    });
    expect(source.problems).toMatchObject([
      { code: 'data.arrayLeftOut', values: { name: 'note', shape: [], count: 3 } },
    ]);
    await source.close();
  });

  test('inputs and targets in two files', async () => {
    const file = save('X.npy', npy('<f4', [2, 3], bytesOf(Float32Array.of(1, 2, 3, 4, 5, 6))));
    const targets = save('prices.npy', npy('<f8', [2], bytesOf(Float64Array.of(0.5, 1.5))));
    const source = await openFile('npy', { file, targets });
    expect(source.features.map(({ name, kind, shape }) => [name, kind, shape])).toEqual([
      ['X', 'number', [3]],
      ['prices', 'number', []],
    ]);
    for await (const { count, cells } of source.train.stream(['prices'])) {
      expect([count, cells['prices']]).toEqual([
        2,
        { type: 'numbers', shape: [], values: Float32Array.of(0.5, 1.5) },
      ]);
    }
    await source.close();
  });

  test('a folder of arrays; texts are classes', async () => {
    save('arrays/signals.npy', npy('<f4', [4, 5, 2], bytesOf(new Float32Array(40))));
    save('arrays/kind.npy', npy('<U4', [4], unicode('猫', 'dog', '猫', 'dog')));
    const file = path.join(root, 'arrays');
    expect(await recogniseData([file])).toEqual({
      ok: true,
      value: { kind: 'npy', params: { file } },
    });
    const source = await openFile('npy', { file });
    expect(source.features).toMatchObject([
      { name: 'kind', role: 'target', kind: 'category', classes: 2, classNames: ['dog', '猫'] },
      { name: 'signals', role: 'input', kind: 'sequence', shape: [5, 2] },
    ]);
    expect(await source.train.gather?.(['kind'], Uint32Array.of(0, 1))).toEqual({
      kind: { type: 'texts', values: ['猫', 'dog'] },
    });
    await source.close();
  });

  test('rows are read from the file, a few at a time', async () => {
    const array = await openArrayFile(save('rows.npy', images));
    if (!array.ok) throw new Error(array.problem.code);
    expect(await array.value.read(1, 2, [4])).toEqual({
      type: 'numbers',
      shape: [4],
      values: Uint8Array.of(4, 5, 6, 7, 8, 9, 10, 11),
    });
    expect(await array.value.take([2, 0], [4])).toEqual({
      type: 'numbers',
      shape: [4],
      values: Uint8Array.of(8, 9, 10, 11, 0, 1, 2, 3),
    });
    writeFileSync(path.join(root, 'rows.npy'), images.subarray(0, images.length - 2));
    await expect(array.value.read(0, 3, [4])).rejects.toMatchObject({
      problem: { code: 'data.cutShort' },
    });
    await array.value.close();
  });

  test.each<[string, DataSource['params'], string]>([
    ['a cut file', { file: 'cut.npy' }, 'data.cutShort'],
    ['objects, which are pickles', { file: 'objects.npy' }, 'data.npyType'],
    ['a single number', { file: 'single.npy' }, 'data.arraysNone'],
    ['no examples', { file: 'none.npy' }, 'data.arraysNone'],
    ['an empty archive', { file: 'empty.npz' }, 'data.arraysNone'],
    [
      'another shape in the test part',
      { file: 'X3.npy', testFile: 'X4.npy' },
      'data.arraysTestShape',
    ],
    ['nothing there', { file: 'gone.npy' }, 'data.fileMissing'],
  ])('refuses %s', async (_, given, code) => {
    save('cut.npy', images.subarray(0, 132));
    save('objects.npy', npy('|O', [2], new Uint8Array(16)));
    save('single.npy', npy('<f4', [], bytesOf(Float32Array.of(1))));
    save('none.npy', npy('<f4', [0, 3], new Uint8Array(0)));
    save('empty.npz', zipSync({ 'readme.txt': new Uint8Array(4) }));
    save('X3.npy', npy('<f4', [2, 3], new Uint8Array(24)));
    save('X4.npy', npy('<f4', [2, 4], new Uint8Array(32)));
    const params = Object.fromEntries(
      Object.entries(given).map(([name, file]) => [name, path.join(root, String(file))]),
    );
    expect(await refused('npy', params)).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('IDX files are recognised', () => {
  const idx = (shape: readonly number[], body: readonly number[]) =>
    Uint8Array.from([0, 0, 8, shape.length, ...shape.flatMap((size) => [0, 0, 0, size]), ...body]);

  test('by a folder or by one of them, packed or not', async () => {
    const lay = (name: string, bytes: Uint8Array) => save(path.join('fashion', name), bytes);
    const images = lay('train-images-idx3-ubyte.gz', gzipSync(idx([2, 1, 2], [1, 2, 3, 4])));
    const labels = lay('train-labels-idx1-ubyte.gz', gzipSync(idx([2], [0, 4])));
    const testImages = lay('t10k-images-idx3-ubyte', idx([1, 1, 2], [5, 6]));
    const testLabels = lay('t10k-labels-idx1-ubyte', idx([1], [2]));
    lay('notes.txt', Buffer.from('Notes'));
    const sizes = { height: 1, width: 2, channels: 1 };
    const expected = {
      ok: true,
      value: {
        kind: 'idx',
        params: { images, labels, testImages, testLabels, classes: 5, ...sizes },
      },
    };
    expect(await recogniseData([path.join(root, 'fashion')])).toEqual(expected);
    expect(await recogniseData([labels])).toEqual(expected);
  });
});
