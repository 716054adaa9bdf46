import type { Cells } from './cells.ts';

/** Every number that is missing or infinite replaced by `value`. Other cells stay as they are. */
export function fillNumbers(cells: Cells, value: number): Cells {
  if (cells.type !== 'numbers') return cells;
  const { shape, values } = cells;
  if (values instanceof Uint8Array || values instanceof Int32Array) return cells;
  const filled = values.slice();
  for (let index = 0; index < filled.length; index += 1) {
    if (!Number.isFinite(filled[index])) filled[index] = value;
  }
  return { type: 'numbers', shape, values: filled };
}
