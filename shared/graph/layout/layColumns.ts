import type { Graph, NodeId, Position } from '#shared/graph/graph.ts';
import { branchGap, columnGap, gridPx } from '#shared/graph/layout/spacing.ts';
import { wrapColumns } from '#shared/graph/layout/wrapColumns.ts';
import { edgesInto, nodeById } from '#shared/graph/queries.ts';
import { sortTopologically } from '#shared/graph/topology.ts';

/** Height of a card, px. */
const cardHeight = 90;
/** Narrowest and widest card, px. */
const cardWidth = { min: 126, max: 200 } as const;
/** Room for a letter of a card's title or name, and for what stands beside it, px. */
const letter = 7.5;
const beside = 42;
/** Space between two columns, px: shapes are not known yet, and 128×128×128 has to find room on an edge. */
const roomyGap = columnGap + 20;
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
  const step = cardHeight + branchGap;
  const widths: number[] = [];
  for (const { id, column } of places) {
    widths[column] = Math.max(widths[column] ?? 0, widthOf(graph, id));
  }
  const lefts = widths.map((_, column) =>
    widths.slice(0, column).reduce((sum, width) => sum + width + roomyGap, 0),
  );
  const cards = places.map(({ id, column, row }) => ({
    id,
    width: widthOf(graph, id),
    height: cardHeight,
    x: lefts[column] ?? 0,
    // Columns are centred on each other.
    y: (row + (tallest - (heights[column] ?? 1)) / 2) * step,
  }));
  const links = graph.edges.map(({ from, to }) => ({ from: from.node, to: to.node }));
  const wrapped = wrapColumns(cards, links, canvasWidth);
  return new Map([...wrapped].map(([id, { x, y }]) => [id, { x: x + 40, y: y + 40 }]));
}

/** Width of a node's card, near enough: what its words take. */
function widthOf(graph: Graph, id: NodeId): number {
  const node = nodeById(graph, id);
  const words = [node?.name, node?.block ?? node?.kind].map((word) => word?.length ?? 0);
  const needed = Math.ceil((beside + letter * Math.max(...words)) / gridPx) * gridPx;
  return Math.min(cardWidth.max, Math.max(cardWidth.min, needed));
}
