import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { pack } from 'tar-stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { entryPlace, zipName } from '#main/engine/data/archives/entryName.ts';
import { usualLimits } from '#main/engine/data/archives/limits.ts';
import { unpack } from '#main/engine/data/archives/unpack.ts';
import { folderWithHome } from '#main/engine/data/homeForTests.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import { recogniseData } from '#main/engine/data/inspect/recogniseData.ts';
import type { DataSource } from '#shared/data/data.ts';

const root = folderWithHome('archives');
let picture = new Uint8Array(0);
beforeAll(async () => {
  const made = await sharp({ create: { width: 4, height: 2, channels: 3, background: '#102030' } })
    .png()
    .toBuffer();
  picture = new Uint8Array(made);
});

const cache = () => path.join(root, 'home', 'cache', 'unpacked');
const quiet = { signal: new AbortController().signal, tell: () => undefined };

function save(name: string, bytes: Uint8Array): string {
  const file = path.join(root, name);
  writeFileSync(file, bytes);
  return file;
}

type TarEntry = Parameters<ReturnType<typeof pack>['entry']>[0];

function tar(entries: readonly (readonly [TarEntry, Uint8Array | string])[]): Promise<Buffer> {
  const packing = pack();
  for (const [header, content] of entries) packing.entry(header, content);
  packing.finalize();
  return buffer(packing);
}

async function openFile(kind: string, params: DataSource['params']) {
  return openSource({ source: { kind, params }, features: [] }, null);
}

describe('names of entries', () => {
  test.each([
    ['a/b.png', { kind: 'file', names: ['a', 'b.png'] }],
    ['./a//b.png', { kind: 'file', names: ['a', 'b.png'] }],
    ['a\\b.png', { kind: 'file', names: ['a', 'b.png'] }],
    ['what?.png', { kind: 'file', names: ['what_.png'] }],
    ['a/', { kind: 'leftOut' }],
    ['__MACOSX/a/._b.png', { kind: 'leftOut' }],
    ['../b.png', { kind: 'unsafe' }],
    ['a/../../b.png', { kind: 'unsafe' }],
    ['a\\..\\b.png', { kind: 'unsafe' }],
    ['/etc/passwd', { kind: 'unsafe' }],
    ['C:/x', { kind: 'unsafe' }],
    ['a\0b', { kind: 'unsafe' }],
  ])('%j', (name, place) => {
    expect(entryPlace(name)).toEqual(place);
  });

  test.each([
    ['UTF-8', Buffer.from('狗'), 0x800],
    ['UTF-8 that does not say so', Buffer.from('狗'), 0],
    ['GBK', Uint8Array.of(0xb9, 0xb7), 0],
  ])('%s', (_, bytes, flags) => {
    expect(zipName(bytes, flags)).toBe('狗');
  });
});

describe('archives of folders', () => {
  test('a zip of class folders is a source of pictures, unpacked once', async () => {
    const file = save(
      'pets 宠物.zip',
      zipSync({ pets: { cat: { '1.png': picture, '2.png': picture }, 狗: { '3.png': picture } } }),
    );
    expect(await recogniseData([file])).toEqual({
      ok: true,
      value: { kind: 'archive', params: { file } },
    });
    const heard: number[] = [];
    const unpacked = await unpack(file, {
      ...quiet,
      tell: (part) => {
        heard.push(part);
      },
    });
    expect(unpacked.ok).toBe(true);
    expect(heard).toEqual([1 / 3, 2 / 3, 1]);
    const count = readdirSync(cache()).length;
    const opened = await openFile('archive', { file, height: 8, channels: '1' });
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(readdirSync(cache())).toHaveLength(count);
    expect(opened.value.features[0]).toMatchObject({ name: 'image', shape: [8, 8, 1] });
    expect(opened.value.features[1]).toMatchObject({ classNames: ['cat', '狗'] });
    expect(opened.value.train.count).toBe(3);
    expect(opened.value.fingerprint).toBe(unpacked.ok && unpacked.value.fingerprint);
  });

  test.each([
    ['pets.tar', (bytes: Buffer) => bytes],
    ['pets.tar.gz', (bytes: Buffer) => gzipSync(bytes)],
    // The content counts, not the name.
    ['pets.dat', (bytes: Buffer) => gzipSync(bytes)],
  ])('%s', async (name, packed) => {
    const bytes = await tar([
      [{ name: './cat', type: 'directory' }, ''],
      [{ name: './cat/1.png' }, picture],
      [{ name: './dog/2.png' }, picture],
      [{ name: './dog/link.png', type: 'symlink', linkname: '/etc/passwd' }, ''],
    ]);
    const file = save(name, packed(bytes));
    expect(await recogniseData([file])).toMatchObject({ value: { kind: 'archive' } });
    const opened = await openFile('archive', { file });
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(opened.value.train.count).toBe(2);
    expect(opened.value.problems).toMatchObject([
      { code: 'data.archiveLinks', severity: 'warning', values: { count: 1 } },
    ]);
  });

  test('a zip of tables: the one to train with, or the one that is named', async () => {
    const rows = (count: number) =>
      Buffer.from(
        `x,y\n${Array.from({ length: count }, (_, row) => `${row},${row % 2}`).join('\n')}\n`,
      );
    const file = save(
      'tables.zip',
      zipSync({ 'readme.md': Buffer.from('About'), 'test.csv': rows(5), 'train.csv': rows(20) }),
    );
    const train = await openFile('archive', { file });
    expect(train.ok && train.value.train.count).toBe(20);
    const named = await openFile('archive', { file, inside: 'test.csv' });
    expect(named.ok && named.value.train.count).toBe(5);
    expect(await openFile('archive', { file, inside: '../../x' })).toMatchObject({
      problem: { code: 'data.archiveNothing' },
    });
    for (const opened of [train, named]) if (opened.ok) await opened.value.close();
  });
});

describe('archives that are not unpacked', () => {
  const small = { ...usualLimits, entries: 3, bytes: 5000, ratio: 20, ratioFrom: 1000 };
  const zeros = (count: number) => new Uint8Array(count);

  /** A zip whose entry has flags and attributes of our choice in its directory. */
  function changed(bytes: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at + 4 <= bytes.length; at++) {
      if (view.getUint32(at, true) === 0x02014b50) change(view, at);
    }
    return bytes;
  }

  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['path.zip', () => zipSync({ '../evil.txt': zeros(5) }), 'data.archiveUnsafe'],
    ['path.tar', () => tar([[{ name: '../evil.txt' }, 'evil']]), 'data.archiveUnsafe'],
    ['root.tar', () => tar([[{ name: '/tmp/evil.txt' }, 'evil']]), 'data.archiveUnsafe'],
    [
      'locked.zip',
      () =>
        changed(zipSync({ 'a.txt': zeros(5) }), (view, at) => {
          view.setUint16(at + 8, 1, true);
        }),
      'data.archiveEncrypted',
    ],
    [
      'method.zip',
      () =>
        changed(zipSync({ 'a.txt': zeros(5) }), (view, at) => {
          view.setUint16(at + 10, 93, true);
        }),
      'data.archiveMethod',
    ],
    ['bomb.zip', () => zipSync({ 'a.bin': zeros(4000) }, { level: 9 }), 'data.archiveBomb'],
    [
      'bomb.tar.gz',
      async () => gzipSync(await tar([[{ name: 'a' }, Buffer.from(zeros(4000))]])),
      'data.archiveBomb',
    ],
    [
      'many.zip',
      () => zipSync({ a: zeros(1), b: zeros(1), c: zeros(1), d: zeros(1) }),
      'data.archiveTooMany',
    ],
    ['large.zip', () => zipSync({ a: [noise(6000), { level: 0 }] }), 'data.archiveTooLarge'],
    ['cut.zip', () => zipSync({ a: noise(3000) }).subarray(0, 1000), 'data.archiveBroken'],
    [
      'cut.tar.gz',
      async () =>
        gzipSync(await tar([[{ name: 'a' }, Buffer.from(noise(3000))]])).subarray(0, 1500),
      'data.archiveBroken',
    ],
    ['text.zip', () => Buffer.from('no archive'), 'data.archiveUnknown'],
    // The directory says one byte, and the entry unpacks to more.
    [
      'lie.zip',
      () =>
        changed(zipSync({ 'a.txt': noise(3000) }), (view, at) => {
          view.setUint32(at + 24, 1, true);
        }),
      'data.archiveBroken',
    ],
  ])('%s', async (name, make, code) => {
    const file = save(name, await make());
    expect(await unpack(file, quiet, small)).toMatchObject({
      ok: false,
      problem: { code, place: { file } },
    });
    const left = readdirSync(cache()).filter((each) => each.endsWith('.part'));
    expect(left).toEqual([]);
  });

  test('links inside a zip are left out', async () => {
    const bytes = changed(
      zipSync({ 'cat/1.png': picture, 'cat/passwd': Buffer.from('/etc/passwd') }),
      (view, at) => {
        const isLink = view.getUint16(at + 28, true) === 'cat/passwd'.length;
        if (isLink) view.setUint32(at + 38, 0xa1ff0000, true);
      },
    );
    const unpacked = await unpack(save('links.zip', bytes), quiet);
    expect(unpacked).toMatchObject({ ok: true, value: { links: 1 } });
    expect(unpacked.ok && readdirSync(path.join(unpacked.value.folder, 'cat'))).toEqual(['1.png']);
  });

  test('unpacking stops when asked to, and leaves nothing', async () => {
    const stopper = new AbortController();
    const file = save('stopped.zip', zipSync({ a: noise(100), b: noise(200) }));
    const stopped = await unpack(file, {
      signal: stopper.signal,
      tell: () => {
        stopper.abort();
      },
    });
    expect(stopped).toMatchObject({ ok: false, problem: { code: 'data.cancelled' } });
    expect(readdirSync(cache()).filter((each) => each.endsWith('.part'))).toEqual([]);
  });

  test('an archive of nothing that is known', async () => {
    const file = save('odd.zip', zipSync({ 'a.bin': noise(2000) }));
    expect(await openFile('archive', { file })).toMatchObject({
      problem: { code: 'data.archiveNothing' },
    });
  });
});

/** Bytes that do not pack. */
function noise(count: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state >> 16;
  });
}

describe('tables with paths of pictures', () => {
  function lay(name: string, table: string): string {
    const folder = path.join(root, name);
    mkdirSync(path.join(folder, 'images'), { recursive: true });
    for (const each of ['a', 'b', 'c 猫']) {
      writeFileSync(path.join(folder, 'images', `${each}.png`), picture);
    }
    writeFileSync(path.join(folder, 'labels.csv'), table);
    return folder;
  }

  test('are recognised by a folder or by the table, and read with their other columns', async () => {
    const folder = lay(
      'listed',
      'picture,label,weight\nimages/a.png,cat,1.5\nimages/b.png,dog,2.5\nimages/c 猫.png,cat,3.5\n',
    );
    const file = path.join(folder, 'labels.csv');
    const expected = {
      ok: true,
      value: { kind: 'imageTable', params: { file, column: 'picture' } },
    };
    expect(await recogniseData([folder])).toEqual(expected);
    expect(await recogniseData([file])).toEqual(expected);
    const opened = await openFile('imageTable', { file });
    if (!opened.ok) throw new Error(opened.problem.code);
    const { features, train } = opened.value;
    expect(features.map(({ name, kind, shape }) => [name, kind, shape])).toEqual([
      ['picture', 'image', [2, 4, 3]],
      ['label', 'category', []],
      ['weight', 'number', []],
    ]);
    const seen: unknown[] = [];
    for await (const { cells } of train.stream(['picture', 'weight'])) {
      const { picture: pictures, weight } = cells;
      if (pictures?.type === 'pictures') seen.push(...pictures.values.map((each) => each?.width));
      if (weight?.type === 'numbers') seen.push(...weight.values);
    }
    expect(seen).toEqual([4, 4, 4, 1.5, 2.5, 3.5]);
    await opened.value.close();
  });

  test('paths may count from a folder beside the table', async () => {
    const folder = lay('beside', 'file,label\na.png,cat\nb.png,dog\n');
    const file = path.join(folder, 'labels.csv');
    expect(await recogniseData([file])).toEqual({
      ok: true,
      value: {
        kind: 'imageTable',
        params: { file, column: 'file', folder: path.join(folder, 'images') },
      },
    });
  });

  test('names without an ending; what is not there or leads out is told', async () => {
    const folder = lay('bare', 'id,label\na,cat\nb,dog\nzz,dog\n../../secret,cat\n');
    symlinkSync(path.join(root, 'nowhere'), path.join(folder, 'images', 'lost.png'));
    const params = {
      file: path.join(folder, 'labels.csv'),
      folder: path.join(folder, 'images'),
      column: 'id',
      ending: '.png',
      skipUnreadable: true,
    };
    const opened = await openFile('imageTable', params);
    if (!opened.ok) throw new Error(opened.problem.code);
    const rows = Uint32Array.of(0, 1, 2, 3);
    const cells = (await opened.value.train.gather?.(['id'], rows))?.['id'];
    expect(cells?.type === 'pictures' && cells.values.map((each) => each?.width ?? null)).toEqual([
      4,
      4,
      null,
      null,
    ]);
    expect(opened.value.problems.map(({ code, values }) => [code, values['file']]).sort()).toEqual([
      ['data.fileMissing', 'zz'],
      ['data.pathLeaves', '../../secret'],
    ]);
    await opened.value.close();
    expect(await openFile('imageTable', { ...params, column: 'none' })).toMatchObject({
      problem: { code: 'data.pathsMissing' },
    });
  });
});
