import { readFile, stat } from 'node:fs/promises';
import { sharp } from '#main/engine/data/pictures/sharpLibrary.ts';
import type { Sharp } from 'sharp';
import { readBitmap } from '#main/engine/data/pictures/bitmap.ts';
import { pictureFormatOf } from '#main/engine/data/pictures/pictureHead.ts';
import type { Picture } from '#shared/data/arithmetic/cells.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** How a picture is wanted. */
export interface PictureWish {
  /** Pixels; 0: as it is. Both or none. */
  readonly height: number;
  readonly width: number;
  /** 1: gray (ITU-R 601-2, as Pillow's "L"). */
  readonly channels: 1 | 3;
}

/** A picture that was read. */
export interface DecodedPicture {
  readonly picture: Picture;
  /** Frames that the file holds; only the first is read. */
  readonly frames: number;
}

/** More pixels than this are refused: decoded they would take 240 MB and more. */
export const largestPicturePixels = 80_000_000;

/** A larger file is refused before it is read. */
const largestPictureBytes = 256 * 2 ** 20;

/**
 * Reads a picture by its content, whatever it is called: upright (EXIF), 8 bits, transparency over white, CMYK and 16
 * bits brought to sRGB bytes. `shown` is the file's name in problems. A wanted size is reached by the decoder's own
 * reduction (JPEG) and a triangle filter, without keeping proportions. Problems: `data.fileMissing`,
 * `data.fileUnreadable`, `data.fileEmpty`, `data.pictureUnknown`, `data.pictureTooLarge`, `data.pictureBroken`.
 */
export async function decodePicture(
  file: string,
  wish: PictureWish,
  shown = file,
): Promise<Result<DecodedPicture>> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(file);
    if (size > largestPictureBytes) {
      const values = { file: shown, bytes: size, limit: largestPictureBytes };
      return refuse('data.fileTooLarge', values, { place: { file } });
    }
    bytes = await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? refuse('data.fileMissing', { file: shown }, { place: { file } })
      : refuse('data.fileUnreadable', { file: shown, reason: code ?? '' }, { place: { file } });
  }
  return decodePictureBytes(bytes, wish, { file, shown });
}

/** Reads a picture out of memory; see `decodePicture`. */
async function decodePictureBytes(
  bytes: Uint8Array,
  wish: PictureWish,
  { file, shown }: { readonly file: string; readonly shown: string },
): Promise<Result<DecodedPicture>> {
  const place = { place: { file } };
  if (bytes.length === 0) return refuse('data.fileEmpty', { file: shown }, place);
  const format = pictureFormatOf(bytes);
  if (format === null) return refuse('data.pictureUnknown', { file: shown }, place);
  try {
    let image: Sharp;
    let frames = 1;
    if (format === 'bmp') {
      const bitmap = readBitmap(bytes, largestPicturePixels);
      if (bitmap === null) return broken(shown, file, 'BMP');
      const { height, width, values } = bitmap;
      image = sharp(values, { raw: { width, height, channels: 3 } });
    } else {
      if (format === 'gif' || format === 'webp') {
        frames = (await sharp(bytes, unlimited).metadata()).pages ?? 1;
      }
      image = sharp(bytes, {
        failOn: 'error',
        limitInputPixels: largestPicturePixels,
        pages: 1,
        autoOrient: true,
      }).flatten({ background: '#ffffff' });
    }
    if (wish.height > 0 && wish.width > 0) {
      image = image.resize({
        height: wish.height,
        width: wish.width,
        fit: 'fill',
        kernel: 'linear',
        // Farther from what exported Python gives, and hardly faster.
        fastShrinkOnLoad: false,
      });
    }
    const { data, info } = await image
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const { height, width, channels } = info;
    const colours = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const values = wish.channels === 1 ? toGray(colours, channels) : toColour(colours, channels);
    return ok({ picture: { height, width, channels: wish.channels, values }, frames });
  } catch (error) {
    const reason = error instanceof Error ? firstLine(error.message) : '';
    return /pixel limit|too large|dimensions/i.test(reason)
      ? tooLarge(bytes, shown, file)
      : broken(shown, file, reason);
  }
}

/** For heads only: no pixel is decoded. */
const unlimited = { limitInputPixels: false } as const;

async function tooLarge(
  bytes: Uint8Array,
  shown: string,
  file: string,
): Promise<Result<DecodedPicture>> {
  const head = await sharp(bytes, unlimited)
    .metadata()
    .catch(() => null);
  if (head === null) return broken(shown, file, '');
  return { ok: false, problem: tooManyPixels(head.height, head.width, shown, file) };
}

/** `data.pictureTooLarge`. */
export function tooManyPixels(height: number, width: number, shown: string, file: string): Problem {
  return {
    code: 'data.pictureTooLarge',
    severity: 'error',
    values: {
      file: shown,
      height,
      width,
      megapixels: Math.round((height * width) / 1e6),
      limit: largestPicturePixels / 1e6,
    },
    place: { file },
  };
}

function broken(shown: string, file: string, reason: string) {
  return refuse('data.pictureBroken', { file: shown, reason }, { place: { file } });
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').slice(0, 200);
}

function toColour(values: Uint8Array, channels: number): Uint8Array {
  if (channels === 3) return values;
  const pixels = values.length / channels;
  const colours = new Uint8Array(pixels * 3);
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      const from = channels < 3 ? 0 : channel;
      colours[pixel * 3 + channel] = values[pixel * channels + from] ?? 0;
    }
  }
  return colours;
}

/** L = 0.299 R + 0.587 G + 0.114 B in Pillow's whole numbers, so that both languages give the same bytes. */
function toGray(values: Uint8Array, channels: number): Uint8Array {
  if (channels === 1) return values;
  const pixels = values.length / channels;
  const gray = new Uint8Array(pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const at = pixel * channels;
    const red = values[at] ?? 0;
    if (channels < 3) gray[pixel] = red;
    else {
      const weighted = red * 19595 + (values[at + 1] ?? 0) * 38470 + (values[at + 2] ?? 0) * 7471;
      gray[pixel] = (weighted + 0x8000) >> 16;
    }
  }
  return gray;
}
