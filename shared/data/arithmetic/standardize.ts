import type { Cells } from './cells.ts';

/**
 * Numbers less `mean`, divided by `deviation`; 0 where that is 0. Lists hold one value for each place of the last axis.
 * What is missing stays missing, other cells stay as they are.
 */
export function standardize(
  cells: Cells,
  mean: number | readonly number[],
  deviation: number | readonly number[],
): Cells {
  if (cells.type !== 'numbers') return cells;
  const { shape, values } = cells;
  const means = typeof mean === 'number' ? [mean] : mean;
  const deviations = typeof deviation === 'number' ? [deviation] : deviation;
  const moved = new Float32Array(values.length);
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? NaN;
    const divisor = deviations[index % deviations.length] ?? 0;
    moved[index] =
      divisor === 0 ? value * 0 : (value - (means[index % means.length] ?? 0)) / divisor;
  }
  return { type: 'numbers', shape, values: moved };
}
