import type { StrataDocument } from '#shared/document/document.ts';
import type { LocalText } from '#shared/problems/problem.ts';
import { deriveFrom, keepSelection } from '#renderer/store/derive.ts';
import type { Slice } from '#renderer/store/slice.ts';
import type { Capture, HistorySlice, HistoryStep } from '#renderer/store/state.ts';

/** Steps that are kept. Documents share what did not change, so a step is small. */
const longestHistory = 500;

type Stacks = Pick<HistorySlice, 'past' | 'future' | 'undoLabel' | 'redoLabel'>;

/** Both stacks with the labels that follow from them. */
export function stacks(past: readonly HistoryStep[], future: readonly HistoryStep[]): Stacks {
  return {
    past,
    future,
    undoLabel: past.at(-1)?.label ?? null,
    redoLabel: future.at(-1)?.label ?? null,
  };
}

/** History after an edit of `before`: a new step, or the last one where both carry the same merge key. */
export function captureStep(
  history: Pick<HistorySlice, 'past'>,
  label: LocalText,
  before: StrataDocument,
  capture: Exclude<Capture, 'never'>,
): Stacks {
  const mergeKey = capture === 'now' ? null : capture.merge;
  if (mergeKey !== null && history.past.at(-1)?.mergeKey === mergeKey) {
    return stacks(history.past, []);
  }
  const past = [...history.past, { label, document: before, mergeKey }];
  return stacks(past.slice(-longestHistory), []);
}

/** Undo and redo: each step holds the whole document of its other side. */
export const createHistorySlice: Slice<HistorySlice> = (set, get) => ({
  ...stacks([], []),

  undo() {
    const state = get();
    const step = state.past.at(-1);
    if (step === undefined || state.readOnly !== null) return;
    const derived = deriveFrom(step.document, state);
    set({
      ...derived,
      ...keepSelection(state, derived.sheet.graph),
      ...stacks(state.past.slice(0, -1), [
        ...state.future,
        { label: step.label, document: state.document, mergeKey: null },
      ]),
      preview: null,
      isDirty: step.document !== state.savedDocument,
    });
  },

  redo() {
    const state = get();
    const step = state.future.at(-1);
    if (step === undefined || state.readOnly !== null) return;
    const derived = deriveFrom(step.document, state);
    set({
      ...derived,
      ...keepSelection(state, derived.sheet.graph),
      ...stacks(
        [...state.past, { label: step.label, document: state.document, mergeKey: null }],
        state.future.slice(0, -1),
      ),
      preview: null,
      isDirty: step.document !== state.savedDocument,
    });
  },

  endMerge() {
    const { past } = get();
    const last = past.at(-1);
    if (last === undefined || last.mergeKey === null) return;
    set({ past: [...past.slice(0, -1), { ...last, mergeKey: null }] });
  },
});
