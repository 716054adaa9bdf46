import type { StrataDocument } from '#shared/document/document.ts';
import type { BlockId } from '#shared/graph/graph.ts';

/** How many nodes of the document and of its blocks stand for a block. */
export function countUses({ graph, blocks }: StrataDocument, id: BlockId): number {
  return [graph, ...blocks.map((block) => block.graph)].reduce(
    (sum, { nodes }) => sum + nodes.filter(({ block }) => block === id).length,
    0,
  );
}
