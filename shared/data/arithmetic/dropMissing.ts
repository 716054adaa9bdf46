import type { Cells } from './cells.ts';

/** 1 for each row that stays: in which nothing is missing or infinite. */
export function dropMissing(cells: Cells): Uint8Array {
  if (cells.type !== 'numbers')
    return Uint8Array.from<unknown>(cells.values, (cell) => Number(cell !== null));
  const { shape, values } = cells;
  const size = shape.reduce((product, length) => product * length, 1);
  const stays = new Uint8Array(values.length / size).fill(1);
  for (let index = 0; index < values.length; index += 1) {
    if (!Number.isFinite(values[index])) stays[Math.floor(index / size)] = 0;
  }
  return stays;
}
