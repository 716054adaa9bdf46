import { Position as Side } from '@xyflow/react';
import { type Rect, findChannel, findDetour, turnsBack } from '#renderer/canvas/edges/edgePath.ts';
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
}

// Facts are immutable: a card whose facts, place and state are the same stays the same object, and React Flow skips it.
const drawnCards = new WeakMap<NodeFacts, Drawn>();
const drawnEdges = new WeakMap<GraphEdge, { readonly key: string; readonly edge: ShapeEdge }>();

/** Turns a graph into what React Flow draws. */
export function buildFlow(input: FlowInput): Flow {
  const selected = new Set(input.selection);
  const shown = input.preview ?? input;
  const rects = new Map<string, Rect>();
  const nodes: CardNode[] = [];
  const draw = (source: FactedGraph, facts: NodeFacts, mark: PreviewMark): void => {
    const { id } = facts.node;
    const card = nodeCard(source.graph, facts, input.isConnecting);
    const position = input.positions.get(id) ?? facts.node.position;
    rects.set(id, { ...position, ...card.size });
    nodes.push(drawCard(facts, card, position, selected.has(id), mark));
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
  return { nodes, edges: drawEdges(input, shown, rects, selected) };
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
): CardNode {
  const { width, height } = card.size;
  const key = [
    position.x,
    position.y,
    width,
    height,
    card.inputPorts,
    card.outputPorts,
    isSelected,
    mark,
  ].join();
  const before = drawnCards.get(facts);
  if (before?.key === key) return before.node;
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
    data: { inputPorts: card.inputPorts, outputPorts: card.outputPorts, mark },
  };
  drawnCards.set(facts, { key, node });
  return node;
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
  const obstacles = [...rects.values()];
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
    const { start, end, label } = edgePlace(graph, edge, source, target, rects);
    // An edge that a looked-at edit removes is only hinted at: it keeps the way it had.
    const around = mark === 'removed' ? null : findDetour(start, end, obstacles);
    const channelY = turnsBack(start, end) ? findChannel(source, target, obstacles) : around;
    edges.push(
      drawEdge(edge, {
        channelY,
        ...label,
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

function edgePlace(
  graph: Graph,
  edge: GraphEdge,
  source: Rect,
  target: Rect,
  rects: ReadonlyMap<string, Rect>,
) {
  const start = { x: source.x + source.width, y: source.y + source.height / 2 };
  const end = { x: target.x, y: target.y + target.height / 2 };
  const fan = edgesFrom(graph, edge.from.node).filter(
    (other) => other.from.port === edge.from.port,
  );
  if (fan.length < 2) return { start, end, label: { hasLabel: true, isFork: false } };
  // The edge that runs straight on carries the shape, else the first one, beside the dot.
  const straight = fan.find((other) => {
    const rect = rects.get(other.to.node);
    return (
      rect !== undefined && Math.abs(rect.y + rect.height / 2 - start.y) < 1 && rect.x > start.x
    );
  });
  const carrier = straight ?? fan[0];
  return {
    start,
    end,
    label: { hasLabel: carrier === edge, isFork: straight === undefined },
  };
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
