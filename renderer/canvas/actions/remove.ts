import i18next from 'i18next';
import { focusCard } from '#renderer/canvas/actions/moveFocus.ts';
import { useStrata } from '#renderer/store/store.ts';
import type { Edit } from '#shared/document/edit.ts';
import { edgesFrom, edgesInto } from '#shared/graph/queries.ts';

/** Removes the selected layers and edges; with `bridge` what came before is joined to what came after. */
export function removeSelection(bridge: boolean): void {
  const {
    sheet: { graph },
    selection,
    selectedEdges,
    edit,
    announce,
    readOnly,
  } = useStrata.getState();
  const [first] = selection;
  const next =
    first === undefined
      ? undefined
      : [
          ...edgesFrom(graph, first).map((edge) => edge.to.node),
          ...edgesInto(graph, first).map((edge) => edge.from.node),
        ].find((id) => !selection.includes(id));
  const edits: Edit[] = [];
  if (selectedEdges.length > 0) edits.push({ type: 'disconnect', edges: selectedEdges });
  if (selection.length > 0) edits.push({ type: 'removeNodes', ids: selection, bridge });
  const [only] = edits;
  if (only === undefined) return;
  edit(
    edits.length === 1 ? only : { type: 'batch', label: { en: 'Delete', 'zh-CN': '删除' }, edits },
  );
  if (readOnly !== null) return;
  announce(i18next.t('canvas:removed', { count: selection.length + selectedEdges.length }));
  // Only the focus moves on: a second Delete must not take the neighbour too.
  if (next !== undefined) focusCard(next);
}
