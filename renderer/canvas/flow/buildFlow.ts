import { Position as Side } from '@xyflow/react';
import type { Rect } from '#renderer/canvas/edges/edgePath.ts';
import { isSameList, routesOf } from '#renderer/canvas/edges/routes.ts';
import {
  type CardNode,
  type PreviewMark,
  type ShapeEdge,
  inputHandle,
  outputHandle,
} from '#renderer/canvas/flow/flowTypes.ts';
import { type NodeCard, nodeCard } from '#renderer/parts/cards/nodeCard.ts';
import { portOffsets } from '#renderer/parts/cards/ports.ts';
import type { GraphFacts, NodeFacts } from '#shared/graph/facts.ts';
import type { EdgeId, Graph, GraphEdge, GraphNode, NodeId, Position } from '#shared/graph/graph.ts';
import { edgesFrom, nodeById } from '#shared/graph/queries.ts';

/** A graph with what follows from it. */
interface FactedGraph {
  readonly graph: Graph;
  readonly facts: GraphFacts;
}

/** What the drawing depends on. */
export interface FlowInput extends FactedGraph {
  /** The graph as a looked-at edit would make it. */
  readonly preview: FactedGraph | null;
  readonly selection: readonly NodeId[];
  readonly selectedEdges: readonly EdgeId[];
  /** Places that differ from the document's while cards move. */
  readonly positions: ReadonlyMap<NodeId, Position>;
  readonly isConnecting: boolean;
}

/** Cards and edges for React Flow. */
export interface Flow {
  readonly nodes: CardNode[];
  readonly edges: ShapeEdge[];
}

interface Drawn {
  readonly key: string;
  readonly node: CardNode;
  readonly rect: Rect;
}

// Cards read their words from the store. One whose place and state are the same stays the same object, whatever shapes
// pass it, and React Flow skips it; a list of such cards stays the same list.
let lastCards: ReadonlyMap<NodeId, Drawn> = new Map();
let lastFlow: Flow = { nodes: [], edges: [] };
const drawnEdges = new WeakMap<GraphEdge, { readonly key: string; readonly edge: ShapeEdge }>();

/** Turns a graph into what React Flow draws. */
export function buildFlow(input: FlowInput): Flow {
  const selected = new Set(input.selection);
  const shown = input.preview ?? input;
  const rects = new Map<string, Rect>();
  const cards = new Map<NodeId, Drawn>();
  const nodes: CardNode[] = [];
  const draw = (source: FactedGraph, facts: NodeFacts, mark: PreviewMark): void => {
    const { id } = facts.node;
    const card = nodeCard(source.facts, facts, input.isConnecting);
    const position = input.positions.get(id) ?? facts.node.position;
    const drawn = drawCard(facts, card, position, selected.has(id), mark);
    rects.set(id, drawn.rect);
    cards.set(id, drawn);
    nodes.push(drawn.node);
  };
  for (const { id } of shown.graph.nodes) {
    const facts = shown.facts.nodes.get(id);
    if (facts !== undefined)
      draw(shown, facts, input.preview === null ? 'none' : markOf(facts, input));
  }
  if (input.preview !== null) {
    for (const { id } of input.graph.nodes) {
      const facts = input.facts.nodes.get(id);
      if (facts !== undefined && !rects.has(id)) draw(input, facts, 'removed');
    }
  }
  const edges = drawEdges(input, shown, rects, selected);
  lastCards = cards;
  lastFlow = {
    nodes: isSameList(lastFlow.nodes, nodes) ? lastFlow.nodes : nodes,
    edges: isSameList(lastFlow.edges, edges) ? lastFlow.edges : edges,
  };
  return lastFlow;
}

function markOf(facts: NodeFacts, { graph }: FlowInput): PreviewMark {
  if (nodeById(graph, facts.node.id) === undefined) return 'added';
  return isTouched(facts.node, graph) ? 'changed' : 'none';
}

/** Whether a looked-at edit adds a node or changes what it does. */
function isTouched(node: GraphNode, graph: Graph): boolean {
  const before = nodeById(graph, node.id);
  return before?.params !== node.params || before.kind !== node.kind;
}

function drawCard(
  facts: NodeFacts,
  card: NodeCard,
  position: Position,
  isSelected: boolean,
  mark: PreviewMark,
): Drawn {
  const { width, height } = card.size;
  const family = facts.layer?.family ?? 'io';
  const hasProblem = facts.status === 'problem';
  const key = [
    position.x,
    position.y,
    width,
    height,
    card.inputPorts,
    card.outputPorts,
    isSelected,
    mark,
    family,
    hasProblem,
  ].join();
  const before = lastCards.get(facts.node.id);
  if (before?.key === key) return before;
  const middle = height / 2;
  const node: CardNode = {
    id: facts.node.id,
    type: 'layer',
    position,
    width,
    height,
    measured: { width, height },
    // Dots are told, not measured: edges are right before a card is drawn, and for cards out of sight.
    handles: [
      ...portOffsets(card.inputPorts).map((offset, port) => ({
        id: inputHandle(port),
        type: 'target' as const,
        position: Side.Left,
        x: 0,
        y: middle + offset,
        width: 0,
        height: 0,
      })),
      ...portOffsets(card.outputPorts).map((offset, port) => ({
        id: outputHandle(port),
        type: 'source' as const,
        position: Side.Right,
        x: width,
        y: middle + offset,
        width: 0,
        height: 0,
      })),
    ],
    selected: isSelected,
    draggable: mark === 'none',
    selectable: mark === 'none',
    // The card itself tells screen readers what it is; React Flow's frame around it says nothing.
    domAttributes: { 'aria-roledescription': '' },
    data: { inputPorts: card.inputPorts, outputPorts: card.outputPorts, mark, family, hasProblem },
  };
  const moved = { ...position, width, height };
  return { key, node, rect: before && isSameRect(before.rect, moved) ? before.rect : moved };
}

function isSameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function drawEdges(
  input: FlowInput,
  shown: FactedGraph,
  rects: ReadonlyMap<string, Rect>,
  selected: ReadonlySet<string>,
): ShapeEdge[] {
  const before = new Set(input.graph.edges);
  const after = new Set(shown.graph.edges);
  const selectedEdges = new Set(input.selectedEdges);
  const routes = routesOf([...rects.values()]);
  const touched = new Set(
    input.preview === null
      ? []
      : shown.graph.nodes.filter((node) => isTouched(node, input.graph)).map(({ id }) => id),
  );
  const edges: ShapeEdge[] = [];
  const draw = (graph: Graph, edge: GraphEdge, mark: PreviewMark): void => {
    const source = rects.get(edge.from.node);
    const target = rects.get(edge.to.node);
    if (source === undefined || target === undefined) return;
    // An edge that a looked-at edit removes is only hinted at: it needs no way around.
    const channelY = mark === 'removed' ? null : routes.channelOf(edge, source, target);
    edges.push(
      drawEdge(edge, {
        channelY,
        ...labelPlace(graph, edge, source, rects),
        mark,
        isPreview: mark === 'added' || touched.has(edge.from.node) || touched.has(edge.to.node),
        isSelected: selectedEdges.has(edge.id),
        isOfSelection: selected.has(edge.from.node) || selected.has(edge.to.node),
      }),
    );
  };
  for (const edge of shown.graph.edges) {
    draw(shown.graph, edge, input.preview !== null && !before.has(edge) ? 'added' : 'none');
  }
  if (input.preview !== null) {
    for (const edge of input.graph.edges) {
      if (!after.has(edge))
        draw(input.graph, { ...edge, id: `${edge.id}~removed` as EdgeId }, 'removed');
    }
  }
  return edges;
}

/** A port that feeds several layers shows its shape once. */
function labelPlace(
  graph: Graph,
  edge: GraphEdge,
  source: Rect,
  rects: ReadonlyMap<string, Rect>,
): Pick<EdgeState, 'hasLabel' | 'isFork'> {
  const outgoing = edgesFrom(graph, edge.from.node);
  if (outgoing.length < 2) return { hasLabel: true, isFork: false };
  const fan = outgoing.filter((other) => other.from.port === edge.from.port);
  if (fan.length < 2) return { hasLabel: true, isFork: false };
  const startX = source.x + source.width;
  const startY = source.y + source.height / 2;
  // The edge that runs straight on carries the shape, else the first one, beside the dot.
  const straight = fan.find((other) => {
    const rect = rects.get(other.to.node);
    return rect !== undefined && Math.abs(rect.y + rect.height / 2 - startY) < 1 && rect.x > startX;
  });
  return { hasLabel: (straight ?? fan[0]) === edge, isFork: straight === undefined };
}

interface EdgeState {
  readonly channelY: number | null;
  readonly hasLabel: boolean;
  readonly isFork: boolean;
  readonly mark: PreviewMark;
  readonly isPreview: boolean;
  readonly isSelected: boolean;
  readonly isOfSelection: boolean;
}

function drawEdge(edge: GraphEdge, { isSelected, ...state }: EdgeState): ShapeEdge {
  const key = [...Object.values(state), isSelected].join();
  const before = drawnEdges.get(edge);
  if (before?.key === key) return before.edge;
  const drawn: ShapeEdge = {
    id: edge.id,
    type: 'shape',
    source: edge.from.node,
    sourceHandle: outputHandle(edge.from.port),
    target: edge.to.node,
    targetHandle: inputHandle(edge.to.port),
    selected: isSelected,
    selectable: state.mark === 'none',
    domAttributes: { 'aria-hidden': true },
    data: { ...state, fromPort: edge.from.port },
  };
  drawnEdges.set(edge, { key, edge: drawn });
  return drawn;
}
