import type { Cells } from './cells.ts';
import { changeNumbers } from './changeNumbers.ts';

/**
 * Every number, also of pictures, divided by `divisor`; what is missing stays missing. Other cells stay as they are.
 */
export function scale(cells: Cells, divisor: number): Cells {
  return changeNumbers(cells, (values) => {
    const scaled = new Float32Array(values.length);
    for (let index = 0; index < values.length; index += 1) {
      scaled[index] = (values[index] ?? 0) / divisor;
    }
    return scaled;
  });
}
