import { useEffect } from 'react';
import type { Command } from '#renderer/store/command.ts';
import { useStrata } from '#renderer/store/store.ts';
import { commands, isEnabled } from '#renderer/app/commands.ts';
import { isApple, isSingleLetter, matchesKeys } from '#renderer/parts/keys/keys.ts';
import { watchRegions } from '#renderer/app/regions.ts';

/** Commands that work over a dialog: all others wait until it is closed. */
const overDialogs = new Set(['app.commands']);
/** In a text field these keys belong to the field. */
const fieldKeys = new Set(['edit.undo', 'edit.redo']);

/** The shortcuts of a command in this host. */
export function keysOf(command: Command): readonly string[] {
  const isTab = useStrata.getState().hostInfo?.host === 'web';
  return (isTab ? command.tabKeys : undefined) ?? command.keys ?? [];
}

/** Makes the shortcuts of all commands work. */
export function useShortcuts(): void {
  useEffect(() => {
    const onApple = isApple(navigator.platform);
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      for (const command of commands) {
        const keys = keysOf(command).find((shortcut) => matchesKeys(shortcut, event, onApple));
        if (keys === undefined || !isForHere(command, keys, event)) continue;
        if (!isEnabled(command)) continue;
        event.preventDefault();
        command.run();
        return;
      }
    };
    document.addEventListener('keydown', press);
    const stopWatching = watchRegions();
    return () => {
      document.removeEventListener('keydown', press);
      stopWatching();
    };
  }, []);
}

function isForHere(command: Command, keys: string, event: KeyboardEvent): boolean {
  const { dialog, unsavedQuestion, preferences } = useStrata.getState();
  const target = event.target instanceof HTMLElement ? event.target : document.body;
  const isDialogOpen =
    dialog !== null || unsavedQuestion !== null || document.querySelector('[role=dialog]') !== null;
  if (isDialogOpen && !overDialogs.has(command.id)) return false;
  const isTyping = target.closest('input, textarea, select, [contenteditable=true]') !== null;
  const isSingle = isSingleLetter(keys);
  const region = command.region ?? (isSingle ? 'canvas' : undefined);
  if (region === undefined) {
    // Fields of the inspector and of Data write to the document as one types: undo there means the document's.
    const hasOwnUndo =
      isTyping &&
      target.closest('[data-region=inspector], [data-region=data], .react-flow') === null;
    return !(fieldKeys.has(command.id) && hasOwnUndo);
  }
  if (isTyping) return false;
  if (isSingle && !preferences.singleLetterShortcuts) return false;
  // Space presses the button that has the focus.
  if (keys === 'Space' && target.closest('button, a, [role=switch]') !== null) return false;
  const place = target === document.body ? null : target.closest('[data-region]');
  return place === null
    ? document.querySelector(`[data-region=${region}]`) !== null
    : place.getAttribute('data-region') === region;
}
