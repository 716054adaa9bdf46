import { branchGap, gridPx, rowGap } from '#shared/graph/layout/spacing.ts';
import type { Position } from '#shared/graph/graph.ts';

/** A card as the layered layout placed it. */
export interface PlacedCard {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Who feeds whom. */
export interface Link {
  readonly from: string;
  readonly to: string;
}

interface Column {
  readonly cards: readonly PlacedCard[];
  readonly left: number;
  readonly right: number;
}

/**
 * Breaks a layered layout into rows no wider than the canvas, as a line of text is wrapped, so that names stay
 * readable at 100 %. A row ends only where a single edge crosses, so branches are never torn apart; a branching part
 * that is wider than the canvas stays in one row. Positions start at 0, 0 and lie on the grid.
 */
export function wrapColumns(
  cards: readonly PlacedCard[],
  links: readonly Link[],
  widthPx: number,
): ReadonlyMap<string, Position> {
  const columns = findColumns(cards);
  const rows = breakRows(columns, crossings(columns, links), widthPx);
  const positions = new Map<string, Position>();
  let top = 0;
  for (const row of rows) {
    const inRow = row.flatMap((column) => column.cards);
    const left = Math.min(...row.map((column) => column.left));
    const upper = Math.min(...inRow.map((card) => card.y));
    for (const card of inRow) {
      positions.set(card.id, { x: onGrid(card.x - left), y: onGrid(top + card.y - upper) });
    }
    const lower = Math.max(...inRow.map((card) => card.y + card.height));
    top += onGrid(lower - upper) + rowGap;
  }
  return positions;
}

/** The height that positions from `wrapColumns` take, with the gap to what follows. */
export function layoutHeight(
  positions: ReadonlyMap<string, Position>,
  cards: readonly PlacedCard[],
): number {
  return Math.max(
    0,
    ...cards.map((card) => (positions.get(card.id)?.y ?? 0) + card.height + rowGap),
  );
}

/** Puts cards without edges in rows of their own, from left to right. */
export function flowCards(
  cards: readonly PlacedCard[],
  widthPx: number,
): ReadonlyMap<string, Position> {
  const positions = new Map<string, Position>();
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  for (const card of cards) {
    if (x > 0 && x + card.width > widthPx) {
      x = 0;
      y += rowHeight + branchGap;
      rowHeight = 0;
    }
    positions.set(card.id, { x, y });
    x = Math.ceil((x + card.width + branchGap) / gridPx) * gridPx;
    rowHeight = Math.max(rowHeight, card.height);
  }
  return positions;
}

function onGrid(value: number): number {
  return Math.round(value / gridPx) * gridPx;
}

/** Cards whose horizontal extents overlap stand in one column: the layered layout separates columns by a gap. */
function findColumns(cards: readonly PlacedCard[]): readonly Column[] {
  const columns: { cards: PlacedCard[]; left: number; right: number }[] = [];
  for (const card of [...cards].sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last !== undefined && card.x < last.right) {
      last.cards.push(card);
      last.right = Math.max(last.right, card.x + card.width);
    } else columns.push({ cards: [card], left: card.x, right: card.x + card.width });
  }
  return columns;
}

/** For each column: how many edges lead past the gap before it. */
function crossings(columns: readonly Column[], links: readonly Link[]): readonly number[] {
  const columnOf = new Map(
    columns.flatMap((column, index) => column.cards.map((card) => [card.id, index] as const)),
  );
  const change = Array.from({ length: columns.length + 1 }, () => 0);
  for (const link of links) {
    const from = columnOf.get(link.from);
    const to = columnOf.get(link.to);
    if (from === undefined || to === undefined || from === to) continue;
    const [first, last] = from < to ? [from, to] : [to, from];
    change[first + 1] = (change[first + 1] ?? 0) + 1;
    change[last + 1] = (change[last + 1] ?? 0) - 1;
  }
  let open = 0;
  return columns.map((_, index) => (open += change[index] ?? 0));
}

function breakRows(
  columns: readonly Column[],
  crossing: readonly number[],
  widthPx: number,
): readonly (readonly Column[])[] {
  const rows: Column[][] = [];
  let row: Column[] = [];
  let lastBreak = 0;
  columns.forEach((column, index) => {
    const mayBreak = (crossing[index] ?? 0) <= 1;
    if (mayBreak && row.length > 0) lastBreak = row.length;
    const left = row[0]?.left ?? column.left;
    if (column.right - left > widthPx && lastBreak > 0) {
      rows.push(row.slice(0, lastBreak));
      row = row.slice(lastBreak);
      lastBreak = 0;
    }
    row.push(column);
  });
  if (row.length > 0) rows.push(row);
  return rows;
}
