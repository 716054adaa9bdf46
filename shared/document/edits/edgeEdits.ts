import type { EditHandlers } from '#shared/document/edit.ts';
import { titleOf } from '#shared/document/edits/titleOf.ts';
import { changeGraph } from '#shared/document/edits/inGraph.ts';
import { makeEdge } from '#shared/document/ids.ts';
import type { Graph, GraphEdge } from '#shared/graph/graph.ts';
import { nodeById } from '#shared/graph/queries.ts';

/** Edits that change edges. */
export const edgeEdits: EditHandlers<'connect' | 'disconnect' | 'insertOnEdge'> = {
  connect: {
    apply: (document, { block, edge }) =>
      changeGraph(document, block, (graph) => addEdges(graph, [edge])),
    label: () => ({ en: 'Connect', 'zh-CN': '连接' }),
  },
  disconnect: {
    apply: (document, { block, edges }) =>
      changeGraph(document, block, (graph) => {
        const gone = new Set<string>(edges);
        const left = graph.edges.filter((edge) => !gone.has(edge.id));
        return left.length === graph.edges.length ? graph : { ...graph, edges: left };
      }),
    label: () => ({ en: 'Disconnect', 'zh-CN': '断开连接' }),
  },
  insertOnEdge: {
    apply: (document, { block, node, edge: id }) =>
      changeGraph(document, block, (graph) => {
        const index = graph.edges.findIndex((edge) => edge.id === id);
        const edge = graph.edges[index];
        if (edge === undefined || nodeById(graph, node.id) !== undefined) {
          return graph;
        }
        const first = makeEdge(edge.from, { node: node.id, port: 0 }, edgeIds(graph));
        const second = { ...edge, from: { node: node.id, port: 0 } };
        return {
          ...graph,
          nodes: [...graph.nodes, node],
          edges: [...graph.edges.with(index, second), first],
        };
      }),
    label: ({ node }) => ({
      en: `Insert ${titleOf(node.kind)}`,
      'zh-CN': `插入 ${titleOf(node.kind)}`,
    }),
  },
};

/** The graph with these edges; each replaces the edge that holds its input port. Edges without ends are left out. */
export function addEdges(graph: Graph, added: readonly GraphEdge[]): Graph {
  let edges = graph.edges;
  for (const edge of added) {
    if (
      nodeById(graph, edge.from.node) === undefined ||
      nodeById(graph, edge.to.node) === undefined
    ) {
      continue;
    }
    const others = edges.filter(
      (other) => other.to.node !== edge.to.node || other.to.port !== edge.to.port,
    );
    const taken = new Set<string>(others.map((other) => other.id));
    edges = [...others, taken.has(edge.id) ? makeEdge(edge.from, edge.to, taken) : edge];
  }
  return edges === graph.edges ? graph : { ...graph, edges };
}

function edgeIds(graph: Graph): Set<string> {
  return new Set(graph.edges.map((edge) => edge.id));
}
