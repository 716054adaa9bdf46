import type { StrataDocument } from '#shared/document/document.ts';
import type { Fix } from '#shared/document/fix.ts';
import type { GraphFacts } from '#shared/graph/inferGraph.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { withoutFixes } from '#shared/problems/problem.ts';

export type { Fix } from '#shared/document/fix.ts';

/** All problems of a document: of its graph, its data and its training, each with what could mend it. */
export function checkDocument(
  document: StrataDocument,
  facts: GraphFacts,
): readonly Problem<Fix>[] {
  const nodes = [...facts.nodes.values()].flatMap((node) => node.problems);
  return [...facts.problems, ...nodes].map(withoutFixes);
}
