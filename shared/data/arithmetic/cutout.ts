/**
 * Blackens a square of a picture, (height, width, channels), in place; its side is `fraction` of the picture's shorter one and its middle
 * lies anywhere, so that it may reach over the border.
 */
export function cutout(
  values: Float32Array,
  [height = 1, width = 1, channels = 1]: readonly number[],
  random: () => number,
  fraction: number,
  black: number,
): void {
  const side = Math.max(1, Math.floor(fraction * Math.min(height, width) + 0.5));
  const top = Math.floor(random() * height) - (side >> 1);
  const left = Math.floor(random() * width) - (side >> 1);
  const from = Math.max(0, left);
  const to = Math.min(width, left + side);
  for (let row = Math.max(0, top); row < Math.min(height, top + side); row += 1) {
    values.fill(black, (row * width + from) * channels, (row * width + to) * channels);
  }
}
