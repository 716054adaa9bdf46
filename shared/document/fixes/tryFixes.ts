import type { CheckContext } from '#shared/document/checks/context.ts';
import { applyEdit } from '#shared/document/edit.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Fix } from '#shared/document/fix.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import type { GraphFacts } from '#shared/graph/inferGraph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

/**
 * The candidates that mend a node, in their order, at most `limit`: each is made on a copy and the graph inferred
 * again, so that no fix is offered that does not work or that breaks another node.
 */
export function fixesThatMend(
  context: CheckContext,
  node: NodeId,
  candidates: Iterable<Fix>,
  limit = 3,
): readonly Fix[] {
  const before = countProblems(context.facts);
  return fixesThatPass(context, candidates, limit, (facts) => {
    const after = facts.nodes.get(node);
    return after?.status !== 'problem' && countProblems(facts) <= before;
  });
}

/** The candidates after which a test holds, in their order, at most `limit`. */
export function fixesThatPass(
  context: CheckContext,
  candidates: Iterable<Fix>,
  limit: number,
  test: (facts: GraphFacts, document: StrataDocument) => boolean,
): readonly Fix[] {
  const fixes: Fix[] = [];
  for (const fix of candidates) {
    const document = applyEdit(context.document, fix.edit);
    const facts = inferGraph(document.graph, document.blocks, context.facts);
    if (document !== context.document && test(facts, document)) {
      fixes.push(fix);
      if (fixes.length === limit) {
        break;
      }
    }
  }
  return fixes;
}

function countProblems(facts: GraphFacts): number {
  let count = facts.problems.length;
  for (const node of facts.nodes.values()) {
    count += node.status === 'problem' ? 1 : 0;
  }
  return count;
}
