import { sharp } from '#main/engine/data/pictures/sharpLibrary.ts';
import type { Picture } from '#shared/data/arithmetic/cells.ts';

/** Pixels of a thumbnail's longer side. */
const thumbnailSide = 96;

/**
 * A small PNG of a picture, base64. Small pictures keep their size. Numbers that are not bytes are shown as they are
 * between 0 and 1, else stretched from the least to the most. Of other than 1, 3 or 4 channels the first is shown.
 */
export async function thumbnailOf(picture: Picture, side = thumbnailSide): Promise<string> {
  const { height, width } = picture;
  if (height === 0 || width === 0) return '';
  const channels = picture.channels === 3 || picture.channels === 4 ? picture.channels : 1;
  const values = asBytes(firstChannels(picture, channels));
  const image = sharp(values, { raw: { width, height, channels } });
  const scaled =
    Math.max(height, width) > side
      ? image.resize({ height: side, width: side, fit: 'inside', kernel: 'linear' })
      : image;
  return (await scaled.png().toBuffer()).toString('base64');
}

function firstChannels(picture: Picture, channels: number): Picture['values'] {
  if (picture.channels === channels) return picture.values;
  const pixels = picture.height * picture.width;
  const chosen = new Float32Array(pixels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    chosen[pixel] = picture.values[pixel * picture.channels] ?? 0;
  }
  return picture.values instanceof Uint8Array ? Uint8Array.from(chosen) : chosen;
}

function asBytes(values: Picture['values']): Uint8Array {
  if (values instanceof Uint8Array) return values;
  let least = 0;
  let most = 1;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return Uint8Array.from(values, (value) => Math.round(((value - least) / (most - least)) * 255));
}
