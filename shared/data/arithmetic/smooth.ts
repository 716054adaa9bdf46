import type { Cells } from './cells.ts';

type Method = 'mean' | 'median' | 'gaussian';

/**
 * Every value replaced by one of the values at most `radius` places before and after it, within its own sequence (first
 * axis) or recording: their `mean`, their `median`, or their mean with `gaussian` weights of the deviation `radius` / 2. At
 * the ends there are fewer of them; what is missing is left out. Other cells stay as they are.
 */
export function smooth(cells: Cells, method: Method, radius: number): Cells {
  if (cells.type === 'signals') {
    const values = cells.values.map(
      (signal) => signal && { ...signal, values: smoothed(signal.values, method, radius) },
    );
    return { type: 'signals', values };
  }
  if (cells.type !== 'numbers' || cells.shape.length === 0) return cells;
  const { shape, values } = cells;
  const length = shape[0] ?? 1;
  const stride = shape.slice(1).reduce((product, size) => product * size, 1);
  const result = new Float32Array(values.length);
  for (let start = 0; start < values.length; start += length * stride) {
    for (let first = start; first < start + stride; first += 1) {
      const line = Float64Array.from(
        { length },
        (_value, at) => values[first + at * stride] ?? NaN,
      );
      for (const [at, value] of smoothed(line, method, radius).entries()) {
        result[first + at * stride] = value;
      }
    }
  }
  return { type: 'numbers', shape, values: result };
}

function smoothed(line: ArrayLike<number>, method: Method, radius: number): Float32Array {
  const weights = Float64Array.from({ length: radius + 1 }, (_value, distance) =>
    method === 'gaussian' ? Math.exp(-2 * (distance / radius) ** 2) : 1,
  );
  const result = new Float32Array(line.length);
  for (let at = 0; at < line.length; at += 1) {
    const first = Math.max(0, at - radius);
    const last = Math.min(line.length - 1, at + radius);
    result[at] =
      method === 'median' ? median(line, first, last) : weighted(line, at, first, last, weights);
  }
  return result;
}

function median(line: ArrayLike<number>, first: number, last: number): number {
  const known: number[] = [];
  for (let index = first; index <= last; index += 1) {
    const value = line[index] ?? NaN;
    if (!Number.isNaN(value)) known.push(value);
  }
  known.sort((a, b) => a - b);
  const middle = known.length >> 1;
  const high = known[middle] ?? NaN;
  return known.length % 2 === 1 ? high : ((known[middle - 1] ?? NaN) + high) / 2;
}

function weighted(
  line: ArrayLike<number>,
  at: number,
  first: number,
  last: number,
  weights: Float64Array,
): number {
  let sum = 0;
  let total = 0;
  for (let index = first; index <= last; index += 1) {
    const value = line[index] ?? NaN;
    if (Number.isNaN(value)) continue;
    const weight = weights[Math.abs(index - at)] ?? 0;
    sum += value * weight;
    total += weight;
  }
  return sum / total;
}
