import { passOnWeights } from '#shared/document/edits/passOnWeights.ts';
import { withoutClashes } from '#shared/document/fragment.ts';
import { makeEdge } from '#shared/document/ids.ts';
import type { Block, Graph, GraphEdge, GraphNode, NodeId, Port } from '#shared/graph/graph.ts';
import {
  edgesFrom,
  edgesInto,
  inputKind,
  inputNodes,
  nodeById,
  outputKind,
  outputNodes,
  weightOwner,
} from '#shared/graph/queries.ts';
import { referenceOf } from '#shared/graph/resolveParams.ts';
import type { ParamValue } from '#shared/layers/params.ts';

/**
 * The graph with the layers of a block in the place of an instance, with its arguments for the block's parameters. They
 * get weights of their own. The same graph: the node is no instance of a known block.
 */
export function dissolveBlock(graph: Graph, blocks: readonly Block[], id: NodeId): Graph {
  const instance = nodeById(graph, id);
  const block = blocks.find((each) => each.id === instance?.block);
  if (instance === undefined || block === undefined) return graph;
  const owner = weightOwner(graph, instance) ?? instance;
  const remaining = passOnWeights(graph, new Set([id]));
  const rest: Graph = {
    ...remaining,
    nodes: remaining.nodes.filter((node) => node.id !== id),
    edges: remaining.edges.filter(({ from, to }) => from.node !== id && to.node !== id),
  };

  const inner = block.graph.nodes.filter(({ kind }) => kind !== inputKind && kind !== outputKind);
  const left = Math.min(...inner.map(({ position }) => position.x));
  const top = Math.min(...inner.map(({ position }) => position.y));
  const members = inner.map((node): GraphNode => ({
    ...node,
    params: Object.fromEntries(
      Object.entries(node.params).map(([name, value]) => [name, argument(block, owner, value)]),
    ),
    position: {
      x: instance.position.x + node.position.x - left,
      y: instance.position.y + node.position.y - top,
    },
  }));
  const kept = new Set(members.map((node) => node.id));
  const within = block.graph.edges.filter(
    ({ from, to }) => kept.has(from.node) && kept.has(to.node),
  );
  const fragment = withoutClashes(rest, { nodes: members, edges: within });
  const ids = new Map(members.map((node, index) => [node.id, fragment.nodes[index]?.id]));

  const doors = inputNodes(block.graph);
  /** Where a port of the block's graph gets its tensor from, in the outer graph. */
  const sourceOf = (port: Port): Port | null => {
    const door = doors.findIndex((node) => node.id === port.node);
    if (door >= 0) {
      return edgesInto(graph, id).find(({ to }) => to.port === door)?.from ?? null;
    }
    const node = ids.get(port.node);
    return node === undefined ? null : { ...port, node };
  };
  const entering = doors.flatMap((door) =>
    edgesFrom(block.graph, door.id).flatMap((edge): GraphEdge[] => {
      const from = sourceOf(edge.from);
      const node = ids.get(edge.to.node);
      return from === null || node === undefined ? [] : [makeEdge(from, { ...edge.to, node })];
    }),
  );
  const exits = outputNodes(block.graph);
  const leaving = edgesFrom(graph, id).flatMap((edge): GraphEdge[] => {
    const exit = exits[edge.from.port];
    const last = exit === undefined ? undefined : edgesInto(block.graph, exit.id)[0];
    const from = last === undefined ? null : sourceOf(last.from);
    return from === null ? [] : [{ ...edge, from }];
  });
  const place = graph.nodes.indexOf(instance);
  return {
    ...rest,
    nodes: rest.nodes.toSpliced(place, 0, ...fragment.nodes),
    edges: [...rest.edges, ...fragment.edges, ...entering, ...leaving],
  };
}

/** A value of a block's layer, with the instance's argument, or the block's default, for a reference. */
function argument(block: Block, instance: GraphNode, value: ParamValue): ParamValue {
  const name = referenceOf(value);
  if (name === null) return value;
  return instance.params[name] ?? (block.params[name]?.default as ParamValue | undefined) ?? value;
}
