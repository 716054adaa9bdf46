import { warpPicture } from './warpPicture.ts';

/** A part of a picture, (height, width, channels), in place of the whole: each side `least` to all of it, anywhere. */
export function randomCrop(
  values: Float32Array,
  shape: readonly number[],
  random: () => number,
  least: number,
): void {
  const [height = 1, width = 1] = shape;
  const part = least + random() * (1 - least);
  const down = (random() - 0.5) * (1 - part) * height;
  const right = (random() - 0.5) * (1 - part) * width;
  warpPicture(values, shape, { matrix: [part, 0, 0, part], move: [down, right] }, 'edge', 0);
}
