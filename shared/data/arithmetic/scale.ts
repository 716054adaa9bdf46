import type { Cells } from './cells.ts';

/** Every number divided by `divisor`; what is missing stays missing. Other cells stay as they are. */
export function scale(cells: Cells, divisor: number): Cells {
  if (cells.type !== 'numbers') return cells;
  const { shape, values } = cells;
  const scaled = new Float32Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    scaled[index] = (values[index] ?? 0) / divisor;
  }
  return { type: 'numbers', shape, values: scaled };
}
