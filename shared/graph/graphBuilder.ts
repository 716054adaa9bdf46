import { layColumns } from '#shared/graph/layout/layColumns.ts';
import type {
  Block,
  EdgeId,
  Graph,
  GraphEdge,
  GraphNode,
  NodeId,
  Port,
} from '#shared/graph/graph.ts';
import { baseName, blockKind, inputKind, outputKind } from '#shared/graph/queries.ts';
import type { ParamValues } from '#shared/layers/params.ts';

/** Where a tensor comes from: a port, or several in the order of the inputs. */
export type Source = Port | readonly Port[];

/**
 * Writes down a graph as one writes a functional model: `const x = build.layer('dense', { units: 8 }, input)`. Ids are
 * the names, so that the same calls give the same graph. Parameters that equal their defaults are to be left out.
 */
export class GraphBuilder {
  readonly #nodes: GraphNode[] = [];
  readonly #edges: GraphEdge[] = [];
  readonly #counts = new Map<string, number>();

  /** A node through which data of this shape (without the batch) enters. */
  input(shape: readonly (number | null)[], name = 'input', dtype?: 'int32'): Port {
    const params = dtype === undefined ? { shape } : { shape, dtype };
    return this.layer(inputKind, params, [], name);
  }

  /** A layer that takes what comes from there. `name`: absent, after its kind. */
  layer(kind: string, params: ParamValues, from: Source, name = baseName(kind)): Port {
    return this.#add({ kind, params }, from, name);
  }

  /** An instance of a block; its output ports, one unless `outputs` says more. */
  block(
    block: Block,
    params: ParamValues,
    from: Source,
    name = baseName(block.name),
  ): readonly [Port, ...Port[]] {
    const first = this.#add({ kind: blockKind, block: block.id, params }, from, name);
    const outputs = block.graph.nodes.filter(({ kind }) => kind === outputKind).length;
    const others = Array.from({ length: Math.max(0, outputs - 1) }, (_, index) => ({
      ...first,
      port: index + 1,
    }));
    return [first, ...others];
  }

  /** Calls a layer again, with the weights that it has. `name`: absent, after the first call. */
  again(of: Port, from: Source, name?: string): Port {
    const owner = this.#nodes.find(({ id }) => id === of.node);
    if (owner === undefined) throw new Error(`There is no node ${of.node}.`);
    const { kind, block } = owner;
    const shared = { kind, params: {}, sharesWeightsWith: owner.id };
    return this.#add(block === undefined ? shared : { ...shared, block }, from, name ?? owner.name);
  }

  /** A result of the network. */
  output(from: Port, name = 'output'): NodeId {
    return this.layer(outputKind, {}, from, name).node;
  }

  /** What was built, laid out in columns from left to right. */
  graph(): Graph {
    const graph = { nodes: this.#nodes, edges: this.#edges, notes: [] };
    const positions = layColumns(graph);
    return {
      ...graph,
      nodes: this.#nodes.map((node) => ({
        ...node,
        position: positions.get(node.id) ?? node.position,
      })),
    };
  }

  #add(node: Omit<GraphNode, 'id' | 'name' | 'position'>, from: Source, base: string): Port {
    const count = this.#counts.get(base) ?? 0;
    this.#counts.set(base, count + 1);
    const name = count === 0 ? base : `${base}_${count}`;
    const id = name as NodeId;
    this.#nodes.push({ ...node, id, name, position: { x: 0, y: 0 } });
    const sources: readonly Port[] = 'node' in from ? [from] : from;
    sources.forEach((source, port) => {
      this.#edges.push({
        id: `${id}:${port}` as EdgeId,
        from: source,
        to: { node: id, port },
      });
    });
    return { node: id, port: 0 };
  }
}
