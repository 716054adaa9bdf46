import type { Edit } from '#shared/document/edit.ts';
import type { BlockId } from '#shared/graph/graph.ts';

/** Edits that change a graph and may name the block whose graph it is. */
const ofGraph: ReadonlySet<Edit['type']> = new Set<Edit['type']>([
  ...(['addNode', 'removeNodes', 'setParams', 'renameNode', 'moveNodes', 'replaceNode'] as const),
  ...(['setSharing', 'pasteGraph', 'connect', 'disconnect', 'insertOnEdge'] as const),
  ...(['addNote', 'setNote', 'removeNote', 'dissolveBlock'] as const),
]);

/** The same edit, made in the graph of a block where it names none; `null`: of the document, so it stays as it is. */
export function withinBlock(edit: Edit, block: BlockId | null): Edit {
  if (block === null) return edit;
  if (edit.type === 'batch') {
    return { ...edit, edits: edit.edits.map((each) => withinBlock(each, block)) };
  }
  if (edit.type === 'makeBlock') return { inside: block, ...edit };
  return ofGraph.has(edit.type) ? ({ block, ...edit } as Edit) : edit;
}
