import type { Cells } from './cells.ts';

/**
 * 1 for each row that stays: that no row before equals in all its numbers, or its text; what is missing equals what is
 * missing. Rows must be all there. Pictures and recordings all stay.
 */
export function dropDuplicates(cells: Cells): Uint8Array {
  const seen = new Set<string | null>();
  const isNew = (row: string | null) => {
    if (seen.has(row)) return 0;
    seen.add(row);
    return 1;
  };
  if (cells.type === 'texts') return Uint8Array.from(cells.values, isNew);
  if (cells.type !== 'numbers') return new Uint8Array(cells.values.length).fill(1);
  const { shape, values } = cells;
  const size = shape.reduce((product, length) => product * length, 1);
  return Uint8Array.from({ length: values.length / size }, (_value, row) =>
    isNew(values.subarray(row * size, (row + 1) * size).join(' ')),
  );
}
