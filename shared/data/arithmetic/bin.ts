import type { Cells } from './cells.ts';

/**
 * The number of the bin that each number lies in: how many of the ascending `edges` are not above it. What is missing
 * stays missing, other cells stay as they are.
 */
export function bin(cells: Cells, edges: readonly number[]): Cells {
  if (cells.type !== 'numbers') return cells;
  const { shape, values } = cells;
  const bins = new Float32Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? NaN;
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edges[middle] ?? Infinity) <= value) low = middle + 1;
      else high = middle;
    }
    bins[index] = Number.isNaN(value) ? NaN : low;
  }
  return { type: 'numbers', shape, values: bins };
}
