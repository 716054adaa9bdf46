import type { Outside } from './warpPicture.ts';
import { warpPicture } from './warpPicture.ts';

/** Makes a picture, (height, width, channels), in place smaller or larger by up to `fraction`; its size stays. */
export function zoom(
  values: Float32Array,
  shape: readonly number[],
  random: () => number,
  fraction: number,
  outside: Outside,
  black: number,
): void {
  const step = 1 / (1 + (2 * random() - 1) * fraction);
  warpPicture(values, shape, { matrix: [step, 0, 0, step], move: [0, 0] }, outside, black);
}
