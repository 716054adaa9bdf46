import { applyEdit, editLabel } from '#shared/document/edit.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { withinBlock } from '#shared/document/withinBlock.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { blankDocument } from '#renderer/store/blankDocument.ts';
import { deriveFrom, keepSelection } from '#renderer/store/derive.ts';
import * as files from '#renderer/store/documentFiles.ts';
import { captureStep, stacks } from '#renderer/store/historySlice.ts';
import { sheetOf } from '#renderer/store/sheet.ts';
import type { Slice } from '#renderer/store/slice.ts';
import type { DocumentSlice } from '#renderer/store/state.ts';

/** The open document, its edits and its files. */
export const createDocumentSlice: Slice<DocumentSlice> = (set, get) => ({
  isOpen: false,
  path: null,
  readOnly: null,
  savedDocument: blankDocument,
  isDirty: false,
  savedAtMs: null,
  preview: null,
  ...deriveFrom(blankDocument),

  edit(edit, capture) {
    get().editDocument(withinBlock(edit, get().sheet.block?.id ?? null), capture);
  },

  editDocument(edit, capture = 'now') {
    const state = get();
    if (!state.isOpen) return;
    if (state.readOnly !== null) {
      state.notify({ tone: 'warn', problem: state.readOnly });
      return;
    }
    const document = applyEdit(state.document, edit);
    if (document === state.document) return;
    const history =
      capture === 'never' ? {} : captureStep(state, editLabel(edit), state.document, capture);
    const derived = deriveFrom(document, state);
    set({
      ...derived,
      ...keepSelection(state, derived.sheet.graph),
      ...history,
      preview: null,
      isDirty: document !== state.savedDocument,
    });
  },

  applyFix(fix) {
    get().editDocument({ type: 'batch', label: fix.title, edits: [fix.edit] }, 'now');
  },

  openSheet(path) {
    const { document, facts, problems } = get();
    get().endMerge();
    set({
      sheet: sheetOf(document, facts, problems, path),
      selection: [],
      selectedEdges: [],
      hovered: null,
      preview: null,
    });
  },

  previewEdit(edit) {
    const state = get();
    if (edit === null) {
      if (state.preview !== null) set({ preview: null });
      return;
    }
    const document = applyEdit(state.document, edit);
    set({
      preview: {
        edit,
        document,
        facts: inferGraph(document.graph, document.blocks, state.facts),
      },
    });
  },

  adopt(opened, isUnsaved = false) {
    set({
      // What was said about the document before it has no place beside this one.
      notices: get().notices.filter(({ problem }) => !isAboutDocument(problem)),
      isOpen: true,
      path: opened.path,
      readOnly: opened.readOnly,
      savedDocument: isUnsaved ? null : opened.document,
      isDirty: isUnsaved,
      savedAtMs: null,
      preview: null,
      ...deriveFrom(opened.document),
      ...stacks([], []),
      step: 'design',
      dialog: null,
      selection: [],
      selectedEdges: [],
      reveal: null,
      runs: [],
      live: null,
      batch: null,
      batchRun: null,
      runData: null,
      batchTrace: [],
    });
    for (const problem of opened.repairs) get().notify({ tone: 'warn', problem });
    if (opened.readOnly !== null) get().notify({ tone: 'warn', problem: opened.readOnly });
  },

  newDocument: (templateId) => files.newDocument(get, templateId),
  openDocument: (path) => files.openDocument(get, path),
  importDocument: (name, text) => files.importDocument(get, name, text),
  recoverDocument: (documentId) => files.recoverDocument(get, documentId),
  save: () => files.save(get, set),
  saveAs: () => files.saveAs(get, set),
  closeDocument: () => files.closeDocument(get, set),
});

function isAboutDocument(problem: Problem | undefined): boolean {
  return problem?.code.startsWith('document.') === true;
}
