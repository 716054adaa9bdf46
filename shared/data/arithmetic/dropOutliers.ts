import type { Cells } from './cells.ts';

/** 1 for each row that stays: all of whose numbers lie in `low` … `high` (null: no bound) or are missing. */
export function dropOutliers(cells: Cells, low: number | null, high: number | null): Uint8Array {
  if (cells.type !== 'numbers') return new Uint8Array(cells.values.length).fill(1);
  const { shape, values } = cells;
  const size = shape.reduce((product, length) => product * length, 1);
  const stays = new Uint8Array(values.length / size).fill(1);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? NaN;
    if (value < (low ?? -Infinity) || value > (high ?? Infinity))
      stays[Math.floor(index / size)] = 0;
  }
  return stays;
}
