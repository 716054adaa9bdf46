import { branchGap, columnGap } from '#shared/graph/layout/spacing.ts';
import type { NodeId, Position } from '#shared/graph/graph.ts';

/** A card's place and size. */
export interface CardRect {
  readonly id: NodeId;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Box = Omit<CardRect, 'id'>;

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** A box with the free space that belongs to it. */
function withGap(box: Box): Box {
  return {
    x: box.x - branchGap / 2,
    y: box.y - branchGap / 4,
    width: box.width + branchGap,
    height: box.height + branchGap / 2,
  };
}

/**
 * Moves cards to the right until a card set at `placed` stands alone; what was moved pushes on what stands behind it.
 * Returns only the cards that move.
 */
export function makeRoom(
  cards: readonly CardRect[],
  placed: Box,
): Readonly<Record<NodeId, Position>> {
  const moved = new Map<NodeId, Position>();
  const settled: Box[] = [placed];
  const behind = cards.filter((card) => card.x + card.width > placed.x).sort((a, b) => a.x - b.x);
  for (const card of behind) {
    let box: Box = card;
    for (let blocker = find(settled, box); blocker !== undefined; blocker = find(settled, box)) {
      box = { ...box, x: blocker.x + blocker.width + columnGap };
    }
    // Only what had to move pushes on: cards that already overlap each other are the user's own doing.
    if (box === card) continue;
    settled.push(box);
    moved.set(card.id, { x: box.x, y: box.y });
  }
  return Object.fromEntries(moved);
}

function find(settled: readonly Box[], box: Box): Box | undefined {
  return settled.find((other) => overlaps(withGap(other), box));
}

/** The first free place for a card at or below `wanted`. */
export function freePlace(cards: readonly Box[], wanted: Box): Position {
  let box = wanted;
  for (;;) {
    const here = withGap(box);
    const blocker = cards.find((card) => overlaps(here, card));
    if (blocker === undefined) return { x: box.x, y: box.y };
    box = { ...box, y: blocker.y + blocker.height + branchGap };
  }
}
