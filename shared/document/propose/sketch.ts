import { makeEdge } from '#shared/document/ids.ts';
import { nodeWithId } from '#shared/document/newNode.ts';
import type { Graph, GraphEdge, GraphNode, NodeId } from '#shared/graph/graph.ts';
import { freeName } from '#shared/graph/queries.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** Cards in a row of the canvas, and the way from one card to the next, px. */
const columns = 5;
const pitch = { x: 190, y: 138 };
const origin = 40;

/** A layer to be drawn: its kind and the parameters that differ from their defaults. */
export interface SketchLayer {
  readonly kind: string;
  readonly params: ParamValues;
  /** Name of the node; absent: after its kind. */
  readonly name?: string;
}

/** One way through the network, before or after ways meet: layers in a chain. */
export type SketchChain = readonly SketchLayer[];

/** A drawn network. */
export interface Sketch {
  readonly graph: Graph;
  /** First node of each branch, in order. */
  readonly inputs: readonly NodeId[];
  /** Last node of each head, in order. */
  readonly outputs: readonly NodeId[];
}

/**
 * Draws branches that meet (in a `concatenate`, where there are several), a trunk and heads. A single chain wraps like the
 * lines of a text; branches lie under each other.
 */
export function drawNetwork(
  branches: readonly SketchChain[],
  trunk: SketchChain,
  heads: readonly SketchChain[],
): Sketch {
  const draw = new Drawing();
  const isChain = branches.length === 1 && heads.length === 1;
  const widest = Math.max(...branches.map((branch) => branch.length));
  const ends = branches.map((branch, row) =>
    draw.chain(branch, null, isChain ? null : { column: 0, row }),
  );
  const merge: SketchChain = branches.length > 1 ? [{ kind: 'concatenate', params: {} }] : [];
  const middle = draw.chain(
    [...merge, ...trunk],
    ends.map(({ last }) => last),
    isChain ? null : { column: widest, row: 0 },
  );
  const from = middle.last === null ? ends.map(({ last }) => last) : [middle.last];
  const tails = heads.map((head, row) =>
    draw.chain(head, from, isChain ? null : { column: widest + merge.length + trunk.length, row }),
  );
  return {
    graph: draw.graph,
    inputs: ends.flatMap(({ first }) => first ?? []),
    outputs: tails.flatMap(({ last }) => last ?? []),
  };
}

class Drawing {
  graph: Graph = { nodes: [], edges: [], notes: [] };

  /** Draws a chain from its place on; `place` null: after what is drawn, wrapped. `from` feeds its first layer. */
  chain(
    layers: SketchChain,
    from: readonly (NodeId | null)[] | null,
    place: { readonly column: number; readonly row: number } | null,
  ): { readonly first: NodeId | null; readonly last: NodeId | null } {
    let before = from;
    let first: NodeId | null = null;
    for (const [index, layer] of layers.entries()) {
      const count = this.graph.nodes.length;
      const column = place === null ? count % columns : place.column + index;
      const row = place === null ? Math.floor(count / columns) : place.row;
      const node = this.add(layer, { x: origin + column * pitch.x, y: origin + row * pitch.y });
      for (const [port, source] of (before ?? []).entries()) {
        if (source !== null) this.connect(source, node.id, port);
      }
      first ??= node.id;
      before = [node.id];
    }
    return { first, last: layers.length === 0 ? null : (before?.[0] ?? null) };
  }

  private add({ kind, params, name }: SketchLayer, position: GraphNode['position']): GraphNode {
    const unnamed = nodeWithId(this.graph, '' as NodeId, kind, position, params);
    const chosen = name === undefined ? unnamed.name : nameFor(this.graph, name);
    const node = { ...unnamed, id: chosen as NodeId, name: chosen };
    this.graph = { ...this.graph, nodes: [...this.graph.nodes, node] };
    return node;
  }

  private connect(from: NodeId, to: NodeId, port: number): void {
    const edge: GraphEdge = makeEdge({ node: from, port: 0 }, { node: to, port });
    this.graph = { ...this.graph, edges: [...this.graph.edges, edge] };
  }
}

/** A name for a node after a feature: letters, digits and underscores, not taken. */
function nameFor(graph: Graph, wanted: string): string {
  const plain = wanted
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .replace(/^(?=\d)/, 'n')
    .slice(0, 40);
  return freeName(new Set(graph.nodes.map(({ name }) => name)), plain === '' ? 'data' : plain);
}
