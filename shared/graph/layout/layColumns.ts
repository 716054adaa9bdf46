import type { Graph, NodeId, Position } from '#shared/graph/graph.ts';
import { branchGap, columnGap } from '#shared/graph/layout/spacing.ts';
import { wrapColumns } from '#shared/graph/layout/wrapColumns.ts';
import { edgesInto } from '#shared/graph/queries.ts';
import { sortTopologically } from '#shared/graph/topology.ts';

/** Size of a card of few words, px. */
const card = { width: 146, height: 90 } as const;
/** Width of a canvas between its side panels, px. */
const canvasWidth = 1280;

/**
 * Places cards by the longest way from an input: one column a step, those of one column above each other, wrapped to the
 * width of a canvas. For graphs that the program writes; what a person draws is tidied with the cards' real sizes.
 */
export function layColumns(graph: Graph): ReadonlyMap<string, Position> {
  const columns = new Map<NodeId, number>();
  const heights: number[] = [];
  const places: { readonly id: NodeId; readonly column: number; readonly row: number }[] = [];
  for (const id of sortTopologically(graph).order) {
    const before = edgesInto(graph, id).map(({ from }) => columns.get(from.node) ?? -1);
    const column = Math.max(-1, ...before) + 1;
    columns.set(id, column);
    const row = heights[column] ?? 0;
    heights[column] = row + 1;
    places.push({ id, column, row });
  }
  const tallest = Math.max(1, ...heights);
  const step = card.height + branchGap;
  const cards = places.map(({ id, column, row }) => ({
    id,
    ...card,
    x: column * (card.width + columnGap),
    // Columns are centred on each other.
    y: (row + (tallest - (heights[column] ?? 1)) / 2) * step,
  }));
  const links = graph.edges.map(({ from, to }) => ({ from: from.node, to: to.node }));
  const wrapped = wrapColumns(cards, links, canvasWidth);
  return new Map([...wrapped].map(([id, { x, y }]) => [id, { x: x + 40, y: y + 40 }]));
}
