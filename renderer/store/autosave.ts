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
    if (!isOpen || readOnly !== null || document === kept || !isWorthKeeping(kept)) return;
    const answer = await getHost().request('autosaveDocument', { document, path });
    if (answer.ok) {
      kept = document;
      isTold = false;
      if (useStrata.getState().document !== document) schedule(delayMs);
      return;
    }
    // A lost connection has a banner of its own.
    const isLost = answer.problem.code === 'host.connectionLost';
    if (!isTold && !isLost) notify({ tone: 'danger', problem: answer.problem });
    isTold = !isLost;
    schedule(isLost ? delayMs : retryMs);
  };
  const schedule = (ms: number) => {
    timer ??= setTimeout(() => void keep(), ms);
  };

  const stop = useStrata.subscribe((state, before) => {
    const isChanged =
      state.document !== before.document ||
      state.isOpen !== before.isOpen ||
      state.runs !== before.runs;
    if (isChanged && isWorthKeeping(kept)) schedule(delayMs);
  });
  return () => {
    stop();
    if (timer !== null) clearTimeout(timer);
  };
}

/**
 * A document that lies in its file as it is needs no second copy, nor does a template that nobody touched. One that
 * was kept is kept anew even when its changes were undone, or the older state would come back after a crash.
 */
function isWorthKeeping(kept: StrataDocument | null): boolean {
  const { isOpen, isDirty, path, runs, document } = useStrata.getState();
  return isOpen && (isDirty || document.id === kept?.id || (path === null && runs.length > 0));
}
