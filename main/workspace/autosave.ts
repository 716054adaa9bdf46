import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { StrataDocument } from '#shared/document/document.ts';
import { readDocument } from '#shared/document/readDocument.ts';
import { writeDocument } from '#shared/document/writeDocument.ts';
import type { RecoveredDocument } from '#shared/protocol/types.ts';
import { fileNameOf } from '#main/workspace/paths.ts';
import { writeAtomic } from '#main/workspace/writeAtomic.ts';

/** One document with changes that are in no file of the user's yet. */
interface Revision extends RecoveredDocument {
  readonly document: StrataDocument;
}

/** Keeps the last unsaved revision of each document, for recovery after a crash. */
export interface Autosave {
  /** Throws what node:fs throws. */
  keep(document: StrataDocument, path: string | null): Promise<{ readonly savedAtMs: number }>;
  list(): Promise<readonly RecoveredDocument[]>;
  /** null: there is none, or it cannot be read. */
  read(documentId: string): Promise<Revision | null>;
  discard(documentId: string): Promise<void>;
}

/** Autosave in a folder: one file a document, written atomically. */
export function autosaveFolder(folder: string): Autosave {
  const fileOf = (documentId: string) => join(folder, `${fileNameOf(documentId)}.json`);
  return {
    async keep(document, path) {
      const savedAtMs = Date.now();
      const revision = { path, savedAtMs, document: writeDocument(document) };
      await writeAtomic(fileOf(document.id), JSON.stringify(revision));
      return { savedAtMs };
    },
    async list() {
      const names = await readdir(folder).catch((): string[] => []);
      const found = await Promise.all(
        names
          .filter((name) => name.endsWith('.json'))
          .map((name) => readRevision(join(folder, name))),
      );
      return found
        .filter((revision) => revision !== null)
        .map(({ documentId, name, path, savedAtMs }) => ({ documentId, name, path, savedAtMs }))
        .sort((a, b) => b.savedAtMs - a.savedAtMs);
    },
    read: (documentId) => readRevision(fileOf(documentId)),
    discard: (documentId) => rm(fileOf(documentId), { force: true }),
  };
}

async function readRevision(file: string): Promise<Revision | null> {
  try {
    const value = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    const { path, savedAtMs, document: text } = value;
    if (typeof savedAtMs !== 'number' || typeof text !== 'string') return null;
    if (path !== null && typeof path !== 'string') return null;
    const read = readDocument(text);
    if (!read.ok) return null;
    const { document } = read.value;
    return { documentId: document.id, name: document.name, path, savedAtMs, document };
  } catch {
    return null;
  }
}
