import i18next from 'i18next';
import { useStrata } from '#renderer/store/store.ts';
import { canMakeBlock } from '#shared/document/blocks/makeBlock.ts';
import { newDocumentId, newNodeId } from '#shared/document/ids.ts';
import type { BlockId, NodeId } from '#shared/graph/graph.ts';
import { blockKind, freeName, nodeById } from '#shared/graph/queries.ts';

/** Makes a block of what is selected, and selects its instance; says why where it cannot be. */
export function makeBlockOfSelection(): void {
  const { document, sheet, selection, edit, select, notify, announce } = useStrata.getState();
  const answer = canMakeBlock(sheet.graph, selection);
  if (!answer.ok) {
    notify({ tone: 'warn', problem: answer.problem });
    return;
  }
  const name = freeName(new Set(document.blocks.map((each) => each.name)), 'block');
  // Unlike any other: it may come to other documents by the library.
  const block = newDocumentId() as BlockId;
  const instance = newNodeId(sheet.graph);
  edit({ type: 'makeBlock', ids: selection, block, instance, name });
  select([instance]);
  announce(i18next.t('canvas:blocks.made', { name }));
}

/** Shows the inside of the selected instance; false: what is selected is none. */
export function openSelectedBlock(): boolean {
  const [only, ...others] = useStrata.getState().selection;
  return only !== undefined && others.length === 0 && openBlock(only);
}

/** Shows the inside of an instance; false: the node is none, or its inside is not known. */
export function openBlock(id: NodeId): boolean {
  const { sheet, openSheet, announce } = useStrata.getState();
  const inner = sheet.facts.nodes.get(id)?.block ?? null;
  if (inner === null) return false;
  openSheet([...sheet.path, id]);
  announce(i18next.t('canvas:blocks.opened', { name: useStrata.getState().sheet.block?.name }));
  return true;
}

/** Shows what is around the sheet, with the instance selected; false: it is the document's own graph. */
export function leaveBlock(): boolean {
  const { sheet, openSheet, select } = useStrata.getState();
  const last = sheet.path.at(-1);
  if (last === undefined) return false;
  openSheet(sheet.path.slice(0, -1));
  select([last]);
  return true;
}

/** Puts the layers of the selected instance in its place. */
export function dissolveSelectedBlock(): void {
  const { sheet, selection, edit, select } = useStrata.getState();
  const [only] = selection;
  if (only === undefined || nodeById(sheet.graph, only)?.kind !== blockKind) return;
  const before = new Set(sheet.graph.nodes.map(({ id }) => id));
  edit({ type: 'dissolveBlock', node: only });
  const { nodes } = useStrata.getState().sheet.graph;
  select(nodes.filter(({ id }) => !before.has(id)).map(({ id }) => id));
}
