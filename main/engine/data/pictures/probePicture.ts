import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { sharp } from '#main/engine/data/pictures/sharpLibrary.ts';
import {
  decodePicture,
  largestPicturePixels,
  tooManyPixels,
} from '#main/engine/data/pictures/decodePicture.ts';
import type { PictureHead } from '#main/engine/data/pictures/pictureHead.ts';
import { pictureFormatOf, readPictureHead } from '#main/engine/data/pictures/pictureHead.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';

/** Bytes that hold nearly every head; the second try is for pictures with large EXIF parts. */
const headSizes = [4096, 256 * 1024] as const;

/** Where the end of a whole PNG, JPEG or GIF is looked for. */
const tailBytes = 4096;

/**
 * What a picture is, without decoding it: about 20 µs. A file whose end is missing is decoded to be sure. Problems: those of
 * `decodePicture`.
 */
export async function probePicture(file: string, shown = file): Promise<Result<PictureHead>> {
  const place = { place: { file } };
  let head: Uint8Array = new Uint8Array(0);
  let tail: Uint8Array;
  let found: PictureHead | null = null;
  let bytes: number;
  try {
    const handle = openSync(file, 'r');
    try {
      bytes = fstatSync(handle).size;
      for (const size of headSizes) {
        head = readAt(handle, 0, Math.min(size, bytes));
        found = readPictureHead(head);
        if (found !== null || pictureFormatOf(head) !== 'jpeg' || bytes <= size) break;
      }
      const start = Math.max(0, bytes - tailBytes);
      tail = readAt(handle, start, bytes - start);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? refuse('data.fileMissing', { file: shown }, place)
      : refuse('data.fileUnreadable', { file: shown, reason: code ?? '' }, place);
  }
  if (bytes === 0) return refuse('data.fileEmpty', { file: shown }, place);
  const format = pictureFormatOf(head);
  if (format === null) return refuse('data.pictureUnknown', { file: shown }, place);
  if (found === null) {
    try {
      const { autoOrient, space } = await sharp(file, { limitInputPixels: false }).metadata();
      const isGray = space === 'b-w' || space === 'grey16';
      found = {
        format,
        height: autoOrient.height,
        width: autoOrient.width,
        channels: isGray ? 1 : 3,
      };
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
      return refuse('data.pictureBroken', { file: shown, reason }, place);
    }
  }
  if (found.height * found.width > largestPicturePixels) {
    return fail(tooManyPixels(found.height, found.width, shown, file));
  }
  if (!endsWell(format, head, tail, bytes)) {
    const whole = await decodePicture(file, { height: 0, width: 0, channels: 3 }, shown);
    if (!whole.ok) return whole;
  }
  return ok(found);
}

/** Frames of a picture that was probed: only GIF and WebP are asked, others are told when they are decoded. */
export async function framesOf(file: string, { format }: PictureHead): Promise<number> {
  if (format !== 'gif' && format !== 'webp') return 1;
  return (await sharp(file, { limitInputPixels: false }).metadata()).pages ?? 1;
}

function readAt(handle: number, start: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  return bytes.subarray(0, readSync(handle, bytes, 0, length, start));
}

/** False: the bytes that end a whole file of this format are not there. */
function endsWell(
  format: PictureHead['format'],
  head: Uint8Array,
  tail: Uint8Array,
  bytes: number,
): boolean {
  const buffer = Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength);
  if (format === 'png') return buffer.includes('IEND');
  if (format === 'jpeg') return buffer.includes(Buffer.from([0xff, 0xd9]));
  if (format === 'gif') return buffer.at(-1) === 0x3b;
  if (format !== 'webp') return false;
  return bytes >= 8 + Buffer.from(head.buffer, head.byteOffset, head.byteLength).readUInt32LE(4);
}
