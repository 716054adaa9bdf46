import { getHost } from '#renderer/host/host.ts';
import type { Step } from '#renderer/store/state.ts';
import { useStrata } from '#renderer/store/store.ts';

const openKey = 'strata.open';

interface OpenBefore {
  readonly documentId: string;
  readonly path: string | null;
  readonly step: Step;
}

/** Reloading the page comes back to the document that was open in it; a new page opens what its address names. */
export function startSession(): void {
  void reopen();
  useStrata.subscribe((state, before) => {
    const isSame =
      state.isOpen === before.isOpen &&
      state.document.id === before.document.id &&
      state.path === before.path &&
      state.step === before.step;
    if (isSame) return;
    if (state.isOpen) {
      const open: OpenBefore = {
        documentId: state.document.id,
        path: state.path,
        step: state.step,
      };
      sessionStorage.setItem(openKey, JSON.stringify(open));
    } else sessionStorage.removeItem(openKey);
  });
}

async function reopen(): Promise<void> {
  const before = openBefore();
  if (before === null) {
    const asked = new URLSearchParams(window.location.hash.slice(1)).get('open');
    if (asked !== null) await useStrata.getState().openDocument(asked);
    return;
  }
  const kept = await getHost().request('recoverDocument', { documentId: before.documentId });
  const state = useStrata.getState();
  if (state.isOpen) return;
  if (kept.ok) {
    state.adopt(kept.value, true);
    await state.refreshRuns();
  } else if (before.path === null || !(await state.openDocument(before.path))) return;
  useStrata.getState().setStep(before.step);
}

function openBefore(): OpenBefore | null {
  const text = sessionStorage.getItem(openKey);
  if (text === null) return null;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return null;
  const { documentId, path, step } = value as Partial<OpenBefore>;
  if (typeof documentId !== 'string') return null;
  return {
    documentId,
    path: path ?? null,
    step: step === 'train' || step === 'data' ? step : 'design',
  };
}
