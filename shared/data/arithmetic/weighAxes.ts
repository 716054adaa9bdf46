import type { Picture } from './cells.ts';

/** What one new row or column is made of: the old ones from `first` on, by their weights. */
export interface AxisWeights {
  readonly first: number;
  readonly weights: readonly number[];
}

/** Keeps halves that rounding errors have made a little less. */
const nearlyHalf = 0.5 + 1e-9;

/** A picture whose rows and columns are weighed sums of the old ones. Bytes stay bytes, rounded. */
export function weighAxes(
  { height, width, channels, values }: Picture,
  rows: readonly AxisWeights[],
  columns: readonly AxisWeights[],
): Picture {
  const narrow = new Float64Array(height * columns.length * channels);
  for (let row = 0; row < height; row += 1) {
    for (const [column, { first, weights }] of columns.entries()) {
      const target = (row * columns.length + column) * channels;
      for (const [at, weight] of weights.entries()) {
        const source = (row * width + first + at) * channels;
        for (let channel = 0; channel < channels; channel += 1) {
          narrow[target + channel] =
            (narrow[target + channel] ?? 0) + weight * (values[source + channel] ?? 0);
        }
      }
    }
  }
  const line = columns.length * channels;
  const sums = new Float64Array(rows.length * line);
  for (const [row, { first, weights }] of rows.entries()) {
    for (const [at, weight] of weights.entries()) {
      const source = (first + at) * line;
      for (let place = 0; place < line; place += 1) {
        sums[row * line + place] =
          (sums[row * line + place] ?? 0) + weight * (narrow[source + place] ?? 0);
      }
    }
  }
  return { height: rows.length, width: columns.length, channels, values: likeBefore(values, sums) };
}

/** Numbers of the type that a picture had: bytes are rounded and stay within 0 … 255. */
export function likeBefore(
  before: Uint8Array | Float32Array,
  numbers: Float64Array,
): Uint8Array | Float32Array {
  return before instanceof Uint8Array
    ? Uint8Array.from(numbers, (value) =>
        Math.min(255, Math.max(0, Math.floor(value + nearlyHalf))),
      )
    : Float32Array.from(numbers);
}
