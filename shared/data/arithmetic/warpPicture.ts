/** What lies outside of a picture: its nearest pixel, or zeros. */
export type Outside = 'edge' | 'black';

/** Where each pixel comes from: places are taken from the middle, multiplied by `matrix` (row, column) and moved by `move`. */
export interface Warp {
  readonly matrix: readonly [number, number, number, number];
  readonly move: readonly [number, number];
}

/**
 * Moves the pixels of a picture, (height, width, channels), in place; between pixels it is linear. `black` is what `outside`
 * fills in.
 */
export function warpPicture(
  values: Float32Array,
  [height = 1, width = 1, channels = 1]: readonly number[],
  { matrix: [a, b, c, d], move: [down, right] }: Warp,
  outside: Outside,
  black: number,
): void {
  const before = values.slice();
  const middleRow = (height - 1) / 2;
  const middleColumn = (width - 1) / 2;
  const isEdge = outside === 'edge';
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const fromMiddle = row - middleRow;
      const aside = column - middleColumn;
      let y = a * fromMiddle + b * aside + middleRow + down;
      let x = c * fromMiddle + d * aside + middleColumn + right;
      if (isEdge) {
        y = Math.min(height - 1, Math.max(0, y));
        x = Math.min(width - 1, Math.max(0, x));
      }
      const top = Math.floor(y);
      const left = Math.floor(x);
      const low = y - top;
      const aright = x - left;
      const target = (row * width + column) * channels;
      if (top >= 0 && left >= 0 && top + 1 < height && left + 1 < width) {
        const source = (top * width + left) * channels;
        const below = source + width * channels;
        for (let channel = 0; channel < channels; channel += 1) {
          const upper =
            (before[source + channel] ?? 0) * (1 - aright) +
            (before[source + channels + channel] ?? 0) * aright;
          const lower =
            (before[below + channel] ?? 0) * (1 - aright) +
            (before[below + channels + channel] ?? 0) * aright;
          values[target + channel] = upper * (1 - low) + lower * low;
        }
        continue;
      }
      for (let channel = 0; channel < channels; channel += 1) {
        let sum = 0;
        for (let corner = 0; corner < 4; corner += 1) {
          const isLower = corner > 1;
          const isRight = corner % 2 === 1;
          const share = (isLower ? low : 1 - low) * (isRight ? aright : 1 - aright);
          if (share === 0) continue;
          const cornerRow = top + (isLower ? 1 : 0);
          const cornerColumn = left + (isRight ? 1 : 0);
          const isInside =
            cornerRow >= 0 && cornerRow < height && cornerColumn >= 0 && cornerColumn < width;
          const at = (cornerRow * width + cornerColumn) * channels + channel;
          sum += share * (isInside ? (before[at] ?? 0) : black);
        }
        values[target + channel] = sum;
      }
    }
  }
}
