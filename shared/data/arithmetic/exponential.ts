import type { Cells } from './cells.ts';
import { changeNumbers } from './changeNumbers.ts';

/**
 * eˣ − 1 of every number, 1 − e⁻ˣ of negative ones: what brings the results of `logarithm` back. What is missing stays
 * missing, other cells stay as they are.
 */
export function exponential(cells: Cells): Cells {
  return changeNumbers(cells, (values) => {
    const spread = new Float32Array(values.length);
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] ?? NaN;
      spread[index] = Math.sign(value) * Math.expm1(Math.abs(value));
    }
    return spread;
  });
}
