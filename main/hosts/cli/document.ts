import { readDocument } from '#shared/document/readDocument.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { ok } from '#shared/problems/problem.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { readDocumentFile } from '#main/workspace/documents.ts';

/** A document as a command reads it: nothing is locked and no list of recent documents changes. */
export interface ReadDocument {
  readonly document: StrataDocument;
  /** Why it cannot be used as it is (unknown layers, a newer version); null: it can. */
  readonly readOnly: Problem | null;
  readonly repairs: readonly Problem[];
}

/** Reads a document for a command. */
export async function readForCommand(path: string): Promise<Result<ReadDocument>> {
  const file = await readDocumentFile(path);
  if (!file.ok) return file;
  const read = readDocument(file.value.text);
  return read.ok
    ? ok(read.value)
    : { ok: false, problem: { ...read.problem, place: { file: path } } };
}
