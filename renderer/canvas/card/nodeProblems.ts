import type { DocumentProblem } from '#renderer/store/state.ts';
import type { NodeId } from '#shared/graph/graph.ts';

/** How many problems a node has, and the first one. */
export interface NodeProblems {
  readonly errors: number;
  readonly warnings: number;
  /** The first error, else the first warning. */
  readonly first: DocumentProblem | null;
}

/** A node without problems. */
export const noProblems: NodeProblems = { errors: 0, warnings: 0, first: null };
const known = new WeakMap<readonly DocumentProblem[], ReadonlyMap<string, NodeProblems>>();
const unchanged = new Map<string, NodeProblems>();

/** Problems of one node. The list is sorted once; equal counts give the same object, so cards are not drawn in vain. */
export function problemsOf(problems: readonly DocumentProblem[], node: NodeId): NodeProblems {
  let byNode = known.get(problems);
  if (byNode === undefined) {
    byNode = sortByNode(problems);
    known.set(problems, byNode);
  }
  return byNode.get(node) ?? noProblems;
}

function sortByNode(problems: readonly DocumentProblem[]): ReadonlyMap<string, NodeProblems> {
  const byNode = new Map<string, NodeProblems>();
  for (const problem of problems) {
    const node = problem.place?.node;
    if (node === undefined) continue;
    const before = byNode.get(node) ?? noProblems;
    const isError = problem.severity === 'error';
    byNode.set(node, {
      errors: before.errors + (isError ? 1 : 0),
      warnings: before.warnings + (isError ? 0 : 1),
      first: before.first === null || (isError && before.errors === 0) ? problem : before.first,
    });
  }
  for (const [node, now] of byNode) {
    const before = unchanged.get(node);
    if (
      before?.errors === now.errors &&
      before.warnings === now.warnings &&
      JSON.stringify(before.first) === JSON.stringify(now.first)
    ) {
      byNode.set(node, before);
    } else unchanged.set(node, now);
  }
  return byNode;
}
