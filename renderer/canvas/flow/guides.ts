import type { Rect } from '#renderer/canvas/edges/edgePath.ts';

/** Lines reach this far past the cards, px. */
const overhangPx = 8;

/** Lines, 1 px thick, from a moved card to the nearest card that it stands level with, by its middle or its left edge. */
export function guidesOf(moved: Rect, others: readonly Rect[]): readonly Rect[] {
  const level = nearest(
    others.filter((other) => middleY(other) === middleY(moved)),
    (other) => Math.abs(other.x - moved.x),
  );
  const below = nearest(
    others.filter((other) => other.x === moved.x),
    (other) => Math.abs(other.y - moved.y),
  );
  const guides: Rect[] = [];
  if (level !== null) {
    const left = Math.min(level.x, moved.x) - overhangPx;
    const right = Math.max(level.x + level.width, moved.x + moved.width) + overhangPx;
    guides.push({ x: left, y: middleY(moved), width: right - left, height: 1 });
  }
  if (below !== null) {
    const top = Math.min(below.y, moved.y) - overhangPx;
    const bottom = Math.max(below.y + below.height, moved.y + moved.height) + overhangPx;
    guides.push({ x: moved.x, y: top, width: 1, height: bottom - top });
  }
  return guides;
}

function middleY(rect: Rect): number {
  return rect.y + rect.height / 2;
}

function nearest(rects: readonly Rect[], distance: (rect: Rect) => number): Rect | null {
  return rects.reduce<Rect | null>(
    (best, rect) => (best === null || distance(rect) < distance(best) ? rect : best),
    null,
  );
}
