import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { describe, expect, test } from 'vitest';
import { readPickle } from '#main/engine/data/cifar/pickle.ts';
import { folderWithHome } from '#main/engine/data/homeForTests.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import { recogniseData } from '#main/engine/data/inspect/recogniseData.ts';

const root = folderWithHome('cifar');

const u32 = (value: number) => bytesOf(Int32Array.of(value));
const bytesOf = (values: { readonly buffer: ArrayBufferLike }) => new Uint8Array(values.buffer);
const ascii = (text: string) => Buffer.from(text, 'latin1');

/** What Python 2's cPickle writes with protocol 2, as the files of CIFAR are; memo numbers count up. */
function cPickle() {
  let memo = 0;
  const put = () => Uint8Array.of(0x71, memo++);
  const text = (value: string) =>
    Buffer.concat([Uint8Array.of(0x55, value.length), ascii(value), put()]);
  const numbers = (values: readonly number[]) =>
    Buffer.concat([
      ascii(']'),
      put(),
      ascii('('),
      ...values.map((value) => Uint8Array.of(0x4b, value)),
      ascii('e'),
    ]);
  const array = (rows: number, columns: number, content: Uint8Array) =>
    Buffer.concat([
      ascii('cnumpy.core.multiarray\n_reconstruct\n'),
      put(),
      ascii('cnumpy\nndarray\n'),
      put(),
      Uint8Array.of(0x4b, 0, 0x85),
      put(),
      ascii('U\x01b'),
      put(),
      Uint8Array.of(0x87),
      put(),
      ascii('R'),
      put(),
      ascii('('),
      Uint8Array.of(0x4b, 1),
      ascii('J'),
      u32(rows),
      ascii('J'),
      u32(columns),
      Uint8Array.of(0x86),
      put(),
      ascii('cnumpy\ndtype\n'),
      put(),
      ascii('U\x02u1'),
      put(),
      Uint8Array.of(0x4b, 0, 0x4b, 1, 0x87),
      put(),
      ascii('R'),
      put(),
      ascii('('),
      Uint8Array.of(0x4b, 3),
      ascii('U\x01|'),
      put(),
      ascii('NNNJ'),
      u32(-1),
      ascii('J'),
      u32(-1),
      Uint8Array.of(0x4b, 0),
      ascii('t'),
      put(),
      ascii('b'),
      Uint8Array.of(0x89),
      ascii('T'),
      u32(content.length),
      content,
      put(),
      ascii('t'),
      put(),
      ascii('b'),
    ]);
  const dictionary = (entries: readonly (readonly [string, () => Uint8Array])[]) =>
    Buffer.concat([
      Uint8Array.of(0x80, 2),
      ascii('}'),
      put(),
      ascii('('),
      ...entries.flatMap(([key, value]) => [text(key), value()]),
      ascii('u.'),
    ]);
  return { text, numbers, array, dictionary };
}

/** Three planes: the red one is `level`, the others 1 and 2. */
function planes(level: number): Uint8Array {
  const bytes = new Uint8Array(3072).fill(level, 0, 1024);
  return bytes.fill(1, 1024, 2048).fill(2, 2048);
}

function pythonBatch(key: string, labels: readonly number[]): Uint8Array {
  const { text, numbers, array, dictionary } = cPickle();
  const content = Buffer.concat(labels.map(planes));
  return dictionary([
    ['batch_label', () => text('training batch 1 of 5')],
    [key, () => numbers(labels)],
    ['data', () => array(labels.length, 3072, content)],
    ['filenames', () => numbers([])],
  ]);
}

const batches = [1, 2, 3, 4, 5].map((n) => `data_batch_${n}`);

describe('pickles', () => {
  test('a batch of CIFAR-10', () => {
    const read = readPickle(pythonBatch('labels', [7, 3]));
    expect(read).toBeInstanceOf(Map);
    if (!(read instanceof Map)) return;
    expect(read.get('batch_label')).toBe('training batch 1 of 5');
    expect(read.get('labels')).toEqual([7, 3]);
    expect(read.get('data')).toMatchObject({ shape: [2, 3072] });
  });

  test.each<[string, Uint8Array, string]>([
    ['calls a program', ascii('\x80\x02cos\nsystem\nU\x02ls\x85R.'), 'os.system'],
    ['calls a program, in protocol 0', ascii("cos\nsystem\n(S'ls'\ntR."), 'os.system'],
    ['builds an object', ascii('\x80\x02(c__builtin__\neval\no.'), '__builtin__.eval'],
    ['has an instruction that is not known', Uint8Array.of(0x80, 2, 0x8c, 1, 97, 0x2e), '0x8c'],
    ['is of a later protocol', Uint8Array.of(0x80, 4, 0x2e), 'protocol 4'],
    ['is cut', pythonBatch('labels', [1]).subarray(0, 500), 'cut short'],
    ['is empty', new Uint8Array(0), 'cut short'],
    ['takes from an empty stack', Uint8Array.of(0x80, 2, 0x52, 0x2e), 'stack'],
    ['calls a type of array wrongly', ascii('\x80\x02cnumpy\nndarray\n)R.'), 'numpy.ndarray'],
    ['holds itself', ascii('\x80\x02]q\x00h\x00a.'), 'too deep'],
  ])('one that %s is refused', (_, bytes, code) => {
    expect(() => readPickle(bytes)).toThrow(`pickle: ${code}`);
  });

  test('a list that is held a million times over costs nothing', () => {
    // Twenty lists, each holding the one before ten times.
    const parts: Uint8Array[] = [ascii('\x80\x02]q\x00')];
    for (let level = 1; level < 18; level++) {
      parts.push(
        ascii(']('),
        Buffer.from(`h${String.fromCharCode(level - 1)}`.repeat(10), 'latin1'),
      );
      parts.push(ascii('e'), Uint8Array.of(0x71, level));
    }
    expect(Array.isArray(readPickle(Buffer.concat([...parts, ascii('.')])))).toBe(true);
  });
});

describe('sets', () => {
  function lay(name: string, files: Readonly<Record<string, Uint8Array>>): string {
    const folder = path.join(root, name);
    mkdirSync(folder, { recursive: true });
    for (const [file, bytes] of Object.entries(files))
      writeFileSync(path.join(folder, file), bytes);
    return folder;
  }

  async function open(kind: string, params: Readonly<Record<string, string>>) {
    const opened = await openSource({ source: { kind, params }, features: [] }, null);
    if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
    return opened.value;
  }

  const python10 = () =>
    Object.fromEntries([
      ...batches.map((name, index) => [name, pythonBatch('labels', [index])] as const),
      ['test_batch', pythonBatch('labels', [9, 8])],
    ]);

  test('CIFAR-10 of Python, as folder and as archive', async () => {
    const folder = lay('cifar-10-batches-py', python10());
    expect(await recogniseData([folder])).toEqual({
      ok: true,
      value: { kind: 'cifar10', params: { folder } },
    });
    const packing = pack();
    for (const [name, bytes] of Object.entries(python10())) {
      packing.entry({ name: `cifar-10-batches-py/${name}` }, Buffer.from(bytes));
    }
    packing.finalize();
    const file = path.join(root, 'cifar-10-python.tar.gz');
    writeFileSync(file, gzipSync(await buffer(packing)));
    for (const given of [folder, file]) {
      const { train, test: held } = await open('cifar10', { folder: given });
      expect([train.count, held?.count]).toEqual([5, 2]);
      const cells = await train.gather?.(['image', 'label'], Uint32Array.of(4));
      expect(cells?.['label']).toMatchObject({ values: Int32Array.of(4) });
      expect(cells?.['image']).toMatchObject({ shape: [32, 32, 3] });
      const { values = [] } = (cells?.['image'] ?? {}) as { values?: ArrayLike<number> };
      expect(Array.from(values).slice(0, 6)).toEqual([4, 1, 2, 4, 1, 2]);
    }
    expect(await recogniseData([file])).toMatchObject({ value: { kind: 'archive' } });
  });

  test('CIFAR-100, binary and Python, with both kinds of labels', async () => {
    const record = (coarse: number, fine: number) =>
      Buffer.concat([Uint8Array.of(coarse, fine), planes(fine)]);
    const binary = lay('cifar-100-binary', {
      'train.bin': Buffer.concat([record(3, 42), record(4, 43)]),
      'test.bin': record(5, 44),
    });
    const python = lay('cifar-100-python', {
      train: pythonBatch('fine_labels', [42, 43]),
      test: pythonBatch('fine_labels', [44]),
      meta: pythonBatch('labels', []),
    });
    for (const folder of [binary, python]) {
      expect(await recogniseData([folder])).toEqual({
        ok: true,
        value: { kind: 'cifar100', params: { folder } },
      });
      const { train } = await open('cifar100', { folder });
      const cells = await train.gather?.(['label'], Uint32Array.of(0, 1));
      expect(cells?.['label']).toMatchObject({ values: Int32Array.of(42, 43) });
    }
    const { train, features } = await open('cifar100', { folder: binary, labels: 'coarse' });
    expect((await train.gather?.(['label'], Uint32Array.of(0)))?.['label']).toMatchObject({
      values: Int32Array.of(3),
    });
    expect(features[1]).toMatchObject({ classes: 20 });
  });

  test.each<[string, Readonly<Record<string, Uint8Array>>, string]>([
    [
      'a pickle that calls a program',
      { ...python10(), data_batch_3: ascii('\x80\x02cos\nsystem\n.') },
      'data.pickleRefused',
    ],
    [
      'a batch without labels',
      { ...python10(), data_batch_3: pythonBatch('names', [1]) },
      'data.cifarContent',
    ],
    ['a batch that is missing', { data_batch_1: pythonBatch('labels', [1]) }, 'data.fileMissing'],
  ])('refuses %s', async (name, files, code) => {
    const folder = lay(name, files);
    expect(
      await openSource({ source: { kind: 'cifar10', params: { folder } }, features: [] }, null),
    ).toMatchObject({ ok: false, problem: { code } });
  });
});
