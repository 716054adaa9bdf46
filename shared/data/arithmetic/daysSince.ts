import type { Cells } from './cells.ts';

/**
 * How many days lie between `start` and each date, both in milliseconds; negative before it. What is missing stays
 * missing, other cells stay as they are.
 */
export function daysSince(cells: Cells, start: number): Cells {
  if (cells.type !== 'numbers') return cells;
  const { shape, values } = cells;
  const days = Float32Array.from(values, (milliseconds) => (milliseconds - start) / 86_400_000);
  return { type: 'numbers', shape, values: days };
}
