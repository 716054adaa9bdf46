/**
 * A time series: a wave of `period` steps with a smaller one of a third of it on top, between about −1.3 and 1.3.
 * `noise` is how far a value may lie off it, in both directions. `random` gives numbers from 0 to 1.
 */
export function generatedSeries(
  random: () => number,
  steps: number,
  period: number,
  noise: number,
): Float32Array {
  const values = new Float32Array(steps);
  for (let step = 0; step < steps; step += 1) {
    const angle = (2 * Math.PI * step) / period;
    values[step] = Math.sin(angle) + 0.3 * Math.sin(3 * angle) + noise * (2 * random() - 1);
  }
  return values;
}
