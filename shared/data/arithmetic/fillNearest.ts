import type { Cells } from './cells.ts';

/**
 * What is missing in rows of numbers replaced by the mean of that column in the `count` nearest of `rows` (null: missing)
 * that know it. The distance is Euclidean over the columns that both rows know, each divided by its deviation, and stretched
 * to all columns (Troyanskaya et al. 2001). Where no row can be compared: the column's mean.
 */
export function fillNearest(
  cells: Cells,
  rows: readonly (readonly (number | null)[])[],
  means: readonly number[],
  deviations: readonly number[],
  count: number,
): Cells {
  if (cells.type !== 'numbers') return cells;
  const { shape, values } = cells;
  const width = means.length;
  const filled = Float64Array.from(values);
  for (let start = 0; start < filled.length; start += width) {
    const row = filled.slice(start, start + width);
    if (row.every((value) => Number.isFinite(value))) continue;
    const nearest = byDistance(row, rows, deviations);
    for (let column = 0; column < width; column += 1) {
      if (Number.isFinite(row[column])) continue;
      let sum = 0;
      let found = 0;
      for (const other of nearest) {
        const value = rows[other]?.[column] ?? null;
        if (value === null) continue;
        sum += value;
        found += 1;
        if (found === count) break;
      }
      filled[start + column] = found === 0 ? (means[column] ?? 0) : sum / found;
    }
  }
  return { type: 'numbers', shape, values: filled };
}

/** Numbers of the rows that share a known column with `row`, nearest first; equally near ones in their order. */
function byDistance(
  row: Float64Array,
  rows: readonly (readonly (number | null)[])[],
  deviations: readonly number[],
): readonly number[] {
  const found: { readonly index: number; readonly distance: number }[] = [];
  for (const [index, other] of rows.entries()) {
    let sum = 0;
    let shared = 0;
    for (const [column, value] of other.entries()) {
      const own = row[column] ?? NaN;
      if (value === null || !Number.isFinite(own)) continue;
      sum += ((own - value) / (deviations[column] ?? 1)) ** 2;
      shared += 1;
    }
    if (shared > 0) found.push({ index, distance: (sum * row.length) / shared });
  }
  return found.sort((a, b) => a.distance - b.distance).map(({ index }) => index);
}
