import type { GraphNode } from '#shared/graph/graph.ts';

/** Why a name cannot be a layer's name: empty, with other signs than letters, digits and _, or taken. null: it can. */
export function checkName(
  name: string,
  node: Pick<GraphNode, 'id'>,
  nodes: readonly GraphNode[],
): 'empty' | 'signs' | 'taken' | null {
  if (name === '') return 'empty';
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) return 'signs';
  return nodes.some((other) => other.id !== node.id && other.name === name) ? 'taken' : null;
}
