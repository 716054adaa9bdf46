/** Adds normally distributed numbers of this standard deviation in place; the sums stay within `least` and `most`, null: anywhere. */
export function noise(
  values: Float32Array,
  _shape: readonly number[],
  random: () => number,
  deviation: number,
  least: number | null,
  most: number | null,
): void {
  const low = least ?? -Infinity;
  const high = most ?? Infinity;
  // Two at a time, after Box and Muller.
  for (let at = 0; at < values.length; at += 2) {
    const reach = deviation * Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    values[at] = Math.min(high, Math.max(low, (values[at] ?? 0) + reach * Math.cos(angle)));
    if (at + 1 === values.length) break;
    values[at + 1] = Math.min(high, Math.max(low, (values[at + 1] ?? 0) + reach * Math.sin(angle)));
  }
}
