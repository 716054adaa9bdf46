import { checkDocument } from '#shared/document/checkDocument.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { withoutFixes } from '#shared/problems/problem.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** The first thing that keeps a document from being trained; null: nothing. */
export function firstError(document: StrataDocument): Problem | null {
  const facts = inferGraph(document.graph, document.blocks);
  const found = checkDocument(document, facts).find(({ severity }) => severity === 'error');
  // Fixes are Edits for the page, which finds the same problem itself; the wire carries only what happened.
  return found === undefined ? null : withoutFixes(found);
}
