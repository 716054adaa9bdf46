import i18next from 'i18next';
import { useStrata } from '#renderer/store/store.ts';
import { readFragment, writeFragment } from '#renderer/canvas/actions/fragmentText.ts';
import { type GraphFragment, copyFragment, freshFragment } from '#shared/document/fragment.ts';

/** How far a copy stands from its original, px. */
const offsetPx = 30;

// What was copied last, for where the system's clipboard cannot be read.
let copied: GraphFragment | null = null;
let pastes = 0;

/** Copies the selection; its text for the system's clipboard, null when nothing is selected. */
export function copySelection(): string | null {
  const {
    sheet: { graph },
    selection,
    announce,
  } = useStrata.getState();
  if (selection.length === 0) return null;
  copied = copyFragment(graph, selection);
  pastes = 0;
  announce(i18next.t('canvas:clipboard.copied', { count: selection.length }));
  return writeFragment(copied);
}

/** Copies and removes the selection. */
export function cutSelection(): string | null {
  const text = copySelection();
  const { selection, edit } = useStrata.getState();
  if (text !== null) edit({ type: 'removeNodes', ids: selection, bridge: true });
  return text;
}

/** Adds copied layers and selects them. Without a text: what was copied here last. */
export function paste(text?: string): boolean {
  const fragment = text === undefined ? copied : readFragment(text);
  if (fragment === null || fragment.nodes.length === 0) return false;
  pastes += 1;
  addCopy(fragment, offsetPx * pastes);
  return true;
}

/** Copies the selection beside itself, without touching the clipboard. */
export function duplicateSelection(): void {
  const {
    sheet: { graph },
    selection,
  } = useStrata.getState();
  if (selection.length === 0) return;
  addCopy(copyFragment(graph, selection), offsetPx);
}

function addCopy(fragment: GraphFragment, offset: number): void {
  const {
    sheet: { graph },
    edit,
    select,
    readOnly,
  } = useStrata.getState();
  const fresh = freshFragment(graph, fragment, { x: offset, y: offset });
  edit({ type: 'pasteGraph', fragment: fresh });
  if (readOnly === null) select(fresh.nodes.map((node) => node.id));
}
