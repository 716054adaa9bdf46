import i18next from 'i18next';
import { getHost } from '#renderer/host/host.ts';
import type { Command } from '#renderer/store/command.ts';
import type { StrataState } from '#renderer/store/state.ts';
import { useStrata } from '#renderer/store/store.ts';

const isOpen = (state: StrataState): boolean => state.isOpen;
const canEdit = (state: StrataState): boolean => state.isOpen && state.readOnly === null;

async function openPicked(): Promise<void> {
  const path = await getHost().pickPath({
    purpose: 'open',
    title: i18next.t('app:files.open'),
    extensions: ['strata'],
  });
  if (path !== null) await useStrata.getState().openDocument(path);
}

/** Documents, and undo and redo. */
export const documentCommands: readonly Command[] = [
  {
    id: 'document.new',
    title: 'app:command.new',
    keys: ['Mod+N'],
    tabKeys: ['Alt+N'],
    run: () => void useStrata.getState().newDocument('blank'),
  },
  {
    id: 'document.templates',
    title: 'app:command.templates',
    isEnabled: isOpen,
    run: () => void useStrata.getState().closeDocument(),
  },
  {
    id: 'document.open',
    title: 'app:command.open',
    keys: ['Mod+O'],
    run: () => void openPicked(),
  },
  {
    id: 'document.openData',
    title: 'app:command.openData',
    keys: ['Mod+Shift+O'],
    isEnabled: (state) => !state.isOpen || canEdit(state),
    run: () => void useStrata.getState().pickData('open'),
  },
  {
    id: 'document.save',
    title: 'app:command.save',
    keys: ['Mod+S'],
    isEnabled: isOpen,
    run: () => void useStrata.getState().save(),
  },
  {
    id: 'document.saveAs',
    title: 'app:command.saveAs',
    keys: ['Mod+Shift+S'],
    isEnabled: isOpen,
    run: () => void useStrata.getState().saveAs(),
  },
  {
    id: 'document.rename',
    title: 'app:command.rename',
    isEnabled: canEdit,
    run: () => {
      document.querySelector<HTMLElement>('[data-command="rename"]')?.click();
    },
  },
  {
    id: 'edit.undo',
    title: 'app:command.undo',
    keys: ['Mod+Z'],
    isEnabled: (state) => canEdit(state) && state.undoLabel !== null,
    run: () => {
      useStrata.getState().undo();
    },
  },
  {
    id: 'edit.redo',
    title: 'app:command.redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    isEnabled: (state) => canEdit(state) && state.redoLabel !== null,
    run: () => {
      useStrata.getState().redo();
    },
  },
];
