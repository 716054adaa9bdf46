import type { Cells } from './cells.ts';
import { changeNumbers } from './changeNumbers.ts';

/**
 * Numbers, also of pictures, below `low` become it, those above `high` too (null: no bound). What is missing stays
 * missing, other cells stay as they are.
 */
export function clip(cells: Cells, low: number | null, high: number | null): Cells {
  return changeNumbers(cells, (values) => {
    const clipped = new Float32Array(values.length);
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] ?? NaN;
      clipped[index] = Math.min(Math.max(value, low ?? -Infinity), high ?? Infinity);
    }
    return clipped;
  });
}
