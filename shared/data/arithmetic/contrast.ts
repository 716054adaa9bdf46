/** Moves the pixels of a picture in place away from their mean or towards it, by up to `fraction`; within black and white. */
export function contrast(
  values: Float32Array,
  _shape: readonly number[],
  random: () => number,
  fraction: number,
  black: number,
  white: number,
): void {
  const factor = 1 + (2 * random() - 1) * fraction;
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at] ?? 0;
  const mean = sum / Math.max(1, values.length);
  for (let at = 0; at < values.length; at += 1) {
    const moved = ((values[at] ?? 0) - mean) * factor + mean;
    values[at] = Math.min(white, Math.max(black, moved));
  }
}
