/** Browsers draw nothing below some 33 million px; a longer list is scrolled in larger steps. */
const tallestPx = 8_000_000;

/** Where a long list of equal rows stands in its scroller. */
export interface RowWindow {
  /** Rows to draw: `from` to before `to`. */
  readonly from: number;
  readonly to: number;
  /** Empty space above and below them, px. */
  readonly abovePx: number;
  readonly belowPx: number;
  /** Rows that are seen wholly or in part. */
  readonly firstSeen: number;
  readonly lastSeen: number;
}

/** Rows drawn beyond what is seen, at both ends. */
const spare = 6;

/** Which rows of a list are drawn for where its scroller stands. */
export function rowWindow(
  count: number,
  rowPx: number,
  scrollPx: number,
  viewPx: number,
): RowWindow {
  const wholePx = count * rowPx;
  const heightPx = Math.min(wholePx, tallestPx);
  const seen = Math.ceil(viewPx / rowPx);
  const top = Math.max(0, Math.min(scrollPx, heightPx - viewPx));
  // Of a list that is not scaled this is the distance itself.
  const fraction = heightPx > viewPx ? top / (heightPx - viewPx) : 0;
  const distance = heightPx === wholePx ? top : fraction * (wholePx - viewPx);
  const firstSeen = Math.floor(distance / rowPx);
  const lastSeen = Math.min(count, firstSeen + seen);
  const from = Math.max(0, firstSeen - spare);
  const to = Math.min(count, lastSeen + spare);
  const abovePx = Math.max(0, top - (distance - from * rowPx));
  return {
    from,
    to,
    firstSeen,
    lastSeen,
    abovePx,
    belowPx: Math.max(0, heightPx - abovePx - (to - from) * rowPx),
  };
}

/** Where the scroller must stand so that a row comes first, px. */
export function scrollFor(row: number, count: number, rowPx: number, viewPx: number): number {
  const wholePx = count * rowPx;
  if (wholePx <= tallestPx) return row * rowPx;
  return Math.min(1, (row * rowPx) / (wholePx - viewPx)) * (tallestPx - viewPx);
}

/** Sums of widths: the n-th is where column n begins; one more at the end. */
export function offsets(widths: readonly number[]): Float64Array {
  const sums = new Float64Array(widths.length + 1);
  widths.forEach((width, index) => {
    sums[index + 1] = (sums[index] ?? 0) + width;
  });
  return sums;
}

/** Columns to draw, `from` to before `to`, for where the scroller stands. */
export function columnWindow(
  sums: Float64Array,
  scrollPx: number,
  viewPx: number,
): { readonly from: number; readonly to: number } {
  const count = sums.length - 1;
  const from = Math.max(0, lastAtMost(sums, scrollPx) - 1);
  const to = Math.min(count, lastAtMost(sums, scrollPx + viewPx) + 2);
  return { from, to };
}

function lastAtMost(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sums[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
