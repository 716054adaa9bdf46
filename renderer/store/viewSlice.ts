import type { Graph, NodeId } from '#shared/graph/graph.ts';
import type { Slice } from '#renderer/store/slice.ts';
import type { ViewSlice } from '#renderer/store/state.ts';

const noNodes: readonly NodeId[] = [];

/** Selection, panels, dialogs, language and colours. */
export const createViewSlice: Slice<ViewSlice> = (set, get) => ({
  step: 'design',
  selection: noNodes,
  selectedEdges: [],
  hovered: null,
  drawer: { isOpen: true, tab: 'summary', heightPx: 266 },
  codeLanguage: 'typescript',
  isPaletteOpen: true,
  isInspectorOpen: true,
  isCodeOpen: false,
  dialog: null,
  unsavedQuestion: null,
  language: 'en',
  colorScheme: 'light',
  reveal: null,
  announcement: '',

  setStep(step) {
    set({ step });
  },

  select(nodes, edges = []) {
    const state = get();
    if (isSame(state.selection, nodes) && isSame(state.selectedEdges, edges)) return;
    state.endMerge();
    set({ selection: nodes, selectedEdges: edges });
  },

  hover(hovered) {
    if (get().hovered !== hovered) set({ hovered });
  },

  setDrawer(drawer) {
    set({ drawer: { ...get().drawer, ...drawer } });
  },

  setCodeLanguage(codeLanguage) {
    set({ codeLanguage });
  },

  togglePalette() {
    set({ isPaletteOpen: !get().isPaletteOpen });
  },

  toggleInspector() {
    set({ isInspectorOpen: !get().isInspectorOpen });
  },

  toggleCode() {
    const { isCodeOpen, drawer } = get();
    // Never the same code twice.
    const isTwice = !isCodeOpen && drawer.tab === 'code';
    set({
      isCodeOpen: !isCodeOpen,
      ...(isTwice ? { drawer: { ...drawer, tab: 'summary' } } : {}),
    });
  },

  openDialog(dialog) {
    set({ dialog });
  },

  closeDialog() {
    set({ dialog: null });
  },

  revealPlace(place) {
    const state = get();
    const isHere = (graph: Graph) => graph.nodes.some(({ id }) => id === place.node);
    // What the problems list names lies in the document's own graph, unless an open block has it.
    if (!isHere(state.sheet.graph) && isHere(state.document.graph)) state.openSheet([]);
    const node = get().sheet.graph.nodes.find(({ id }) => id === place.node);
    if (node !== undefined) state.select([node.id]);
    set({ step: 'design', reveal: { place, count: (state.reveal?.count ?? 0) + 1 } });
  },

  stepProblem(direction) {
    const { problems, reveal, revealPlace, setDrawer } = get();
    if (problems.length === 0) return;
    const shown = problems.findIndex(({ place }) => place !== undefined && place === reveal?.place);
    const first = direction === 1 ? 0 : problems.length - 1;
    const index = shown === -1 ? first : (shown + direction + problems.length) % problems.length;
    const place = problems[index]?.place;
    setDrawer({ isOpen: true, tab: 'problems' });
    revealPlace(place ?? {});
  },

  askUnsaved() {
    if (!get().isDirty) return Promise.resolve('discard');
    return new Promise((resolve) => {
      set({ unsavedQuestion: resolve });
    });
  },

  answerUnsaved(answer) {
    const { unsavedQuestion } = get();
    set({ unsavedQuestion: null });
    unsavedQuestion?.(answer);
  },

  setColorScheme(colorScheme) {
    set({ colorScheme });
  },

  setLanguage(language) {
    set({ language });
  },

  announce(announcement) {
    set({ announcement });
  },
});

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
