/** Makes a picture in place darker or lighter by up to `fraction` of what lies between black and white. */
export function brightness(
  values: Float32Array,
  _shape: readonly number[],
  random: () => number,
  fraction: number,
  black: number,
  white: number,
): void {
  const more = (2 * random() - 1) * fraction * (white - black);
  for (let at = 0; at < values.length; at += 1) {
    values[at] = Math.min(white, Math.max(black, (values[at] ?? 0) + more));
  }
}
