import type { Cells } from './cells.ts';
import { changeNumbers } from './changeNumbers.ts';

/**
 * Numbers, also of pictures, less `median`, divided by `range`, the distance of the quartiles; only moved where that is 0. Lists hold one value
 * for each place of the last axis. What is missing stays missing, other cells stay as they are.
 */
export function robustScale(
  cells: Cells,
  median: number | readonly number[],
  range: number | readonly number[],
): Cells {
  const medians = typeof median === 'number' ? [median] : median;
  const ranges = typeof range === 'number' ? [range] : range;
  return changeNumbers(cells, (values) => {
    const moved = new Float32Array(values.length);
    for (let index = 0; index < values.length; index += 1) {
      const divisor = ranges[index % ranges.length] ?? 0;
      const distance = (values[index] ?? NaN) - (medians[index % medians.length] ?? 0);
      moved[index] = distance / (divisor === 0 ? 1 : divisor);
    }
    return moved;
  });
}
