import type { Outside } from './warpPicture.ts';
import { warpPicture } from './warpPicture.ts';

/**
 * Moves a picture, (height, width, channels), in place by whole pixels: up to `down` of its height and `aside` of its width to
 * either side.
 */
export function shift(
  values: Float32Array,
  shape: readonly number[],
  random: () => number,
  down: number,
  aside: number,
  outside: Outside,
  black: number,
): void {
  const [height = 1, width = 1] = shape;
  const rows = Math.floor((2 * random() - 1) * down * height + 0.5);
  const columns = Math.floor((2 * random() - 1) * aside * width + 0.5);
  if (rows === 0 && columns === 0) return;
  warpPicture(values, shape, { matrix: [1, 0, 0, 1], move: [-rows, -columns] }, outside, black);
}
