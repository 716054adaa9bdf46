import type { Cells } from './cells.ts';

/** Every text that is missing replaced by `value`. Other cells stay as they are. */
export function fillCategories(cells: Cells, value: string): Cells {
  if (cells.type !== 'texts') return cells;
  return { type: 'texts', values: cells.values.map((text) => text ?? value) };
}
