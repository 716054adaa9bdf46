import type { Cells } from './cells.ts';
import { changeNumbers } from './changeNumbers.ts';

/**
 * Every number times `factor` plus `offset`: what brings scaled numbers back. Lists hold one value for each place of the last
 * axis. What is missing stays missing, other cells stay as they are.
 */
export function linear(
  cells: Cells,
  factor: number | readonly number[],
  offset: number | readonly number[],
): Cells {
  const factors = typeof factor === 'number' ? [factor] : factor;
  const offsets = typeof offset === 'number' ? [offset] : offset;
  return changeNumbers(cells, (values) => {
    const moved = new Float32Array(values.length);
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] ?? NaN;
      moved[index] =
        value * (factors[index % factors.length] ?? 1) + (offsets[index % offsets.length] ?? 0);
    }
    return moved;
  });
}
