import type { Cells } from './cells.ts';
import { changeNumbers } from './changeNumbers.ts';

/**
 * Numbers, also of pictures, moved so that `min` becomes `low` and `max` becomes `high`; all become `low` where `min` equals `max`. Lists hold
 * one value for each place of the last axis. What is missing stays missing, other cells stay as they are.
 */
export function normalize(
  cells: Cells,
  min: number | readonly number[],
  max: number | readonly number[],
  low: number,
  high: number,
): Cells {
  const mins = typeof min === 'number' ? [min] : min;
  const maxs = typeof max === 'number' ? [max] : max;
  return changeNumbers(cells, (values) => {
    const moved = new Float32Array(values.length);
    for (let index = 0; index < values.length; index += 1) {
      const least = mins[index % mins.length] ?? 0;
      const span = (maxs[index % maxs.length] ?? 0) - least;
      const value = values[index] ?? NaN;
      moved[index] = span === 0 ? value * 0 + low : ((value - least) / span) * (high - low) + low;
    }
    return moved;
  });
}
