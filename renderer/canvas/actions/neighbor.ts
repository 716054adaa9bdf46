import type { CardRect } from '#renderer/parts/addLayer/makeRoom.ts';
import type { Graph, NodeId } from '#shared/graph/graph.ts';
import { edgesFrom, edgesInto } from '#shared/graph/queries.ts';

/** Where an arrow key leads. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The layer that an arrow key leads to: left and right follow the edges to the previous and the next layer, up and down
 * go to a sibling (fed by, or feeding, the same layer). Where there is none: the nearest card in that direction.
 */
export function neighbor(
  graph: Graph,
  cards: readonly CardRect[],
  id: NodeId,
  direction: Direction,
): NodeId | null {
  const rects = new Map(cards.map((card) => [card.id, card]));
  const own = rects.get(id);
  if (own === undefined) return null;
  if (direction === 'right' || direction === 'left') {
    const linked =
      direction === 'right'
        ? edgesFrom(graph, id).map((edge) => edge.to.node)
        : edgesInto(graph, id).map((edge) => edge.from.node);
    return nearest(own, pick(rects, linked)) ?? nearest(own, beside(own, cards, direction));
  }
  const siblings = [
    ...edgesInto(graph, id).flatMap((edge) =>
      edgesFrom(graph, edge.from.node).map((e) => e.to.node),
    ),
    ...edgesFrom(graph, id).flatMap((edge) =>
      edgesInto(graph, edge.to.node).map((e) => e.from.node),
    ),
  ].filter((other) => other !== id);
  return (
    nearest(own, beside(own, pick(rects, siblings), direction)) ??
    nearest(own, beside(own, cards, direction))
  );
}

function pick(rects: ReadonlyMap<NodeId, CardRect>, ids: readonly NodeId[]): readonly CardRect[] {
  return ids.flatMap((id) => rects.get(id) ?? []);
}

function middle(card: CardRect) {
  return { x: card.x + card.width / 2, y: card.y + card.height / 2 };
}

function beside(
  own: CardRect,
  cards: readonly CardRect[],
  direction: Direction,
): readonly CardRect[] {
  const from = middle(own);
  return cards.filter((card) => {
    const to = middle(card);
    if (card.id === own.id) return false;
    if (direction === 'left') return to.x < from.x && Math.abs(to.y - from.y) < own.height;
    if (direction === 'right') return to.x > from.x && Math.abs(to.y - from.y) < own.height;
    return direction === 'up' ? to.y < from.y - 20 : to.y > from.y + 20;
  });
}

function nearest(own: CardRect, cards: readonly CardRect[]): NodeId | null {
  const from = middle(own);
  const distance = (card: CardRect): number => {
    const to = middle(card);
    return Math.hypot(to.x - from.x, to.y - from.y);
  };
  return (
    cards.reduce<CardRect | null>(
      (best, card) => (best === null || distance(card) < distance(best) ? card : best),
      null,
    )?.id ?? null
  );
}
