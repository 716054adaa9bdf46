import type { Cells } from './cells.ts';

/**
 * The share in `shares` of each text in `names`; 0 for a text that is not among them or missing. Other cells stay as
 * they are.
 */
export function frequencyEncode(
  cells: Cells,
  names: readonly string[],
  shares: readonly number[],
): Cells {
  if (cells.type !== 'texts') return cells;
  const byName = new Map(names.map((name, index) => [name, shares[index] ?? 0]));
  const values = Float32Array.from(cells.values, (text) =>
    text === null ? 0 : (byName.get(text) ?? 0),
  );
  return { type: 'numbers', shape: [], values };
}
