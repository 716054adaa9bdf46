import type { Cells } from './cells.ts';

/** Every number, also of pictures, divided by `divisor`; what is missing stays missing. Other cells stay as they are. */
export function scale(cells: Cells, divisor: number): Cells {
  if (cells.type === 'pictures') {
    const values = cells.values.map(
      (picture) => picture && { ...picture, values: scaled(picture.values, divisor) },
    );
    return { type: 'pictures', values };
  }
  if (cells.type !== 'numbers') return cells;
  return { type: 'numbers', shape: cells.shape, values: scaled(cells.values, divisor) };
}

function scaled(values: ArrayLike<number>, divisor: number): Float32Array {
  const result = new Float32Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    result[index] = (values[index] ?? 0) / divisor;
  }
  return result;
}
