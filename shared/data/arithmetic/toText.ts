import type { Cells } from './cells.ts';
import { numberText } from './numberText.ts';

/**
 * Numbers as texts, as JavaScript writes them (`12`, `0.1`, `1e+21`); with `isDate` as `2020-01-31` or, with a time of
 * day, `2020-01-31T12:00:00.000Z`. Several numbers of a row are parted by blanks, and one missing makes the text missing.
 * Other cells stay as they are.
 */
export function toText(cells: Cells, isDate: boolean): Cells {
  if (cells.type !== 'numbers') return cells;
  const size = cells.shape.reduce((product, length) => product * length, 1);
  const write = isDate ? dateText : numberText;
  const texts: (string | null)[] = [];
  for (let start = 0; start < cells.values.length; start += size) {
    const parts = Array.from(cells.values.subarray(start, start + size), write);
    texts.push(parts.includes(null) ? null : parts.join(' '));
  }
  return { type: 'texts', values: texts };
}

function dateText(milliseconds: number): string | null {
  const date = new Date(Math.floor(milliseconds));
  if (Number.isNaN(date.getTime())) return null;
  return date.toISOString().replace('T00:00:00.000Z', '');
}
