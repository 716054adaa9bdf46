import type { Position } from '#shared/graph/graph.ts';

/** A card's place and size. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How an edge is drawn: its line, its arrow head, and where the shape stands. */
export interface EdgeDrawing {
  readonly line: string;
  readonly arrow: string;
  readonly label: Position;
  /** `step`: the label stands in the line, which is interrupted for it. */
  readonly kind: 'straight' | 'curve' | 'detour' | 'step';
}

/** The dot (5) with its ring (2): lines begin and arrows end outside of it. */
const dotPx = 7;
const arrowPx = 6;
const cornerPx = 9;
/** How far a wrapped edge runs beside the cards. */
const asidePx = 11;
/** How far an edge that goes around cards runs straight before it turns. */
const detourPx = 22;
/** Free space between such an edge and the cards. */
const detourGapPx = 18;

/** Whether an edge has to turn back: its target does not lie to the right of its source. */
export function turnsBack(from: Position, to: Position): boolean {
  return to.x - from.x < 2 * dotPx + arrowPx;
}

/**
 * Draws an edge from an output dot to an input dot. `channelY` is the height at which an edge crosses that turns back,
 * or that would run through cards; null: it needs none. A port that feeds several layers shows its shape once: `isFork` moves the label beside the dot.
 */
export function drawEdge(
  from: Position,
  to: Position,
  channelY: number | null,
  isFork: boolean,
  labelWidthPx = 0,
): EdgeDrawing {
  if (turnsBack(from, to)) return drawStep(from, to, channelY ?? (from.y + to.y) / 2, labelWidthPx);
  if (channelY !== null) return drawDetour(from, to, channelY);
  const start = { x: from.x + dotPx - 2, y: from.y };
  const end = { x: to.x - dotPx, y: to.y };
  const arrow = rightArrow(end);
  if (Math.abs(to.y - from.y) < 1) {
    return {
      line: `M${start.x} ${start.y}L${end.x} ${end.y}`,
      arrow,
      label: { x: (from.x + to.x) / 2, y: from.y - 7 },
      kind: 'straight',
    };
  }
  const bend = Math.max(24, (end.x - start.x) / 2);
  return {
    line: `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`,
    arrow,
    label: isFork
      ? { x: from.x + 56, y: from.y + 4 }
      : { x: (from.x + to.x) / 2, y: from.y < to.y ? from.y - 7 : to.y - 7 },
    kind: 'curve',
  };
}

/** Out to the right, over or under the cards in between, and in from the left. */
function drawDetour(from: Position, to: Position, channelY: number): EdgeDrawing {
  const right = from.x + detourPx;
  const left = to.x - detourPx;
  const end = { x: to.x - dotPx, y: to.y };
  return {
    line: rounded([
      { x: from.x + dotPx - 2, y: from.y },
      { x: right, y: from.y },
      { x: right, y: channelY },
      { x: left, y: channelY },
      { x: left, y: to.y },
      end,
    ]),
    arrow: rightArrow(end),
    label: { x: (right + left) / 2, y: channelY - 6 },
    kind: 'detour',
  };
}

function rightArrow({ x, y }: Position): string {
  return `M${x - arrowPx} ${y - 5}L${x} ${y}L${x - arrowPx} ${y + 5}`;
}

/** Out to the right, along the channel to the left, and in from the left, with rounded corners. */
function drawStep(
  from: Position,
  to: Position,
  channelY: number,
  labelWidthPx: number,
): EdgeDrawing {
  const right = from.x + asidePx;
  const left = to.x - asidePx;
  const middle = (right + left) / 2;
  const line = rounded([
    from,
    { x: right, y: from.y },
    { x: right, y: channelY },
    { x: left, y: channelY },
    { x: left, y: to.y },
    { x: to.x - dotPx + 2, y: to.y },
  ]);
  const tip = { x: middle - labelWidthPx / 2 - 14, y: channelY };
  return {
    line,
    arrow: `M${tip.x + arrowPx} ${tip.y - 5}L${tip.x} ${tip.y}L${tip.x + arrowPx} ${tip.y + 5}`,
    label: { x: middle, y: channelY + 4 },
    kind: 'step',
  };
}

function rounded(points: readonly Position[]): string {
  const parts: string[] = [];
  points.forEach((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined) parts.push(`M${point.x} ${point.y}`);
    else if (after === undefined) parts.push(`L${point.x} ${point.y}`);
    else {
      const radius = Math.min(cornerPx, distance(before, point) / 2, distance(point, after) / 2);
      const start = toward(point, before, radius);
      const end = toward(point, after, radius);
      parts.push(`L${start.x} ${start.y}Q${point.x} ${point.y} ${end.x} ${end.y}`);
    }
  });
  return parts.join('');
}

function distance(a: Position, b: Position): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function toward(from: Position, to: Position, by: number): Position {
  const length = distance(from, to);
  if (length === 0) return from;
  return {
    x: from.x + ((to.x - from.x) * by) / length,
    y: from.y + ((to.y - from.y) * by) / length,
  };
}

/**
 * The height at which an edge that turns back crosses to the left without running through cards: the middle of the
 * widest free band between the two cards, or below both where they stand beside each other.
 */
export function findChannel(source: Rect, target: Rect, cards: readonly Rect[]): number {
  const [upper, lower] = source.y <= target.y ? [source, target] : [target, source];
  const top = upper.y + upper.height;
  const bottom = lower.y;
  const beneath = Math.max(top, lower.y + lower.height) + 24;
  if (bottom - top < 16) return beneath;
  const left = Math.min(source.x, target.x) - asidePx;
  const right = Math.max(source.x + source.width, target.x + target.width) + asidePx;
  const blocked = cards
    .filter(
      (card) =>
        card !== source &&
        card !== target &&
        card.x < right &&
        card.x + card.width > left &&
        card.y < bottom &&
        card.y + card.height > top,
    )
    .map((card) => ({ from: card.y, to: card.y + card.height }))
    .sort((a, b) => a.from - b.from);
  let best = { from: top, to: top };
  let free = top;
  for (const band of [...blocked, { from: bottom, to: bottom }]) {
    if (band.from - free > best.to - best.from) best = { from: free, to: band.from };
    free = Math.max(free, band.to);
  }
  return best.to - best.from < 16 ? beneath : (best.from + best.to) / 2;
}

/**
 * The height at which an edge to the right passes over or under the cards that its straight way would run through;
 * null: nothing is in its way. The nearer side is taken.
 */
export function findDetour(from: Position, to: Position, cards: readonly Rect[]): number | null {
  const crossed = crossedCards(from, to, cards);
  if (crossed.length === 0) return null;
  const between = cardsBetween(from, to, cards);
  const above = clearHeight(between, Math.min(...crossed.map((card) => card.y)), -1);
  const below = clearHeight(between, Math.max(...crossed.map((card) => card.y + card.height)), 1);
  const middle = (from.y + to.y) / 2;
  return middle - above <= below - middle ? above : below;
}

/** Whether the straight way of an edge to the right runs through one of these cards. */
export function meetsCards(from: Position, to: Position, cards: readonly Rect[]): boolean {
  return crossedCards(from, to, cards).length > 0;
}

function cardsBetween(from: Position, to: Position, cards: readonly Rect[]): readonly Rect[] {
  const left = from.x + detourPx;
  const right = to.x - detourPx;
  return cards.filter((card) => card.x < right && card.x + card.width > left);
}

function crossedCards(from: Position, to: Position, cards: readonly Rect[]): readonly Rect[] {
  const heightAt = (x: number): number => {
    // The curve is level at both ends and steepest in the middle.
    const part = Math.min(1, Math.max(0, (x - from.x) / (to.x - from.x)));
    return from.y + (to.y - from.y) * part * part * (3 - 2 * part);
  };
  return cardsBetween(from, to, cards).filter((card) =>
    [card.x, card.x + card.width / 2, card.x + card.width].some((x) => {
      const y = heightAt(x);
      return y > card.y - 4 && y < card.y + card.height + 4;
    }),
  );
}

/** The first height from an edge of cards upwards (-1) or downwards (1) at which a line meets none of them. */
function clearHeight(cards: readonly Rect[], start: number, direction: 1 | -1): number {
  let y = start + direction * detourGapPx;
  for (;;) {
    const hit = cards.find(
      (card) => y > card.y - detourGapPx / 2 && y < card.y + card.height + detourGapPx / 2,
    );
    if (hit === undefined) return y;
    y = (direction === 1 ? hit.y + hit.height : hit.y) + direction * detourGapPx;
  }
}
