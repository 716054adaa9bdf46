import type { CheckContext } from '#shared/document/checks/context.ts';
import type { GraphNode, NodeId } from '#shared/graph/graph.ts';
import { edgesInto } from '#shared/graph/queries.ts';

/** What shapes the numbers that reach an output. */
export interface LastActivation {
  /** Name of the function; `null`: not known (a block, an unknown layer). */
  readonly activation: string | null;
  /** The node whose parameter `activation` sets it; `null`: it has none. */
  readonly owner: GraphNode | null;
}

/** Families that let values pass as they are: their layers do not change in which range values lie. */
const passing: ReadonlySet<string> = new Set(['reshaping', 'regularization', 'io']);

/** The activation of the last layer before an output, looking through layers that only reshape or drop. */
export function lastActivation({ document, facts }: CheckContext, output: NodeId): LastActivation {
  let id = output;
  for (;;) {
    const sources = edgesInto(document.graph, id);
    const source = sources[0];
    const node = source === undefined ? undefined : facts.nodes.get(source.from.node);
    if (node?.layer === undefined) {
      return { activation: null, owner: null };
    }
    const { activation } = node.params;
    if (typeof activation === 'string') {
      return { activation, owner: node.node };
    }
    if (node.layer.family === 'activation') {
      return { activation: node.node.kind, owner: null };
    }
    if (!passing.has(node.layer.family)) {
      return { activation: 'linear', owner: null };
    }
    id = node.node.id;
    if (edgesInto(document.graph, id).length === 0) {
      return { activation: 'linear', owner: null };
    }
  }
}
