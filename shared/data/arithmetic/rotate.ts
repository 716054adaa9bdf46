import type { Outside } from './warpPicture.ts';
import { warpPicture } from './warpPicture.ts';

/** Turns a picture, (height, width, channels), in place around its middle by up to `degrees` to either side. */
export function rotate(
  values: Float32Array,
  shape: readonly number[],
  random: () => number,
  degrees: number,
  outside: Outside,
  black: number,
): void {
  const angle = ((2 * random() - 1) * degrees * Math.PI) / 180;
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  const matrix = [cosine, -sine, sine, cosine] as const;
  warpPicture(values, shape, { matrix, move: [0, 0] }, outside, black);
}
