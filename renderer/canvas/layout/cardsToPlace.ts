import { labelRoom } from '#renderer/canvas/layout/labelRoom.ts';
import type { CardToPlace, LinkToPort } from '#renderer/canvas/layout/tidyLayout.ts';
import { nodeCard } from '#renderer/parts/cards/nodeCard.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { Graph } from '#shared/graph/graph.ts';

/** A graph's cards for the layout, each with the room that the shapes behind it need. */
export function cardsToPlace(graph: Graph, facts: GraphFacts): readonly CardToPlace[] {
  return graph.nodes.flatMap((node) => {
    const known = facts.nodes.get(node.id);
    if (known === undefined) return [];
    const { size, inputPorts } = nodeCard(facts, known);
    const width = size.width + labelRoom(known.outputs ?? []);
    return [{ id: node.id, width, height: size.height, inputPorts }];
  });
}

/** A graph's edges for the layout. */
export function linksBetween(graph: Graph): readonly LinkToPort[] {
  return graph.edges.map(({ id, from, to }) => ({
    id,
    from: from.node,
    to: to.node,
    port: to.port,
  }));
}
