import { makeEdge, newNodeId } from '#shared/document/ids.ts';
import type { Graph, GraphEdge, GraphNode, NodeId, Position } from '#shared/graph/graph.ts';
import { freeName } from '#shared/graph/queries.ts';

/** A piece of a graph: copied nodes and the edges among them. */
export interface GraphFragment {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** The chosen nodes and the edges among them, for the clipboard. */
export function copyFragment(graph: Graph, ids: readonly NodeId[]): GraphFragment {
  const chosen = new Set<NodeId>(ids);
  return {
    nodes: graph.nodes.filter((node) => chosen.has(node.id)),
    edges: graph.edges.filter((edge) => chosen.has(edge.from.node) && chosen.has(edge.to.node)),
  };
}

/** The fragment with fresh ids, free names and moved by an offset (px), ready for `pasteGraph`. */
export function freshFragment(
  graph: Graph,
  fragment: GraphFragment,
  offset: Position,
): GraphFragment {
  const ids = new Map<NodeId, NodeId>();
  for (const node of fragment.nodes) {
    ids.set(node.id, newNodeId(graph));
  }
  const moved = fragment.nodes.map((node) => ({
    ...node,
    position: { x: node.position.x + offset.x, y: node.position.y + offset.y },
  }));
  return adapt(graph, { nodes: moved, edges: fragment.edges }, ids);
}

/** The fragment with every id and name changed that the graph already has. Deterministic. */
export function withoutClashes(graph: Graph, fragment: GraphFragment): GraphFragment {
  const taken = new Set<string>(graph.nodes.map((node) => node.id));
  const ids = new Map<NodeId, NodeId>();
  for (const { id } of fragment.nodes) {
    const free = freeName(taken, id) as NodeId;
    taken.add(free);
    ids.set(id, free);
  }
  return adapt(graph, fragment, ids);
}

function adapt(
  graph: Graph,
  fragment: GraphFragment,
  ids: ReadonlyMap<NodeId, NodeId>,
): GraphFragment {
  const names = new Set(graph.nodes.map((node) => node.name));
  const known = new Set(graph.nodes.map((node) => node.id));
  const nodes = fragment.nodes.map((node) => {
    const name = names.has(node.name) ? freeName(names, node.name.replace(/_\d+$/, '')) : node.name;
    names.add(name);
    const { sharesWeightsWith, ...rest } = node;
    const owner =
      sharesWeightsWith === undefined
        ? undefined
        : (ids.get(sharesWeightsWith) ??
          (known.has(sharesWeightsWith) ? sharesWeightsWith : undefined));
    return {
      ...rest,
      id: ids.get(node.id) ?? node.id,
      name,
      ...(owner === undefined ? {} : { sharesWeightsWith: owner }),
    };
  });
  const edgeIds = new Set<string>(graph.edges.map((edge) => edge.id));
  const edges = fragment.edges.flatMap((edge) => {
    const from = ids.get(edge.from.node);
    const to = ids.get(edge.to.node);
    if (from === undefined || to === undefined) {
      return [];
    }
    const made = makeEdge({ ...edge.from, node: from }, { ...edge.to, node: to }, edgeIds);
    edgeIds.add(made.id);
    return [made];
  });
  return { nodes, edges };
}
