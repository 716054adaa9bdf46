import type { OpenedDocument } from '#shared/protocol/types.ts';
import type { Result } from '#shared/problems/problem.ts';
import { getHost } from '#renderer/host/host.ts';
import { movedSource } from '#renderer/store/dataPaths.ts';
import type { StrataState } from '#renderer/store/state.ts';

/** Something else was written there since the document was read: only the user may replace it. */
const isInTheWay: ReadonlySet<string> = new Set(['core.fileExists', 'core.fileChanged']);
const replaceLabel = { en: 'Replace the file', 'zh-CN': '替换文件' };

type Get = () => StrataState;
type Set = (part: Partial<StrataState>) => void;

/** Opens what the host answers. What was open before stays as it is until then. */
async function openWith(
  get: Get,
  ask: () => Promise<Result<OpenedDocument>>,
  isUnsaved = false,
): Promise<boolean> {
  if (!(await mayLeave(get))) return false;
  const answer = await ask();
  if (!answer.ok) {
    get().notify({ tone: 'danger', problem: answer.problem });
    return false;
  }
  const before = get();
  if (before.isOpen && before.document.id !== answer.value.document.id) await giveBack(get);
  get().adopt(answer.value, isUnsaved);
  await get().refreshRuns();
  return true;
}

/** Starts a document from a template. */
export function newDocument(get: Get, template: string): Promise<boolean> {
  return openWith(get, () => getHost().request('createFromTemplate', { template }));
}

/** Opens a file. */
export function openDocument(get: Get, path: string): Promise<boolean> {
  return openWith(get, () => getHost().request('openDocument', { path }));
}

/** Opens a document whose text was dropped onto the page. */
export function importDocument(get: Get, name: string, text: string): Promise<boolean> {
  return openWith(get, () => getHost().request('importDocument', { name, text }));
}

/** Opens what was kept of a document when the program ended without saving it. */
export function recoverDocument(get: Get, documentId: string): Promise<boolean> {
  return openWith(get, () => getHost().request('recoverDocument', { documentId }), true);
}

/** Asks about unsaved changes. False: the user stays. */
async function mayLeave(get: Get): Promise<boolean> {
  if (!get().isOpen) return true;
  const answer = await get().askUnsaved();
  return answer === 'save' ? await get().save() : answer === 'discard';
}

/** Gives back the right to edit the open document, and forgets what was kept of it. */
async function giveBack(get: Get): Promise<void> {
  await getHost().request('closeDocument', { documentId: get().document.id, discard: true });
}

/** Back to the welcome screen. */
export async function closeDocument(get: Get, set: Set): Promise<boolean> {
  if (!(await mayLeave(get))) return false;
  await giveBack(get);
  set({ isOpen: false, dialog: null, selection: [], selectedEdges: [], live: null, runs: [] });
  return true;
}

/** Writes the document to its file. */
export async function save(get: Get, set: Set): Promise<boolean> {
  const { path } = get();
  return path === null ? await saveAs(get, set) : await writeTo(get, set, path, false);
}

/** Asks for a place and writes the document there. */
export async function saveAs(get: Get, set: Set): Promise<boolean> {
  const { document, path } = get();
  const chosen = await getHost().pickPath({
    purpose: 'save',
    title: document.name,
    suggested: path ?? `${document.name}.strata`,
    extensions: ['strata'],
  });
  if (chosen === null) return false;
  // Whoever picks a path in a save dialog has been asked there about replacing a file.
  return await writeTo(get, set, chosen.endsWith('.strata') ? chosen : `${chosen}.strata`, true);
}

/** Data beside the file is named from there, so that both can move together; no step of its own in the history. */
function keepData(get: Get, path: string): void {
  const { document, path: before, edit } = get();
  const { source } = document.data;
  const moved = movedSource(source, before, path);
  if (moved === source || moved === null) return;
  edit({ type: 'setData', data: { source: moved } }, 'never');
}

async function writeTo(get: Get, set: Set, path: string, overwrite: boolean): Promise<boolean> {
  keepData(get, path);
  const { document } = get();
  const answer = await getHost().request('saveDocument', { document, path, overwrite });
  if (!answer.ok) {
    get().notify({
      tone: 'danger',
      problem: answer.problem,
      ...(isInTheWay.has(answer.problem.code)
        ? { action: { label: replaceLabel, run: () => void writeTo(get, set, path, true) } }
        : {}),
    });
    return false;
  }
  set({
    path: answer.value.path,
    savedDocument: document,
    // The user may have gone on editing while the file was written.
    isDirty: get().document !== document,
    savedAtMs: Date.now(),
  });
  return true;
}
