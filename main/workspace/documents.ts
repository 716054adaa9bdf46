import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { extname } from 'node:path';
import type { StrataDocument } from '#shared/document/document.ts';
import { writeDocument } from '#shared/document/writeDocument.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/problem.ts';
import { withFiles } from '#main/workspace/fileProblem.ts';
import { backupOf, documentExtension } from '#main/workspace/paths.ts';
import { writeAtomic } from '#main/workspace/writeAtomic.ts';
import { bytesText } from '#shared/problems/bytesText.ts';

/** A larger file is no document: nothing that a person draws comes near it. */
const maxDocumentBytes = 64 * 1024 * 1024;

/** Tells whether a file is still the one that was read or written. */
export interface FileStamp {
  readonly modifiedMs: number;
  readonly sizeBytes: number;
}

/** Text of a document file. Problems: `workspace.missing`, `.isFolder`, `.tooLarge`, `.notText`, … */
export async function readDocumentFile(
  path: string,
): Promise<Result<{ readonly text: string; readonly stamp: FileStamp }>> {
  const opened = await withFiles(path, () => open(path, 'r'));
  if (!opened.ok) return opened;
  const file = opened.value;
  try {
    const read = await withFiles(path, () => readLimited(file, path));
    return read.ok ? read.value : read;
  } finally {
    await file.close();
  }
}

async function readLimited(
  file: FileHandle,
  path: string,
): Promise<Result<{ readonly text: string; readonly stamp: FileStamp }>> {
  const place = { place: { file: path } };
  const status = await file.stat();
  if (status.isDirectory()) return refuse('workspace.isFolder', { path }, place);
  if (!status.isFile()) return refuse('workspace.notAFile', { path }, place);
  if (status.size > maxDocumentBytes) {
    return refuse(
      'workspace.tooLarge',
      { path, size: bytesText(status.size), limit: bytesText(maxDocumentBytes) },
      place,
    );
  }
  const bytes = await file.readFile();
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return ok({ text, stamp: { modifiedMs: status.mtimeMs, sizeBytes: status.size } });
  } catch {
    return refuse('workspace.notText', { path }, place);
  }
}

/** Writes a document file atomically, keeps one backup, and gives the stamp of what was written. */
export async function writeDocumentFile(
  path: string,
  document: StrataDocument,
): Promise<Result<FileStamp>> {
  return withFiles(path, async () => {
    await writeAtomic(path, writeDocument(document), { backup: backupOf(path) });
    return stampOf(path);
  });
}

/** Stamp of a file as it lies there now. Throws what node:fs throws. */
export async function stampOf(path: string): Promise<FileStamp> {
  const file = await open(path, 'r');
  try {
    const { mtimeMs, size } = await file.stat();
    return { modifiedMs: mtimeMs, sizeBytes: size };
  } finally {
    await file.close();
  }
}

/** The path with the ending of documents; a user who typed `cats` means `cats.strata`. */
export function documentPath(path: string): string {
  return extname(path).toLowerCase() === documentExtension ? path : path + documentExtension;
}
