import i18next from 'i18next';
import type { DataRecipe, DataSource } from '#shared/data/data.ts';
import { guessRecipe } from '#shared/data/guess/guessRecipe.ts';
import { findSource } from '#shared/data/sources/index.ts';
import { bindData } from '#shared/document/bindData.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { LocalText } from '#shared/problems/problem.ts';
import { getHost } from '#renderer/host/host.ts';
import { nameOf } from '#renderer/parts/text/filePaths.ts';
import { reconcile } from '#renderer/store/reconcile.ts';
import type { Slice } from '#renderer/store/slice.ts';
import type { DataSlice, KnownSource, StrataState } from '#renderer/store/state.ts';

/** Sources of a session that are kept. */
const mostKnown = 12;

/** What a report depends on: the source, and what its columns are taken for. */
function reportKey({ source, features }: DataRecipe): string {
  return JSON.stringify([source, features.map(({ name, kind }) => [name, kind])]);
}

/** What is known of the document's data by reading it. */
export const createDataSlice: Slice<DataSlice> = (set, get) => {
  /** Everything of a new source is one undo step, bound anew to the network that is there. */
  const take = ({ source: asked, report, recipe }: KnownSource): void => {
    // What a recipe begins with may say how the source is read: the size of pictures.
    const source = recipe.source ?? asked;
    const { document, edit, knownSources } = get();
    const before = document.data;
    edit({
      type: 'batch',
      label: openLabel(report.name, source.kind),
      edits: [{ type: 'setData', data: bindData(document, recipe) }],
    });
    // The document holds drawings: there is one set of them. What was done with the source before is kept with it.
    const others = knownSources
      .filter((known) => !isSameSource(known.source, source) && known.source.kind !== 'drawings')
      .map((known) =>
        before.source !== null && isSameSource(known.source, before.source)
          ? { ...known, recipe: before }
          : known,
      );
    const isSame = isSameSource(source, asked);
    set({
      knownSources: [{ source, report, recipe }, ...others].slice(0, mostKnown),
      dataReport: isSame
        ? { key: reportKey(get().document.data), answer: { ok: true, value: report } }
        : null,
    });
  };

  return {
    inspected: null,
    isInspectingData: false,
    dataReport: null,
    isReadingReport: false,
    dataProgress: null,
    openingData: null,
    knownSources: [],

    async inspectData() {
      const { document, path, inspected, isInspectingData } = get();
      if (isInspectingData || inspected?.data === document.data) return;
      set({ isInspectingData: true });
      const answer = await getHost().request('inspectData', { document, path });
      set({ isInspectingData: false, inspected: { data: document.data, answer } });
      // The recipe may have changed while it was read.
      if (get().document.data !== document.data) await get().inspectData();
    },

    async readReport() {
      const { document, path, dataReport, isReadingReport } = get();
      const key = reportKey(document.data);
      if (document.data.source === null || isReadingReport || dataReport?.key === key) return;
      set({ isReadingReport: true, dataProgress: null });
      const answer = await getHost().request('dataReport', { document, path });
      set({ isReadingReport: false, dataProgress: null, dataReport: { key, answer } });
      if (reportKey(get().document.data) !== key) {
        await get().readReport();
        return;
      }
      const changes = answer.ok ? reconcile(get().document.data, answer.value) : null;
      if (changes === null) return;
      // It follows from what was changed before, and goes back with it.
      get().edit({ type: 'setData', data: changes }, 'never');
      set({ dataReport: { key: reportKey(get().document.data), answer } });
    },

    async readAgain() {
      set({ dataReport: null });
      await get().readReport();
    },

    async allowData() {
      const { document, path } = get();
      const answer = await getHost().request('allowData', { document, path });
      if (!answer.ok) get().notify({ tone: 'danger', problem: answer.problem });
      await get().readAgain();
      return answer.ok;
    },

    async openData(paths) {
      const [first] = paths;
      if (first === undefined || get().openingData !== null) return false;
      set({ openingData: nameOf(first), dataProgress: null });
      if (get().isOpen) set({ step: 'data' });
      const answer = await getHost().request('recogniseData', { paths: [...paths] });
      set({ openingData: null, dataProgress: null });
      if (!answer.ok) {
        if (answer.problem.code !== 'data.cancelled') {
          get().notify({ tone: 'danger', problem: answer.problem });
        }
        return false;
      }
      if (!get().isOpen) {
        if (!(await get().newDocument('blank'))) return false;
        const name = (answer.value.report.name ?? '').replace(/\.[^.]{1,8}$/, '');
        if (name !== '') get().edit({ type: 'setName', name }, 'never');
      }
      take(answer.value);
      set({ step: 'data' });
      return true;
    },

    async pickData(purpose) {
      const title = i18next.t(purpose === 'folder' ? 'data:openFolder' : 'data:openFile');
      const path = await getHost().pickPath({ purpose, title, extensions: [] });
      return path !== null && (await get().openData([path]));
    },

    async chooseSource(source) {
      const known = get().knownSources.find((each) => isSameSource(each.source, source));
      if (known !== undefined) {
        take(known);
        return true;
      }
      const { document, path } = get();
      const asked = withSource(document, source);
      set({ openingData: source.kind, dataProgress: null });
      const answer = await getHost().request('dataReport', { document: asked, path });
      set({ openingData: null, dataProgress: null });
      if (!answer.ok) {
        get().notify({ tone: 'danger', problem: answer.problem });
        return false;
      }
      take({ source, report: answer.value, recipe: guessRecipe(source, answer.value) });
      return true;
    },

    async cancelData() {
      const answer = await getHost().request('cancelData', {});
      if (!answer.ok) get().notify({ tone: 'danger', problem: answer.problem });
    },

    takeDataProgress(dataProgress) {
      const { isReadingReport, openingData } = get();
      if (isReadingReport || openingData !== null) set({ dataProgress });
    },
  };
};

function isSameSource(one: DataSource, other: DataSource): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The document as it would be with another source, to ask about it before anything changes. */
function withSource(document: StrataState['document'], source: DataSource): StrataDocument {
  return {
    ...document,
    data: {
      ...document.data,
      source,
      features: [],
      steps: [],
      windows: null,
      augmentations: [],
      bindings: { inputs: {}, outputs: {} },
    },
  };
}

/** The undo step of opening data: by the name of its file, else by the source's title. */
function openLabel(name: string | null, kind: string): LocalText {
  const title = findSource(kind)?.title;
  return {
    en: `Open ${name ?? title?.en ?? kind}`,
    'zh-CN': `打开 ${name ?? title?.['zh-CN'] ?? kind}`,
  };
}
