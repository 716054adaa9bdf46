import { checkDocument } from '#shared/document/checkDocument.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Graph } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { sheetOf } from '#renderer/store/sheet.ts';
import type { StrataState } from '#renderer/store/state.ts';

/** What follows from a document: facts reuse those before it, so that only what changed is computed. */
export function deriveFrom(
  document: StrataDocument,
  before?: Pick<StrataState, 'document' | 'facts' | 'sheet'>,
): Pick<StrataState, 'document' | 'facts' | 'problems' | 'sheet'> {
  const sameGraph =
    before?.document.graph === document.graph && before.document.blocks === document.blocks;
  const facts = sameGraph
    ? before.facts
    : inferGraph(document.graph, document.blocks, before?.facts);
  const problems = checkDocument(document, facts);
  const sheet = sheetOf(document, facts, problems, before?.sheet.path ?? []);
  return { document, facts, problems, sheet };
}

/** Keeps what still exists of a selection; the same arrays where all of it does. */
export function keepSelection(
  state: Pick<StrataState, 'selection' | 'selectedEdges'>,
  graph: Graph,
): Pick<StrataState, 'selection' | 'selectedEdges'> {
  const nodes = new Set(graph.nodes.map((node) => node.id));
  const edges = new Set(graph.edges.map((edge) => edge.id));
  const isWhole =
    state.selection.every((id) => nodes.has(id)) &&
    state.selectedEdges.every((id) => edges.has(id));
  if (isWhole) return { selection: state.selection, selectedEdges: state.selectedEdges };
  return {
    selection: state.selection.filter((id) => nodes.has(id)),
    selectedEdges: state.selectedEdges.filter((id) => edges.has(id)),
  };
}
