import { omit } from '#shared/document/omit.ts';
import type { Graph, GraphNode, NodeId } from '#shared/graph/graph.ts';
import { nodeById, weightOwner } from '#shared/graph/queries.ts';

/**
 * Before nodes go: the layers that they own pass to the first node that calls them again, and the others follow it.
 */
export function passOnWeights(graph: Graph, leaving: ReadonlySet<NodeId>): Graph {
  const heirs = new Map<NodeId, NodeId>();
  const nodes = graph.nodes.map((node): GraphNode => {
    const target = node.sharesWeightsWith;
    if (target === undefined || leaving.has(node.id)) {
      return node;
    }
    const owner = weightOwner(graph, node);
    if (owner === null || !leaving.has(target)) {
      return node;
    }
    if (!leaving.has(owner.id)) {
      return { ...node, sharesWeightsWith: owner.id };
    }
    const heir = heirs.get(owner.id);
    if (heir !== undefined) {
      return { ...node, sharesWeightsWith: heir };
    }
    heirs.set(owner.id, node.id);
    return {
      ...omit(node, 'sharesWeightsWith'),
      params: nodeById(graph, owner.id)?.params ?? node.params,
    };
  });
  return nodes.every((node, index) => node === graph.nodes[index]) ? graph : { ...graph, nodes };
}
