import type { Cells, NumberValues } from './cells.ts';

/** Cells with other values in the place of their numbers, of each picture by itself. Other cells stay as they are. */
export function changeNumbers(cells: Cells, change: (values: NumberValues) => Float32Array): Cells {
  if (cells.type === 'numbers') {
    return { type: 'numbers', shape: cells.shape, values: change(cells.values) };
  }
  if (cells.type !== 'pictures') return cells;
  const values = cells.values.map(
    (picture) => picture && { ...picture, values: change(picture.values) },
  );
  return { type: 'pictures', values };
}
