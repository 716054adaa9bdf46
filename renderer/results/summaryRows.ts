import type { DocumentMemory } from '#shared/document/estimateMemory.ts';
import type { GraphFacts, NodeFacts } from '#shared/graph/facts.ts';
import { blockOf } from '#renderer/parts/cards/cardWords.ts';
import { shapesText } from '#renderer/parts/text/shapeText.ts';
import { bytesText } from '#shared/problems/bytesText.ts';

/** One layer in the summary. */
export interface SummaryRow {
  readonly facts: NodeFacts;
  readonly title: string;
  /** null: not known yet. */
  readonly shape: string | null;
  /** Share of all parameters, 0 to 1. */
  readonly share: number;
  /** What training keeps for it, bytes: weights, gradients, optimizer, outputs of a batch. */
  readonly trainingBytes: number;
}

/** The layers in the order in which data passes them. */
export function summaryRows(
  { order, nodes, totals, blocks }: GraphFacts,
  memory: DocumentMemory,
): readonly SummaryRow[] {
  return order.flatMap((id) => {
    const facts = nodes.get(id);
    if (facts === undefined) return [];
    const { layer, node, outputs, parameterCount } = facts;
    return {
      facts,
      title: layer?.title ?? blockOf(facts, blocks)?.name ?? node.kind,
      shape: outputs === null ? null : shapesText(outputs),
      share: totals.parameterCount === 0 ? 0 : parameterCount / totals.parameterCount,
      trainingBytes: memory.nodes.get(id)?.totalBytes ?? 0,
    };
  });
}

/** The table as text for the clipboard: cells separated by tabs, as spreadsheets read them. */
export function summaryText(header: readonly string[], rows: readonly SummaryRow[]): string {
  const lines = rows.map(({ facts, title, shape, trainingBytes }) => [
    title,
    facts.node.name,
    shape ?? '',
    String(facts.parameterCount),
    String(facts.multiplyAdds),
    bytesText(facts.activationBytes),
    bytesText(trainingBytes),
  ]);
  return [header, ...lines].map((cells) => cells.join('\t')).join('\n');
}
