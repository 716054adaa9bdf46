import type { EditHandlers } from '#shared/document/edit.ts';
import { changeGraph } from '#shared/document/edits/inGraph.ts';

/** Edits of remarks on the canvas. */
export const noteEdits: EditHandlers<'addNote' | 'setNote' | 'removeNote'> = {
  addNote: {
    apply: (document, { block, note }) =>
      changeGraph(document, block, (graph) =>
        graph.notes.some((each) => each.id === note.id)
          ? graph
          : { ...graph, notes: [...graph.notes, note] },
      ),
    label: () => ({ en: 'Add note', 'zh-CN': '添加便签' }),
  },
  setNote: {
    apply: (document, { block, id, note }) =>
      changeGraph(document, block, (graph) =>
        graph.notes.some((each) => each.id === id)
          ? {
              ...graph,
              notes: graph.notes.map((each) => (each.id === id ? { ...each, ...note } : each)),
            }
          : graph,
      ),
    label: ({ note }) =>
      note.text === undefined
        ? { en: 'Move note', 'zh-CN': '移动便签' }
        : { en: 'Edit note', 'zh-CN': '编辑便签' },
  },
  removeNote: {
    apply: (document, { block, id }) =>
      changeGraph(document, block, (graph) => {
        const notes = graph.notes.filter((each) => each.id !== id);
        return notes.length === graph.notes.length ? graph : { ...graph, notes };
      }),
    label: () => ({ en: 'Delete note', 'zh-CN': '删除便签' }),
  },
};
