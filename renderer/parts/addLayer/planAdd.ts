import { type CardRect, freePlace, makeRoom } from '#renderer/parts/addLayer/makeRoom.ts';
import { blockOfTile, newInstance } from '#renderer/parts/blocks/blockTiles.ts';
import { cardSize } from '#renderer/parts/cards/cardSize.ts';
import { columnGap, gridPx } from '#shared/graph/layout/spacing.ts';
import { nodeCard } from '#renderer/parts/cards/nodeCard.ts';
import { freePort } from '#renderer/parts/cards/ports.ts';
import { useStrata } from '#renderer/store/store.ts';
import { type Edit, editLabel } from '#shared/document/edit.ts';
import { makeEdge } from '#shared/document/ids.ts';
import { newNode } from '#shared/document/newNode.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { Graph, GraphEdge, GraphNode, NodeId, Port, Position } from '#shared/graph/graph.ts';
import { edgesFrom, edgesInto, outputKind } from '#shared/graph/queries.ts';
import { findLayer } from '#shared/layers/index.ts';

/** A graph with what follows from it. */
export interface Place {
  readonly graph: Graph;
  readonly facts: GraphFacts;
}

/** A layer about to be added, and the one edit that does it. */
export interface PlannedAdd {
  readonly node: GraphNode;
  readonly edit: Edit;
}

/** Sizes and places of all cards. */
export function cardRects({ graph, facts }: Place): readonly CardRect[] {
  return graph.nodes.flatMap((node) => {
    const nodeFacts = facts.nodes.get(node.id);
    return nodeFacts === undefined
      ? []
      : [{ id: node.id, ...node.position, ...nodeCard(facts, nodeFacts).size }];
  });
}

/** Size of the card that a new layer of this kind will have, near enough to place it. */
export function newCardSize(kind: string) {
  const layer = findLayer(kind);
  return cardSize(
    { title: layer?.title ?? kind, name: kind, highlights: '' },
    layer?.inputs.min ?? 1,
  );
}

function onGrid({ x, y }: Position): Position {
  return { x: Math.round(x / gridPx) * gridPx, y: Math.round(y / gridPx) * gridPx };
}

/** A node for a tile: of a layer, or of a block. */
function newCard({ graph, facts }: Place, kind: string, position: Position): GraphNode {
  const block = blockOfTile(kind, facts.blocks, useStrata.getState().savedBlocks);
  return block === undefined ? newNode(graph, kind, position) : newInstance(graph, block, position);
}

/** A layer on its own, at this place or the first free one below it. */
export function planAt(place: Place, kind: string, position: Position): PlannedAdd {
  const free = freePlace(cardRects(place), { ...onGrid(position), ...newCardSize(kind) });
  const node = newCard(place, kind, free);
  return { node, edit: { type: 'addNode', node } };
}

/** A layer on its own, to the right of everything; at the top left of an empty canvas. */
export function planAlone(place: Place, kind: string): PlannedAdd {
  const rects = cardRects(place);
  const last = rects.reduce<CardRect | null>(
    (best, rect) =>
      best === null || rect.y > best.y || (rect.y === best.y && rect.x > best.x) ? rect : best,
    null,
  );
  if (last === null) return planAt(place, kind, { x: 0, y: 0 });
  return planAt(place, kind, { x: last.x + last.width + columnGap, y: last.y });
}

function takesInput(kind: string): boolean {
  return findLayer(kind)?.inputs.max !== 0;
}

function givesOutput(kind: string): boolean {
  return kind !== outputKind;
}

/**
 * A layer after an output: into the one edge that leaves it, or at its end; beside the others where it feeds several.
 * `position` overrides where it stands, and then it is always a new branch.
 */
export function planAfter(
  place: Place,
  kind: string,
  from: Port,
  position: Position | null = null,
): PlannedAdd {
  const { graph } = place;
  const rects = cardRects(place);
  const source = rects.find((rect) => rect.id === from.node);
  if (source === undefined || !takesInput(kind)) return planAlone(place, kind);
  const leaving = edgesFrom(graph, from.node).filter((edge) => edge.from.port === from.port);
  const [only] = leaving;
  if (position === null && leaving.length === 1 && only !== undefined && givesOutput(kind)) {
    return planInsert(place, kind, only);
  }
  const size = newCardSize(kind);
  const wanted = position ?? {
    x: source.x + source.width + columnGap,
    y: source.y + Math.round((source.height - size.height) / 2),
  };
  const node = newCard(place, kind, freePlace(rects, { ...onGrid(wanted), ...size }));
  const edge = makeEdge(from, { node: node.id, port: 0 });
  return { node, edit: { type: 'addNode', node, edges: [edge] } };
}

/** A layer before an input: into the edge that feeds it, or at its beginning. */
export function planBefore(
  place: Place,
  kind: string,
  to: Port,
  position: Position | null = null,
): PlannedAdd {
  const { graph } = place;
  const rects = cardRects(place);
  const target = rects.find((rect) => rect.id === to.node);
  if (target === undefined || !givesOutput(kind)) return planAlone(place, kind);
  const fed = edgesInto(graph, to.node).find((edge) => edge.to.port === to.port);
  if (position === null && fed !== undefined && takesInput(kind)) {
    return planInsert(place, kind, fed);
  }
  const size = newCardSize(kind);
  const wanted = position ?? { x: target.x - columnGap - size.width, y: target.y };
  const node = newCard(place, kind, freePlace(rects, { ...onGrid(wanted), ...size }));
  const edges = fed === undefined ? [makeEdge({ node: node.id, port: 0 }, to)] : [];
  return { node, edit: { type: 'addNode', node, edges } };
}

/**
 * A layer in the middle of an edge; what stands in its way moves on. `position` is where it was dropped, and counts only
 * where it has room there.
 */
export function planInsert(
  place: Place,
  kind: string,
  edge: GraphEdge,
  position: Position | null = null,
): PlannedAdd {
  const rects = cardRects(place);
  const size = newCardSize(kind);
  const source = rects.find((rect) => rect.id === edge.from.node);
  const target = rects.find((rect) => rect.id === edge.to.node);
  if (source === undefined || target === undefined || !takesInput(kind) || !givesOutput(kind)) {
    return position === null ? planAlone(place, kind) : planAt(place, kind, position);
  }
  // At the end of a wrapped row it opens the next row: further right it would leave the canvas.
  const isWrapped = target.x < source.x + source.width;
  const free = position === null ? null : freePlace(rects, { ...onGrid(position), ...size });
  const hasRoom = free !== null && position !== null && free.y === onGrid(position).y;
  const wanted = hasRoom
    ? free
    : isWrapped
      ? target
      : { x: source.x + source.width + columnGap, y: source.y };
  const node = newCard(place, kind, { x: wanted.x, y: wanted.y });
  const moved = makeRoom(rects, { ...node.position, ...size });
  const insert: Edit = { type: 'insertOnEdge', node, edge: edge.id };
  return { node, edit: withMoves(insert, moved) };
}

/** An edit, and the cards that move to make room, as one step. */
function withMoves(edit: Edit, moved: Readonly<Record<NodeId, Position>>): Edit {
  if (Object.keys(moved).length === 0) return edit;
  return {
    type: 'batch',
    label: editLabel(edit),
    edits: [edit, { type: 'moveNodes', positions: moved }],
  };
}

/** The first input of a node that takes another edge; null: it takes none. */
export function openInput({ graph, facts }: Place, node: NodeId): Port | null {
  const used = new Set(edgesInto(graph, node).map((edge) => edge.to.port));
  const layer = facts.nodes.get(node)?.layer;
  const port = freePort({ max: layer === undefined ? 1 : layer.inputs.max, used });
  return port === null ? null : { node, port };
}
