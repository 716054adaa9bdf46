import { useEffect } from 'react';

/** Gives the focus back to where it was before a dialog opened, unless something else has taken it. */
export function useFocusReturn(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    // The dialog takes the focus later than this.
    const before = document.activeElement;
    return () => {
      setTimeout(() => {
        if (!(before instanceof HTMLElement) || !before.isConnected) return;
        if (document.activeElement === document.body) before.focus({ preventScroll: true });
      });
    };
  }, [isOpen]);
}
