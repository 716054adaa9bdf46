import type { RowKeys } from '#main/engine/data/division/splitKeys.ts';
import type { OrderedRows } from '#main/engine/data/preparation/windowRows.ts';
import { targetOffset, windowStarts } from '#main/engine/data/preparation/windowRows.ts';
import type { SplitIndices } from '#shared/data/arithmetic/split.ts';
import type { Split, Windows } from '#shared/data/data.ts';
import { divideRows } from '#shared/data/splits/index.ts';

/** What is divided. */
export interface Division {
  readonly split: Split;
  readonly windows: Windows | null;
  readonly rows: OrderedRows;
  /** Values of the feature that is looked at, by row of the source; null: none. */
  readonly keys: RowKeys | null;
  readonly seed: number;
  /** Whether a test part is held back. */
  readonly takesTest: boolean;
  /** Round of a cross-validation; absent: none. */
  readonly fold?: number | undefined;
}

/** Methods that keep rows together: a window must not reach over the border of its part. */
const keepsTogether: ReadonlySet<string> = new Set(['time', 'group', 'column']);

/** Divides examples: places of the ordered rows, or of the first rows of windows; ascending. */
export function divideExamples(division: Division): SplitIndices {
  const { split, windows, rows } = division;
  if (windows === null) {
    return divide(division, rows.count, (place) => place);
  }
  const starts = windowStarts(rows, windows);
  const offset = targetOffset(windows);
  if (!keepsTogether.has(split.method)) {
    const parts = divide(division, starts.length, (index) => (starts[index] ?? 0) + offset);
    const placed = (part: Uint32Array) => part.map((index) => starts[index] ?? 0);
    return {
      train: placed(parts.train),
      validation: placed(parts.validation),
      test: placed(parts.test),
    };
  }
  const parts = divide(division, rows.count, (place) => place);
  const inside = (part: Uint32Array) => {
    const isIn = new Uint8Array(rows.count);
    for (const place of part) isIn[place] = 1;
    return starts.filter((start) => {
      for (let place = start; place <= start + offset; place += 1) {
        if (isIn[place] !== 1) return false;
      }
      return true;
    });
  };
  return {
    train: inside(parts.train),
    validation: inside(parts.validation),
    test: inside(parts.test),
  };
}

function divide(
  { split, rows, keys, seed, takesTest, fold }: Division,
  count: number,
  placeOf: (index: number) => number,
): SplitIndices {
  return divideRows(split, {
    count,
    keys: split.method === 'random' ? null : keysAt(rows, keys, count, placeOf),
    seed,
    takesTest,
    ...(fold === undefined ? {} : { fold }),
  });
}

/** Keys by example. Without keys, rows that are not in the order of the source have their numbers: these tell their time. */
function keysAt(
  { order }: OrderedRows,
  keys: RowKeys | null,
  count: number,
  placeOf: (index: number) => number,
): RowKeys | null {
  if (keys === null && order === null) return null;
  const rowOf = (index: number) => {
    const place = placeOf(index);
    return order?.[place] ?? place;
  };
  if (keys === null) return Float64Array.from({ length: count }, (_, index) => rowOf(index));
  if (ArrayBuffer.isView(keys)) {
    return Float64Array.from({ length: count }, (_, index) => Number(keys[rowOf(index)] ?? NaN));
  }
  return Array.from({ length: count }, (_, index) => keys[rowOf(index)] ?? null);
}
