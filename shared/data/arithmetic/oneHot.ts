import type { Cells } from './cells.ts';

/**
 * A row of zeros for every cell, with a one at the place of its class. `classes` is how many there are, for class numbers,
 * or their names, for texts (null: a place that no text has). What is none of them, or missing, gives zeros only. Other cells stay as they are.
 */
export function oneHot(cells: Cells, classes: number | readonly (string | null)[]): Cells {
  if (cells.type === 'texts') {
    const names = typeof classes === 'number' ? [] : classes;
    const places = new Map<string | null, number>(names.map((name, place) => [name, place]));
    return rowsOf(cells.values, names.length, (text) =>
      text === null ? -1 : (places.get(text) ?? -1),
    );
  }
  if (cells.type !== 'numbers') return cells;
  const size = typeof classes === 'number' ? classes : classes.length;
  return rowsOf(cells.values, size, (value) => value);
}

function rowsOf<Value>(
  values: ArrayLike<Value> & Iterable<Value>,
  size: number,
  placeOf: (value: Value) => number,
): Cells {
  const rows = new Float32Array(values.length * size);
  let start = 0;
  for (const value of values) {
    const place = placeOf(value);
    if (place >= 0 && place < size) rows[start + place] = 1;
    start += size;
  }
  return { type: 'numbers', shape: [size], values: rows };
}
