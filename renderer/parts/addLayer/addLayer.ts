import i18next from 'i18next';
import { type PlannedAdd, planAfter, planAlone } from '#renderer/parts/addLayer/planAdd.ts';
import { missingBlocks } from '#renderer/parts/blocks/blockTiles.ts';
import { useStrata } from '#renderer/store/store.ts';
import { editLabel } from '#shared/document/edit.ts';

/** Makes a planned addition as one undo step, selects the new layer and says so. */
export function makeAdd({ node, edit }: PlannedAdd): void {
  const state = useStrata.getState();
  if (state.readOnly === null) {
    const missing = missingBlocks(node, state.document.blocks, state.savedBlocks);
    state.edit(
      missing.length === 0
        ? edit
        : {
            type: 'batch',
            label: editLabel({ type: 'addBlocks', blocks: missing }),
            edits: [{ type: 'addBlocks', blocks: missing }, edit],
          },
    );
    state.select([node.id]);
    state.announce(i18next.t('palette:added', { name: node.name }));
  } else state.edit(edit);
}

/** Adds a layer after the selection, or on its own where nothing (or much) is selected. */
export function addAfterSelection(kind: string): void {
  const {
    sheet: { graph, facts },
    selection,
  } = useStrata.getState();
  const place = { graph, facts };
  const [only] = selection;
  makeAdd(
    selection.length === 1 && only !== undefined
      ? planAfter(place, kind, { node: only, port: 0 })
      : planAlone(place, kind),
  );
}
