import { forgetPositions, useCanvas } from '#renderer/canvas/canvasState.ts';
import { edgeAt } from '#renderer/canvas/flow/edgeAt.ts';
import type { CardNode } from '#renderer/canvas/flow/flowTypes.ts';
import { useStrata } from '#renderer/store/store.ts';
import { type Edit, editLabel } from '#shared/document/edit.ts';
import { makeEdge } from '#shared/document/ids.ts';
import type { GraphEdge, NodeId } from '#shared/graph/graph.ts';
import { edgesFrom, edgesInto } from '#shared/graph/queries.ts';
import { findLayer } from '#shared/layers/index.ts';

type PointerLike = MouseEvent | TouchEvent | React.MouseEvent;

/** The edge that a dragged card without edges would be inserted into. */
function edgeUnder(event: PointerLike, nodes: readonly CardNode[]): GraphEdge | null {
  const [only] = nodes;
  if (nodes.length !== 1 || only === undefined || !('clientX' in event)) return null;
  const { graph } = useStrata.getState().sheet;
  const node = graph.nodes.find(({ id }) => id === only.id);
  if (node === undefined || node.kind === 'output') return null;
  if (findLayer(node.kind)?.inputs.max === 0) return null;
  if (edgesInto(graph, node.id).length + edgesFrom(graph, node.id).length > 0) return null;
  return edgeAt(event.clientX, event.clientY);
}

/** Cards dragged with the pointer: they move at once, and the document learns of it when they are let go. */
export const cardDrag = {
  onNodeDrag(event: PointerLike, _node: CardNode, nodes: CardNode[]): void {
    const splitEdge = edgeUnder(event, nodes)?.id ?? null;
    if (useCanvas.getState().splitEdge !== splitEdge) useCanvas.setState({ splitEdge });
  },

  onNodeDragStop(event: PointerLike, _node: CardNode, nodes: CardNode[]): void {
    const split = edgeUnder(event, nodes);
    letGo(split);
  },

  onSelectionDragStop(): void {
    letGo(null);
  },
};

function letGo(split: GraphEdge | null): void {
  const { positions } = useCanvas.getState();
  const {
    sheet: { graph },
    edit,
  } = useStrata.getState();
  const moved = graph.nodes.flatMap(({ id, position }) => {
    const now = positions.get(id);
    return now === undefined || (now.x === position.x && now.y === position.y)
      ? []
      : [[id, now] as const];
  });
  if (moved.length > 0) {
    const move: Edit = { type: 'moveNodes', positions: Object.fromEntries(moved) };
    const [only] = moved;
    edit(split === null || only === undefined ? move : withSplit(move, only[0], split));
  }
  forgetPositions();
  useCanvas.setState({ splitEdge: null });
}

function withSplit(move: Edit, node: NodeId, edge: GraphEdge): Edit {
  const into: Edit = { type: 'connect', edge: makeEdge(edge.from, { node, port: 0 }) };
  const out: Edit = { type: 'connect', edge: makeEdge({ node, port: 0 }, edge.to) };
  return { type: 'batch', label: editLabel(into), edits: [move, into, out] };
}
