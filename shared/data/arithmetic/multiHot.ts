import type { Cells } from './cells.ts';

/**
 * A row of `size` numbers for every text, which is parted at `separator` (blanks around the parts do not count): 1 at the
 * place in `names` of each of its parts, else 0. What is missing gives zeros. Other cells stay as they are.
 */
export function multiHot(
  cells: Cells,
  names: readonly string[],
  separator: string,
  size: number,
): Cells {
  if (cells.type !== 'texts') return cells;
  const places = new Map(names.map((name, place) => [name, place]));
  const rows = new Float32Array(cells.values.length * size);
  for (const [row, text] of cells.values.entries()) {
    for (const part of (text ?? '').split(separator)) {
      const place = places.get(part.replace(/^ +| +$/g, ''));
      if (place !== undefined) rows[row * size + place] = 1;
    }
  }
  return { type: 'numbers', shape: [size], values: rows };
}
