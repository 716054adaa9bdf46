import { stat } from 'node:fs/promises';
import type { StrataDocument } from '#shared/document/document.ts';
import { readDocument } from '#shared/document/readDocument.ts';
import { thumbnail } from '#shared/document/thumbnail.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import type { Context, Handlers } from '#main/core/context.ts';
import {
  documentPath,
  readDocumentFile,
  stampOf,
  writeDocumentFile,
} from '#main/workspace/documents.ts';
import { withFiles } from '#main/workspace/fileProblem.ts';

/** Opening, keeping and closing documents. */
export const documentHandlers = {
  async openDocument({ path }, context, session) {
    const { locks, seen, runs } = context;
    const file = await readDocumentFile(path);
    if (!file.ok) return file;
    const read = readDocument(file.value.text);
    if (!read.ok) return { ok: false, problem: { ...read.problem, place: { file: path } } };
    const { document, repairs } = read.value;
    const readOnly =
      read.value.readOnly ?? (locks.take(document.id, session) ? null : openElsewhere(document));
    seen.remember(session, path, file.value.stamp);
    if (readOnly === null) await runs.documentOpened(document.id, path);
    await addRecent(context, document, path);
    return ok({ document, path, readOnly, repairs });
  },

  importDocument({ text }, { locks }, session) {
    const read = readDocument(text);
    if (!read.ok) return read;
    const { document, repairs } = read.value;
    const readOnly =
      read.value.readOnly ?? (locks.take(document.id, session) ? null : openElsewhere(document));
    return ok({ document, path: null, readOnly, repairs });
  },

  async autosaveDocument({ document, path }, { locks, autosave, paths }, session) {
    if (!locks.take(document.id, session)) return { ok: false, problem: openElsewhere(document) };
    return withFiles(paths.autosaveFolder, () => autosave.keep(document, path));
  },

  async saveDocument({ document, path, overwrite }, context, session) {
    const { locks, seen, autosave, runs } = context;
    if (!locks.take(document.id, session)) return { ok: false, problem: openElsewhere(document) };
    const target = documentPath(path);
    // The ending may have been added: what lies under the full name counts.
    const allowed = await context.allowed.check(target);
    if (!allowed.ok) return allowed;
    if (!overwrite) {
      const free = await mayWrite(context, session, target);
      if (!free.ok) return free;
    }
    const written = await writeDocumentFile(target, document);
    if (!written.ok) return written;
    seen.remember(session, target, written.value);
    await autosave.discard(document.id);
    await addRecent(context, document, target);
    await runs.documentSaved(document.id, target);
    return ok({ path: target });
  },

  async closeDocument({ documentId, discard }, { locks, autosave }, session) {
    // Only who edits it may throw its changes away.
    if (discard && locks.take(documentId, session)) await autosave.discard(documentId);
    locks.release(documentId, session);
    return ok(null);
  },
} satisfies Partial<Handlers>;

/** The problem of the second editor. */
export function openElsewhere(document: Pick<StrataDocument, 'name'>): Problem {
  return { code: 'core.openElsewhere', severity: 'error', values: { name: document.name } };
}

async function mayWrite({ seen }: Context, session: string, path: string): Promise<Result<null>> {
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  if (!exists) return ok(null);
  const known = seen.get(session, path);
  if (known === null) return refuse('core.fileExists', { path }, { place: { file: path } });
  const now = await stampOf(path);
  const isSame = now.modifiedMs === known.modifiedMs && now.sizeBytes === known.sizeBytes;
  return isSame ? ok(null) : refuse('core.fileChanged', { path }, { place: { file: path } });
}

/** The list of recent documents is a convenience: nothing fails because of it. */
async function addRecent(
  { recents }: Context,
  document: StrataDocument,
  path: string,
): Promise<void> {
  const bars = thumbnail(document, inferGraph(document.graph, document.blocks));
  await recents
    .add({ path, name: document.name, openedAtMs: Date.now(), thumbnail: bars })
    .catch(() => undefined);
}
