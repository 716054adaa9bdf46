import type { Cells } from './cells.ts';

/**
 * Every number replaced by the mean of itself and the numbers at its place in the `rows` − 1 rows before; what is missing is
 * left out. Rows must be all there and in order. Other cells stay as they are.
 */
export function movingAverage(cells: Cells, rows: number): Cells {
  if (cells.type !== 'numbers') return cells;
  const { shape, values } = cells;
  const size = shape.reduce((product, length) => product * length, 1);
  const averages = new Float32Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    let sum = 0;
    let known = 0;
    const first = Math.max(index % size, index - (rows - 1) * size);
    for (let other = first; other <= index; other += size) {
      const value = values[other] ?? NaN;
      if (Number.isNaN(value)) continue;
      sum += value;
      known += 1;
    }
    averages[index] = sum / known;
  }
  return { type: 'numbers', shape, values: averages };
}
