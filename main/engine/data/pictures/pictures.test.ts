import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { decodePicture } from '#main/engine/data/pictures/decodePicture.ts';
import { probePicture } from '#main/engine/data/pictures/probePicture.ts';
import { thumbnailOf } from '#main/engine/data/pictures/thumbnail.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'strata-pictures-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Four by two pixels of one colour. */
const plain = (red: number, green: number, blue: number, alpha?: number) =>
  sharp({
    create: {
      width: 4,
      height: 2,
      channels: alpha === undefined ? 3 : 4,
      background: { r: red, g: green, b: blue, ...(alpha === undefined ? {} : { alpha }) },
    },
  });

function save(name: string, bytes: Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const asIs = { height: 0, width: 0, channels: 3 } as const;

/** A bitmap of 24 bits, rows from the bottom, or of 8 with a palette. */
function bitmapBytes(bits: 8 | 24): Uint8Array {
  const palette = bits === 8 ? [0, 0, 0, 0, 50, 100, 200, 0] : [];
  const rows =
    bits === 8
      ? [1, 1, 1, 1, 0, 0, 0, 0]
      : [...[50, 100, 200, 50, 100, 200, 50, 100, 200, 50, 100, 200], ...Array<number>(12).fill(0)];
  const start = 54 + palette.length;
  const view = new DataView(new ArrayBuffer(start + rows.length));
  view.setUint16(0, 0x424d);
  view.setUint32(2, view.byteLength, true);
  view.setUint32(10, start, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, 4, true);
  view.setInt32(22, 2, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, bits, true);
  [...palette, ...rows].forEach((byte, index) => {
    view.setUint8(54 + index, byte);
  });
  return new Uint8Array(view.buffer);
}

describe('pictures of every kind become bytes', () => {
  const wide = Uint16Array.from({ length: 8 }, (_, index) => index * 9000);
  const wideColour = Uint16Array.from({ length: 24 }, (_, index) => (index % 3) * 25_700);
  const two = Buffer.from([...Array<number>(8).fill(255), ...Array<number>(8).fill(0)]);
  test.each<
    [string, () => Promise<Uint8Array>, 1 | 3, readonly [number, number], readonly number[]]
  >([
    ['rgb.png', () => plain(200, 100, 50).png().toBuffer(), 3, [2, 4], [200, 100, 50]],
    ['alpha.png', () => plain(200, 100, 50, 0.5).png().toBuffer(), 3, [2, 4], [227, 177, 152]],
    ['gray.png', () => plain(90, 90, 90).toColourspace('b-w').png().toBuffer(), 1, [2, 4], [90]],
    [
      'gray16.png',
      () =>
        sharp(wide, { raw: { width: 4, height: 2, channels: 1 } })
          .toColourspace('grey16')
          .png()
          .toBuffer(),
      1,
      [2, 4],
      [0, 35, 70, 105],
    ],
    [
      'rgb16.png',
      () =>
        sharp(wideColour, { raw: { width: 4, height: 2, channels: 3 } })
          .toColourspace('rgb16')
          .png()
          .toBuffer(),
      3,
      [2, 4],
      [0, 100, 200],
    ],
    ['a.tif', () => plain(200, 100, 50).tiff().toBuffer(), 3, [2, 4], [200, 100, 50]],
    [
      'a.webp',
      () => plain(200, 100, 50).webp({ lossless: true }).toBuffer(),
      3,
      [2, 4],
      [200, 100, 50],
    ],
    ['a.bmp', () => Promise.resolve(bitmapBytes(24)), 3, [2, 4], [0, 0, 0]],
    ['palette.bmp', () => Promise.resolve(bitmapBytes(8)), 3, [2, 4], [0, 0, 0]],
    [
      'turned.jpg',
      () => plain(128, 128, 128).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      3,
      [4, 2],
      [128, 128, 128],
    ],
    [
      'moving.gif',
      () =>
        sharp(two, { raw: { width: 4, height: 4, channels: 1, pageHeight: 2 } })
          .gif({ delay: [100, 100] })
          .toBuffer(),
      3,
      [2, 4],
      [255, 255, 255],
    ],
    // The content counts, not the name.
    ['jpeg.png', () => plain(128, 128, 128).jpeg().toBuffer(), 3, [2, 4], [128, 128, 128]],
    ['猫 和 dog.png', () => plain(1, 2, 3).png().toBuffer(), 3, [2, 4], [1, 2, 3]],
  ])('%s', async (name, make, channels, [height, width], first) => {
    const file = save(name, await make());
    const decoded = await decodePicture(file, { ...asIs, channels });
    expect(decoded).toMatchObject({
      ok: true,
      value: { picture: { height, width, channels }, frames: name === 'moving.gif' ? 2 : 1 },
    });
    if (!decoded.ok) return;
    expect([...decoded.value.picture.values.subarray(0, first.length)]).toEqual(first);
    expect(await probePicture(file)).toMatchObject({ ok: true, value: { height, width } });
  });

  test('CMYK is brought to colours, about', async () => {
    const bytes = await plain(200, 100, 50).toColourspace('cmyk').jpeg().toBuffer();
    const decoded = await decodePicture(save('cmyk.jpg', bytes), asIs);
    const [red = 0, green = 0, blue = 0] = decoded.ok ? decoded.value.picture.values : [];
    expect(Math.abs(red - 200)).toBeLessThan(10);
    expect(Math.abs(green - 100)).toBeLessThan(15);
    expect(Math.abs(blue - 50)).toBeLessThan(40);
  });

  test('gray is Pillow’s L', async () => {
    const file = save('red.png', await plain(255, 0, 0).png().toBuffer());
    const gray = await decodePicture(file, { ...asIs, channels: 1 });
    expect(gray.ok && [...gray.value.picture.values.subarray(0, 2)]).toEqual([76, 76]);
  });

  test('a wanted size is reached without keeping proportions', async () => {
    const bytes = await sharp({
      create: { width: 1000, height: 500, channels: 3, background: '#808080' },
    })
      .jpeg()
      .toBuffer();
    const decoded = await decodePicture(save('large.jpg', bytes), {
      height: 32,
      width: 32,
      channels: 3,
    });
    expect(decoded).toMatchObject({ ok: true, value: { picture: { height: 32, width: 32 } } });
    expect(decoded.ok && new Set(decoded.value.picture.values)).toEqual(new Set([128]));
  });
});

describe('pictures that cannot be read are told by name', () => {
  const noise = Uint8Array.from({ length: 64 * 64 * 3 }, (_, index) => (index * 7919) % 251);
  const noisy = () => sharp(noise, { raw: { width: 64, height: 64, channels: 3 } });
  const half = (bytes: Uint8Array) => bytes.subarray(0, Math.floor(bytes.length / 2));

  test.each<[string, () => Promise<Uint8Array>, string]>([
    ['cut.png', async () => half(await noisy().png().toBuffer()), 'data.pictureBroken'],
    ['cut.jpg', async () => half(await noisy().jpeg().toBuffer()), 'data.pictureBroken'],
    ['cut.gif', async () => half(await noisy().gif().toBuffer()), 'data.pictureBroken'],
    ['cut.webp', async () => half(await noisy().webp().toBuffer()), 'data.pictureBroken'],
    ['cut.tif', async () => half(await noisy().tiff().toBuffer()), 'data.pictureBroken'],
    ['cut.bmp', () => Promise.resolve(bitmapBytes(24).subarray(0, 60)), 'data.pictureBroken'],
    ['empty.png', () => Promise.resolve(new Uint8Array(0)), 'data.fileEmpty'],
    ['text.png', () => Promise.resolve(Buffer.from('not a picture')), 'data.pictureUnknown'],
    [
      'drawing.svg',
      () => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
      'data.pictureUnknown',
    ],
  ])('%s', async (name, make, code) => {
    const file = save(name, await make());
    const expected = { ok: false, problem: { code, values: { file: name }, place: { file } } };
    expect(await decodePicture(file, asIs, name)).toMatchObject(expected);
    expect(await probePicture(file, name)).toMatchObject(expected);
  });

  test('one of a hundred million pixels is refused before it is decoded', async () => {
    const bytes = await sharp({
      create: { width: 10_000, height: 10_000, channels: 3, background: '#000' },
    })
      .png({ compressionLevel: 1 })
      .toBuffer();
    const file = save('bomb.png', bytes);
    const expected = {
      ok: false,
      problem: {
        code: 'data.pictureTooLarge',
        values: { file: 'bomb.png', height: 10_000, width: 10_000, megapixels: 100, limit: 80 },
      },
    };
    expect(await decodePicture(file, asIs, 'bomb.png')).toMatchObject(expected);
    expect(await probePicture(file, 'bomb.png')).toMatchObject(expected);
  });

  test('what is not there, and a folder', async () => {
    const missing = path.join(folder, 'none.png');
    expect(await decodePicture(missing, asIs)).toMatchObject({
      problem: { code: 'data.fileMissing' },
    });
    expect(await decodePicture(folder, asIs)).toMatchObject({
      problem: { code: 'data.fileUnreadable' },
    });
  });
});

describe('thumbnails', () => {
  const decode = async (png: string) =>
    sharp(Buffer.from(png, 'base64')).raw().toBuffer({ resolveWithObject: true });

  test('large pictures are brought to 96 pixels, small ones stay', async () => {
    const large = { height: 200, width: 400, channels: 3, values: new Uint8Array(240_000) };
    const small = { height: 2, width: 2, channels: 1, values: Uint8Array.of(0, 80, 160, 255) };
    expect((await decode(await thumbnailOf(large))).info).toMatchObject({ height: 48, width: 96 });
    const { data, info } = await decode(await thumbnailOf(small));
    expect(info).toMatchObject({ height: 2, width: 2 });
    expect(data[info.channels]).toBe(80);
  });

  test.each([
    ['0 to 1', [0, 0.2, 1, 0.6], [0, 51, 255, 153]],
    ['beyond', [-1, 0, 1, 3], [0, 64, 128, 255]],
  ])('numbers %s become bytes', async (_, values, bytes) => {
    const picture = { height: 2, width: 2, channels: 1, values: Float32Array.from(values) };
    const { data, info } = await decode(await thumbnailOf(picture));
    expect([0, 1, 2, 3].map((pixel) => data[pixel * info.channels])).toEqual(bytes);
  });
});
