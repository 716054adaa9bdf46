import { useEffect } from 'react';
import { copySelection, cutSelection, paste } from '#renderer/canvas/actions/clipboard.ts';
import { useStrata } from '#renderer/store/store.ts';

/** Copy, cut and paste come as the browser's own events: they need no permission and work from its menu too. */
export function useClipboardEvents(): void {
  useEffect(() => {
    const take = (event: ClipboardEvent, text: string | null): void => {
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    const copy = (event: ClipboardEvent): void => {
      if (isOnCanvas()) take(event, copySelection());
    };
    const cut = (event: ClipboardEvent): void => {
      if (isOnCanvas() && useStrata.getState().readOnly === null) take(event, cutSelection());
    };
    const insert = (event: ClipboardEvent): void => {
      if (!isOnCanvas()) return;
      if (paste(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', cut);
    document.addEventListener('paste', insert);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', cut);
      document.removeEventListener('paste', insert);
    };
  }, []);
}

/** Whether the focus is on the canvas, or nowhere, and no text is selected. */
function isOnCanvas(): boolean {
  const active = document.activeElement;
  if (document.querySelector('[role=dialog]') !== null) return false;
  if (window.getSelection()?.isCollapsed === false) return false;
  return (
    active === null || active === document.body || active.closest('[data-region=canvas]') !== null
  );
}
