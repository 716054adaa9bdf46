/**
 * Moves a sequence, (steps) or (steps, channels), in place by whole steps: up to `fraction` of its length to either side. What
 * comes in is `zero`, the nearest step (`edge`), or what went out at the other end (`wrap`).
 */
export function shiftTime(
  values: Float32Array,
  [steps = 1, channels = 1]: readonly number[],
  random: () => number,
  fraction: number,
  outside: 'zero' | 'edge' | 'wrap',
): void {
  const by = Math.floor((2 * random() - 1) * fraction * steps + 0.5);
  if (by === 0) return;
  const before = values.slice();
  for (let step = 0; step < steps; step += 1) {
    let source = step - by;
    if (source < 0 || source >= steps) {
      if (outside === 'zero') {
        values.fill(0, step * channels, (step + 1) * channels);
        continue;
      }
      source =
        outside === 'wrap'
          ? ((source % steps) + steps) % steps
          : Math.min(steps - 1, Math.max(0, source));
    }
    for (let channel = 0; channel < channels; channel += 1) {
      values[step * channels + channel] = before[source * channels + channel] ?? 0;
    }
  }
}
