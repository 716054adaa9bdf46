import sharp from 'sharp';
import type { Picture, PictureCells } from './arithmetic/cells.ts';

/** How pictures are wanted; a height or width of 0: as they are. */
export interface PictureWish {
  readonly height: number;
  readonly width: number;
  /** 1: gray, by ITU-R 601-2. */
  readonly channels: 1 | 3;
}

/** Reads pictures: upright, 8 bits, transparency over white. */
export async function readPictures(
  files: readonly string[],
  wish: PictureWish,
): Promise<PictureCells> {
  const values: Picture[] = [];
  for (const file of files) values.push(await readPicture(file, wish));
  return { type: 'pictures', values };
}

async function readPicture(file: string, wish: PictureWish): Promise<Picture> {
  let image = sharp(file, { failOn: 'error', pages: 1, autoOrient: true }).flatten({
    background: '#ffffff',
  });
  if (wish.height > 0 && wish.width > 0) {
    const { height, width } = wish;
    image = image.resize({
      height,
      width,
      fit: 'fill',
      kernel: 'linear',
      fastShrinkOnLoad: false,
    });
  }
  const { data, info } = await image
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { height, width, channels } = info;
  const values = new Uint8Array(height * width * wish.channels);
  for (let pixel = 0; pixel < height * width; pixel++) {
    const at = pixel * channels;
    const red = data[at] ?? 0;
    const green = channels < 3 ? red : (data[at + 1] ?? 0);
    const blue = channels < 3 ? red : (data[at + 2] ?? 0);
    if (wish.channels === 3) values.set([red, green, blue], pixel * 3);
    // Pillow's whole numbers: 0.299 R + 0.587 G + 0.114 B.
    else values[pixel] = (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
  }
  return { height, width, channels: wish.channels, values };
}
