import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { afterAll, describe, expect, test } from 'vitest';
import { parseIdx, readIdx } from '#main/engine/data/arrays/idx.ts';
import { parseNpy } from '#main/engine/data/arrays/npy.ts';
import { parsePng } from '#main/engine/data/pictures/png.ts';
import { readExamples } from '#main/engine/predict/readExamples.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'strata-files-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, bytes: Uint8Array): string {
  const place = path.join(folder, name);
  writeFileSync(place, bytes);
  return place;
}

/** An IDX file: head, then the numbers as they are. */
function idxBytes(type: number, shape: readonly number[], body: readonly number[]): Uint8Array {
  const sizes = shape.flatMap((size) => [
    size >>> 24,
    (size >> 16) & 255,
    (size >> 8) & 255,
    size & 255,
  ]);
  return Uint8Array.from([0, 0, type, shape.length, ...sizes, ...body]);
}

function npyBytes(descr: string, shape: string, body: Uint8Array, order = 'False'): Uint8Array {
  const text = `{'descr': '${descr}', 'fortran_order': ${order}, 'shape': (${shape}), }`;
  const head = Buffer.from(text.padEnd(118 - 1) + '\n', 'latin1');
  return Buffer.concat([
    Buffer.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, head.length, 0]),
    head,
    body,
  ]);
}

describe('IDX', () => {
  test.each([
    ['bytes', 0x08, [2, 3], [1, 2, 3, 4, 5, 255], [1, 2, 3, 4, 5, 255]],
    ['signed bytes', 0x09, [2], [255, 127], [-1, 127]],
    ['16 bits', 0x0b, [2], [255, 254, 1, 0], [-2, 256]],
    ['32 bits', 0x0c, [1], [0, 1, 0, 0], [65536]],
    ['float', 0x0d, [2], [0x3f, 0xc0, 0, 0, 0xc0, 0, 0, 0], [1.5, -2]],
    ['double', 0x0e, [1], [0x40, 0x09, 0x21, 0xfb, 0x54, 0x44, 0x2d, 0x18], [Math.fround(Math.PI)]],
  ])('reads %s', (_, type, shape, body, values) => {
    const array = parseIdx(idxBytes(type, shape, body), 'x');
    expect(array.ok && array.value.shape).toEqual(shape);
    expect(array.ok && [...array.value.values]).toEqual(values);
  });

  test('reads a gzipped file', async () => {
    const array = await readIdx(file('a.gz', gzipSync(idxBytes(0x08, [3], [7, 8, 9]))));
    expect(array.ok && [...array.value.values]).toEqual([7, 8, 9]);
  });

  test.each([
    ['empty', new Uint8Array(0), 'data.notIdx', {}],
    ['text', Buffer.from('label,image\n'), 'data.notIdx', {}],
    ['no axes', Uint8Array.from([0, 0, 8, 0]), 'data.notIdx', {}],
    [
      'head cut',
      idxBytes(0x08, [2, 3], []).slice(0, 9),
      'data.cutShort',
      { expected: 12, actual: 9 },
    ],
    ['body cut', idxBytes(0x08, [2, 3], [1, 2]), 'data.cutShort', { expected: 18, actual: 14 }],
    [
      'gzip cut',
      gzipSync(idxBytes(0x08, [9], [1, 2, 3, 4, 5, 6, 7, 8, 9])).subarray(0, 20),
      'data.gzipBroken',
      {},
    ],
  ])('refuses %s', async (name, bytes, code, values) => {
    const place = file(`${name}.idx`, bytes);
    const array = await readIdx(place);
    expect(array).toMatchObject({ ok: false, problem: { code, values, place: { file: place } } });
  });

  test('refuses what is not there, and a folder', async () => {
    expect(await readIdx(path.join(folder, 'none'))).toMatchObject({
      problem: { code: 'data.fileMissing' },
    });
    expect(await readIdx(folder)).toMatchObject({
      problem: { code: 'data.fileUnreadable', values: { reason: 'EISDIR' } },
    });
  });
});

describe('NPY', () => {
  test.each([
    ['<f4', Float32Array.of(1.5, -2), [1.5, -2]],
    ['<f8', Float64Array.of(0.1, 3), [Math.fround(0.1), 3]],
    ['|u1', Uint8Array.of(1, 255), [1, 255]],
    ['|b1', Uint8Array.of(1, 0), [1, 0]],
    ['<i8', BigInt64Array.of(-5n, 6n), [-5, 6]],
    ['>i2', Uint8Array.of(1, 0, 255, 255), [256, -1]],
  ])('reads %s', (descr, body, values) => {
    const bytes = new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
    const array = parseNpy(npyBytes(descr, '2,', bytes), 'x');
    expect(array.ok && array.value.shape).toEqual([2]);
    expect(array.ok && [...array.value.values]).toEqual(values);
  });

  test.each([
    ['another type', npyBytes('<c8', '1,', new Uint8Array(8)), 'data.npyType'],
    ['column order', npyBytes('<f4', '2, 2', new Uint8Array(16), 'True'), 'data.npyFortran'],
    ['a cut file', npyBytes('<f4', '3, 2', new Uint8Array(4)), 'data.cutShort'],
    [
      'no head',
      Uint8Array.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 4, 0, 65, 65, 65, 65]),
      'data.notNpy',
    ],
  ])('refuses %s', (_, bytes, code) => {
    expect(parseNpy(bytes, 'x')).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('PNG', () => {
  const picture = new PNG({ width: 2, height: 1 });
  picture.data = Buffer.from([255, 0, 0, 255, 10, 20, 30, 128]);
  const bytes = PNG.sync.write(picture);

  test.each([
    [1, [76, 18]],
    [3, [255, 0, 0, 10, 20, 30]],
    [4, [255, 0, 0, 255, 10, 20, 30, 128]],
  ])('reads %i channels', (channels, values) => {
    const array = parsePng(bytes, channels, 'x');
    expect(array.ok && array.value.shape).toEqual([1, 1, 2, channels]);
    expect(array.ok && [...array.value.values]).toEqual(values);
  });

  test('refuses a damaged picture', () => {
    expect(parsePng(bytes.subarray(0, 30), 3, 'x')).toMatchObject({
      ok: false,
      problem: { code: 'data.pngBroken' },
    });
  });
});

describe('examples to predict for', () => {
  test.each([
    ['several', [3, 2, 2, 1], [2, 2, 1], [3, 2, 2, 1]],
    ['one alone', [2, 2, 1], [2, 2, 1], [1, 2, 2, 1]],
    ['images without channels', [3, 2, 2], [2, 2, 1], [3, 2, 2, 1]],
    ['one image without channels', [2, 2], [2, 2, 1], [1, 2, 2, 1]],
    ['sequences of any length', [2, 5], [null], [2, 5]],
  ])('takes %s', async (name, found, shape, taken) => {
    const count = found.reduce((a, b) => a * b, 1);
    const place = file(
      `${name}.npy`,
      npyBytes('|u1', `${found.join(', ')},`, new Uint8Array(count)),
    );
    expect(await readExamples(place, shape)).toMatchObject({ ok: true, value: { shape: taken } });
  });

  test('refuses another shape', async () => {
    const place = file('other.npy', npyBytes('|u1', '3, 4', new Uint8Array(12)));
    expect(await readExamples(place, [2, 2, 1])).toMatchObject({
      ok: false,
      problem: {
        code: 'predict.shapeDiffers',
        values: { found: [3, 4], expected: ['n', 2, 2, 1] },
      },
    });
  });
});
