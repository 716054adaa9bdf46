import type { Cells } from './cells.ts';

/**
 * A row of `classes` zeros for every class number, with a one at its place; a number outside 0 … classes − 1 gives zeros
 * only. Other cells stay as they are.
 */
export function oneHot(cells: Cells, classes: number): Cells {
  if (cells.type !== 'numbers') return cells;
  const { values } = cells;
  const rows = new Float32Array(values.length * classes);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? -1;
    if (value >= 0 && value < classes) {
      rows[index * classes + value] = 1;
    }
  }
  return { type: 'numbers', shape: [classes], values: rows };
}
