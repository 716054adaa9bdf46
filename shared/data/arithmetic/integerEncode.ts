import type { Cells } from './cells.ts';

/**
 * The number of each text in `names`, from 0. A text that is not among them: `unknown`, or missing where that is null. Other
 * cells stay as they are.
 */
export function integerEncode(
  cells: Cells,
  names: readonly string[],
  unknown: number | null,
): Cells {
  if (cells.type !== 'texts') return cells;
  const numbers = new Map(names.map((name, number) => [name, number]));
  const numberOf = (text: string | null) =>
    (text === null ? undefined : numbers.get(text)) ?? unknown ?? NaN;
  const values =
    unknown === null
      ? Float32Array.from(cells.values, numberOf)
      : Int32Array.from(cells.values, numberOf);
  return { type: 'numbers', shape: [], values };
}
