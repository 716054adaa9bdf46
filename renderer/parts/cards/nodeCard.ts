import { type CardSize, cardSize } from '#renderer/parts/cards/cardSize.ts';
import { cardWords } from '#renderer/parts/cards/cardWords.ts';
import { type PortUse, shownInputs } from '#renderer/parts/cards/ports.ts';
import type { NodeFacts } from '#shared/graph/facts.ts';
import type { Graph } from '#shared/graph/graph.ts';
import { edgesInto, outputKind } from '#shared/graph/queries.ts';

/** What a node's card needs beside its words. */
export interface NodeCard {
  readonly size: CardSize;
  readonly inputPorts: number;
  readonly outputPorts: number;
}

/** Input ports of a node: those of its definition, and which hold an edge. */
export function portUse(graph: Graph, facts: NodeFacts): PortUse {
  const used = new Set(edgesInto(graph, facts.node.id).map((edge) => edge.to.port));
  if (facts.layer !== undefined) {
    return { min: facts.layer.inputs.min, max: facts.layer.inputs.max, used };
  }
  const inner = facts.block === null ? 1 : countKind(facts.block.graph, 'inputLayer');
  return { min: inner, max: inner, used };
}

/** Size and dots of a node's card. */
export function nodeCard(graph: Graph, facts: NodeFacts, isConnecting = false): NodeCard {
  const inputPorts = shownInputs(portUse(graph, facts), isConnecting);
  return {
    size: cardSize(cardWords(facts), inputPorts),
    inputPorts,
    outputPorts: facts.node.kind === outputKind ? 0 : Math.max(1, facts.outputs?.length ?? 1),
  };
}

function countKind(graph: Graph, kind: string): number {
  return graph.nodes.filter((node) => node.kind === kind).length;
}
