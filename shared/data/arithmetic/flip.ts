/** Mirrors a picture, (height, width, channels), in place, each way with a chance of one half. */
export function flip(
  values: Float32Array,
  [height = 1, width = 1, channels = 1]: readonly number[],
  random: () => number,
  horizontal: boolean,
  vertical: boolean,
): void {
  const line = width * channels;
  if (horizontal && random() < 0.5) {
    for (let row = 0; row < height; row += 1) {
      for (let left = 0; left < width >> 1; left += 1) {
        swap(
          values,
          row * line + left * channels,
          row * line + (width - 1 - left) * channels,
          channels,
        );
      }
    }
  }
  if (vertical && random() < 0.5) {
    for (let top = 0; top < height >> 1; top += 1) {
      swap(values, top * line, (height - 1 - top) * line, line);
    }
  }
}

function swap(values: Float32Array, one: number, other: number, length: number): void {
  for (let at = 0; at < length; at += 1) {
    const kept = values[one + at] ?? 0;
    values[one + at] = values[other + at] ?? 0;
    values[other + at] = kept;
  }
}
