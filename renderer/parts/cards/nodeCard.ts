import { type CardSize, cardSize } from '#renderer/parts/cards/cardSize.ts';
import { blockOf, cardWords } from '#renderer/parts/cards/cardWords.ts';
import { type PortUse, shownInputs } from '#renderer/parts/cards/ports.ts';
import type { GraphFacts, NodeFacts } from '#shared/graph/facts.ts';
import type { Graph } from '#shared/graph/graph.ts';
import { edgesInto, inputKind, outputKind } from '#shared/graph/queries.ts';

/** What a node's card needs beside its words. */
export interface NodeCard {
  readonly size: CardSize;
  readonly inputPorts: number;
  readonly outputPorts: number;
}

/** Input ports of a node: those of its definition, and which hold an edge. */
export function portUse({ graph, blocks }: GraphFacts, facts: NodeFacts): PortUse {
  const used = new Set(edgesInto(graph, facts.node.id).map((edge) => edge.to.port));
  if (facts.layer !== undefined) {
    return { min: facts.layer.inputs.min, max: facts.layer.inputs.max, used };
  }
  const block = blockOf(facts, blocks);
  const inner = block === undefined ? 1 : countKind(block.graph, inputKind);
  return { min: inner, max: inner, used };
}

/** Size and dots of a node's card. */
export function nodeCard(all: GraphFacts, facts: NodeFacts, isConnecting = false): NodeCard {
  const inputPorts = shownInputs(portUse(all, facts), isConnecting);
  const block = blockOf(facts, all.blocks);
  const outputs = block === undefined ? facts.outputs?.length : countKind(block.graph, outputKind);
  return {
    size: cardSize(cardWords(facts, all.blocks), inputPorts),
    inputPorts,
    outputPorts: facts.node.kind === outputKind ? 0 : Math.max(1, outputs ?? 1),
  };
}

function countKind(graph: Graph, kind: string): number {
  return graph.nodes.filter((node) => node.kind === kind).length;
}
