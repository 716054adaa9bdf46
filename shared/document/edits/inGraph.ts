import type { StrataDocument } from '#shared/document/document.ts';
import type { BlockId, Graph, GraphNode, NodeId } from '#shared/graph/graph.ts';

/** The graph that an edit names; `undefined`: no such block. */
export function graphOf(document: StrataDocument, block: BlockId | undefined): Graph | undefined {
  return block === undefined
    ? document.graph
    : document.blocks.find((candidate) => candidate.id === block)?.graph;
}

/** Changes the graph that an edit names; gives the same document when the change gives the same graph. */
export function changeGraph(
  document: StrataDocument,
  block: BlockId | undefined,
  change: (graph: Graph) => Graph,
): StrataDocument {
  const before = graphOf(document, block);
  if (before === undefined) {
    return document;
  }
  const graph = change(before);
  if (graph === before) {
    return document;
  }
  if (block === undefined) {
    return { ...document, graph };
  }
  return {
    ...document,
    blocks: document.blocks.map((each) => (each.id === block ? { ...each, graph } : each)),
  };
}

/** Changes one node of a graph; gives the same graph when the node is not there or does not change. */
export function changeNode(
  graph: Graph,
  id: NodeId,
  change: (node: GraphNode) => GraphNode,
): Graph {
  const index = graph.nodes.findIndex((node) => node.id === id);
  const before = graph.nodes[index];
  if (before === undefined) {
    return graph;
  }
  const after = change(before);
  return after === before ? graph : { ...graph, nodes: graph.nodes.with(index, after) };
}
