import type { Cells } from './cells.ts';

/** Numbers below `low` become it, those above `high` too (null: no bound). What is missing stays missing, other cells stay as they are. */
export function clip(cells: Cells, low: number | null, high: number | null): Cells {
  if (cells.type !== 'numbers') return cells;
  const { shape, values } = cells;
  const clipped = new Float32Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? NaN;
    clipped[index] = Math.min(Math.max(value, low ?? -Infinity), high ?? Infinity);
  }
  return { type: 'numbers', shape, values: clipped };
}
