import type { Cells } from './cells.ts';

/**
 * The number that each text holds, missing where it holds none or several: `1,234.5 kg` is 1234.5, `(12)` is −12, `3.5万` is
 * 35000. `decimal` is the sign before the fraction, `point` or `comma`; the other one, blanks and apostrophes may part
 * thousands. Other cells stay as they are.
 */
export function toNumber(cells: Cells, decimal: 'point' | 'comma'): Cells {
  if (cells.type !== 'texts') return cells;
  const values = Float64Array.from(cells.values, (text) =>
    text === null ? NaN : numberIn(text, decimal),
  );
  return { type: 'numbers', shape: [], values };
}

const patterns = {
  point:
    /[+-]?(?:\d{1,3}(?:[, '_]\d{3})+(?!\d)|\d+)(?:\.\d*)?(?:[eE][+-]?\d+)?|[+-]?\.\d+(?:[eE][+-]?\d+)?/,
  comma:
    /[+-]?(?:\d{1,3}(?:[. '_]\d{3})+(?!\d)|\d+)(?:,\d*)?(?:[eE][+-]?\d+)?|[+-]?,\d+(?:[eE][+-]?\d+)?/,
};
const manifold: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

function numberIn(text: string, decimal: 'point' | 'comma'): number {
  const plain = text.normalize('NFKC').replaceAll('−', '-').replaceAll('’', "'");
  const match = patterns[decimal].exec(plain);
  if (match === null) return NaN;
  const before = plain.slice(0, match.index);
  const after = plain.slice(match.index + match[0].length);
  // A further digit means a further number, unless it is the power of a unit: m2.
  if (!/^[^0-9]*$/.test(before) || !/^(?:[^0-9]*|[ ]*[A-Za-z]+[23])$/.test(after)) return NaN;
  const digits =
    decimal === 'point'
      ? match[0].replace(/[, '_]/g, '')
      : match[0].replace(/[. '_]/g, '').replace(',', '.');
  const sign = before.trim().endsWith('(') && after.trim().startsWith(')') ? -1 : 1;
  return sign * Number(digits) * (manifold[after.trim().charAt(0)] ?? 1);
}
