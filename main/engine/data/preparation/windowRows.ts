import type { Windows } from '#shared/data/data.ts';

/** Rows in the order in which windows go over them. */
export interface OrderedRows {
  /** Row of the source at each place; null: each row at its own number. */
  readonly order: Uint32Array | null;
  readonly count: number;
  /** The first place of each series, ascending. */
  readonly starts: readonly number[];
}

/** The rows that stay, those of one series after each other, each series in the order of the source. */
export function orderRows(
  count: number,
  kept: Uint32Array | null,
  series: ArrayLike<string | number | null> | null,
): OrderedRows {
  if (series === null) return { order: kept, count: kept?.length ?? count, starts: [0] };
  const length = kept?.length ?? count;
  const places = new Map<string | number | null, number>();
  const sizes: number[] = [];
  const seriesOf = new Uint32Array(length);
  for (let index = 0; index < length; index += 1) {
    const value = series[kept?.[index] ?? index] ?? null;
    let place = places.get(value);
    if (place === undefined) {
      place = places.size;
      places.set(value, place);
      sizes.push(0);
    }
    seriesOf[index] = place;
    sizes[place] = (sizes[place] ?? 0) + 1;
  }
  const starts: number[] = [];
  let at = 0;
  for (const size of sizes) {
    starts.push(at);
    at += size;
  }
  const next = Uint32Array.from(starts);
  const order = new Uint32Array(length);
  for (let index = 0; index < length; index += 1) {
    const place = seriesOf[index] ?? 0;
    const to = next[place] ?? 0;
    order[to] = kept?.[index] ?? index;
    next[place] = to + 1;
  }
  return { order, count: length, starts };
}

/** How many rows after its first the target of a window lies. */
export function targetOffset({ length, horizon }: Windows): number {
  return length - 1 + horizon;
}

/** Places of the first rows of all windows that lie, with their targets, within one series. */
export function windowStarts({ count, starts }: OrderedRows, windows: Windows): Uint32Array {
  const offset = targetOffset(windows);
  const found: number[] = [];
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? count;
    for (let place = start; place + offset < end; place += windows.stride) found.push(place);
  }
  return Uint32Array.from(found);
}
