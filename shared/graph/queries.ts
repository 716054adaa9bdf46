import type { Graph, GraphEdge, GraphNode, NodeId } from '#shared/graph/graph.ts';

/** Kind of the nodes through which data enters. */
export const inputKind = 'inputLayer';
/** Kind of the nodes that name what leaves a network. */
export const outputKind = 'output';
/** Kind of the nodes that stand for a block. */
export const blockKind = 'block';

/** A graph's look-up tables. Graphs are immutable, so each is indexed once. */
interface GraphIndex {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly into: ReadonlyMap<string, readonly GraphEdge[]>;
  readonly from: ReadonlyMap<string, readonly GraphEdge[]>;
}

const indexes = new WeakMap<Graph, GraphIndex>();
const noEdges: readonly GraphEdge[] = [];

function indexOf(graph: Graph): GraphIndex {
  const known = indexes.get(graph);
  if (known !== undefined) {
    return known;
  }
  const nodes = new Map<string, GraphNode>();
  for (const node of graph.nodes) {
    nodes.set(node.id, node);
  }
  const into = new Map<string, GraphEdge[]>();
  const from = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges) {
    if (!nodes.has(edge.from.node) || !nodes.has(edge.to.node)) {
      continue;
    }
    append(into, edge.to.node, edge);
    append(from, edge.from.node, edge);
  }
  for (const edges of into.values()) {
    if (edges.length > 1) {
      edges.sort((a, b) => a.to.port - b.to.port);
    }
  }
  const index = { nodes, into, from };
  indexes.set(graph, index);
  return index;
}

function append(map: Map<string, GraphEdge[]>, key: string, edge: GraphEdge): void {
  const edges = map.get(key);
  if (edges === undefined) {
    map.set(key, [edge]);
  } else {
    edges.push(edge);
  }
}

/** Edges that end at a node, by port. Edges whose ends do not exist are left out. */
export function edgesInto(graph: Graph, node: NodeId): readonly GraphEdge[] {
  return indexOf(graph).into.get(node) ?? noEdges;
}

/** Edges that begin at a node, in the order of the document. */
export function edgesFrom(graph: Graph, node: NodeId): readonly GraphEdge[] {
  return indexOf(graph).from.get(node) ?? noEdges;
}

/** The node with this id. */
export function nodeById(graph: Graph, id: NodeId): GraphNode | undefined {
  return indexOf(graph).nodes.get(id);
}

/** The nodes through which data enters, in the order of the model's inputs. */
export function inputNodes(graph: Graph): readonly GraphNode[] {
  return graph.nodes.filter((node) => node.kind === inputKind);
}

/** The nodes that name what leaves the network, in the order of the model's outputs. */
export function outputNodes(graph: Graph): readonly GraphNode[] {
  return graph.nodes.filter((node) => node.kind === outputKind);
}

/** The node whose parameters and weights this node uses: itself, unless it shares another's. `null`: a dead end or a circle. */
export function weightOwner(graph: Graph, node: GraphNode): GraphNode | null {
  let owner = node;
  for (let steps = 0; owner.sharesWeightsWith !== undefined; steps += 1) {
    const next = nodeById(graph, owner.sharesWeightsWith);
    if (next === undefined || next.id === node.id || steps > graph.nodes.length) {
      return null;
    }
    owner = next;
  }
  return owner;
}

/** Keras's way to name a layer after its kind: `maxPooling2d` → `max_pooling2d`, `inputLayer` → `input`. */
export function baseName(kind: string): string {
  const name = kind
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/\W/g, '_')
    .toLowerCase();
  return kind === inputKind ? 'input' : /^[a-z]/.test(name) ? name : 'layer';
}

/** A name that no node of the graph has: `conv2d`, then `conv2d_1`, `conv2d_2` … */
export function uniqueName(graph: Graph, kind: string): string {
  return freeName(new Set(graph.nodes.map((node) => node.name)), baseName(kind));
}

/** `base`, or `base_1`, `base_2` … : the first that is not taken. */
export function freeName(taken: ReadonlySet<string>, base: string): string {
  if (!taken.has(base)) {
    return base;
  }
  let number = 1;
  while (taken.has(`${base}_${number}`)) {
    number += 1;
  }
  return `${base}_${number}`;
}

/** Whether an edge from `from` to `to` would close a circle. */
export function wouldCycle(graph: Graph, from: NodeId, to: NodeId): boolean {
  const seen = new Set<NodeId>([to]);
  const open = [to];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node === from) {
      return true;
    }
    for (const edge of edgesFrom(graph, node)) {
      if (!seen.has(edge.to.node)) {
        seen.add(edge.to.node);
        open.push(edge.to.node);
      }
    }
  }
  return false;
}
