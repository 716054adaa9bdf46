import type { Cells, NumberValues } from '#shared/data/arithmetic/cells.ts';

/** The numbers of cells: all at once, or picture by picture. Other cells have none. */
export function numberParts(cells: Cells): readonly NumberValues[] {
  if (cells.type === 'numbers') return [cells.values];
  if (cells.type !== 'pictures') return [];
  return cells.values.flatMap((picture) => (picture === null ? [] : [picture.values]));
}
