import type { StrataDocument } from '#shared/document/document.ts';
import { getHost } from '#renderer/host/host.ts';
import { useStrata } from '#renderer/store/store.ts';

/** A change is kept no later than this after it was made. */
const delayMs = 800;
/** After a failure the next try comes later: a full disk does not empty itself in a second. */
const retryMs = 5000;

/**
 * Keeps every change for recovery: the program may end at any moment. Returns how to stop.
 * A failure is told once, and again only after a success in between.
 */
export function startAutosave(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let kept: StrataDocument | null = null;
  let isTold = false;

  const keep = async () => {
    timer = null;
    const { isOpen, document, path, readOnly, notify } = useStrata.getState();
    if (!isOpen || readOnly !== null || document === kept) return;
    const answer = await getHost().request('autosaveDocument', { document, path });
    if (answer.ok) {
      kept = document;
      isTold = false;
      if (useStrata.getState().document !== document) schedule(delayMs);
      return;
    }
    if (!isTold) notify({ tone: 'danger', problem: answer.problem });
    isTold = true;
    schedule(retryMs);
  };
  const schedule = (ms: number) => {
    timer ??= setTimeout(() => void keep(), ms);
  };

  const stop = useStrata.subscribe((state, before) => {
    if (!state.isOpen) return;
    const isNewlyOpen = !before.isOpen || state.document.id !== before.document.id;
    // What lies in a file as it is needs no second copy; what was never saved does.
    if (isNewlyOpen && state.path !== null && !state.isDirty) kept = state.document;
    else if (state.document !== before.document || isNewlyOpen) schedule(delayMs);
  });
  return () => {
    stop();
    if (timer !== null) clearTimeout(timer);
  };
}
