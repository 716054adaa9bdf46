import type { Cells } from './cells.ts';
import { changeNumbers } from './changeNumbers.ts';

/**
 * ln(1 + x) of every number, also of pictures, −ln(1 − x) of negative ones. What is missing stays missing, other cells
 * stay as they are.
 */
export function logarithm(cells: Cells): Cells {
  return changeNumbers(cells, (values) => {
    const pressed = new Float32Array(values.length);
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] ?? NaN;
      pressed[index] = Math.sign(value) * Math.log1p(Math.abs(value));
    }
    return pressed;
  });
}
