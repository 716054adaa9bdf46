import type { Cells } from './cells.ts';
import { changeNumbers } from './changeNumbers.ts';

/**
 * Numbers, also of pictures, less `mean`, divided by `deviation`; 0 where that is 0. Lists hold one value for each place of the last axis.
 * What is missing stays missing, other cells stay as they are.
 */
export function standardize(
  cells: Cells,
  mean: number | readonly number[],
  deviation: number | readonly number[],
): Cells {
  const means = typeof mean === 'number' ? [mean] : mean;
  const deviations = typeof deviation === 'number' ? [deviation] : deviation;
  return changeNumbers(cells, (values) => {
    const moved = new Float32Array(values.length);
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] ?? NaN;
      const divisor = deviations[index % deviations.length] ?? 0;
      moved[index] =
        divisor === 0 ? value * 0 : (value - (means[index % means.length] ?? 0)) / divisor;
    }
    return moved;
  });
}
