import type { NumberCells } from './arithmetic/cells.ts';
import { sizeOf } from './arrays.ts';

/** Rows in the order in which windows go over them: those of one series after each other. */
export interface Ordered {
  /** Number of the row at each place. */
  readonly order: Uint32Array;
  /** The first place of each series. */
  readonly series: readonly number[];
}

/** Puts rows in order. `series`: the name of the series of each; null: all are one. */
export function orderRows(
  rows: Uint32Array,
  series: readonly (string | number | null)[] | null,
): Ordered {
  if (series === null) return { order: rows, series: [0] };
  const members = new Map<string | number | null, number[]>();
  for (const [place, key] of series.entries()) {
    const known = members.get(key);
    const row = rows[place] ?? 0;
    if (known === undefined) members.set(key, [row]);
    else known.push(row);
  }
  const starts: number[] = [];
  let at = 0;
  for (const { length } of members.values()) {
    starts.push(at);
    at += length;
  }
  return { order: Uint32Array.from([...members.values()].flat()), series: starts };
}

/** The first places of all windows that lie, with the `offset` rows after their first, within one series. */
export function windowStarts(
  { order, series }: Ordered,
  offset: number,
  stride: number,
): Uint32Array {
  const found: number[] = [];
  for (const [index, start] of series.entries()) {
    const end = series[index + 1] ?? order.length;
    for (let place = start; place + offset < end; place += stride) found.push(place);
  }
  return Uint32Array.from(found);
}

/** Those windows whose rows and target all lie among these places. */
export function windowsInside(
  starts: Uint32Array,
  offset: number,
  places: Uint32Array,
): Uint32Array {
  const inside = new Set(places);
  return starts.filter((start) => {
    for (let place = start; place <= start + offset; place++) {
      if (!inside.has(place)) return false;
    }
    return true;
  });
}

/** `length` rows from each of these places on, one below the other. */
export function windowsOf(cells: NumberCells, starts: Uint32Array, length: number): NumberCells {
  const shape = cells.shape.length === 0 ? [1] : cells.shape;
  const size = sizeOf(shape);
  const values = new Float32Array(starts.length * length * size);
  starts.forEach((start, index) => {
    values.set(cells.values.subarray(start * size, (start + length) * size), index * length * size);
  });
  return { type: 'numbers', shape: [length, ...shape], values };
}
