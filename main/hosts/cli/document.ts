import { readDocument } from '#shared/document/readDocument.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { ok } from '#shared/problems/problem.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import type { ExitCode } from '#main/hosts/cli/exitCodes.ts';
import { exitCodeOf } from '#main/hosts/cli/exitCodes.ts';
import { sayProblem } from '#main/hosts/cli/shell.ts';
import type { Shell } from '#main/hosts/cli/shell.ts';
import { readDocumentFile } from '#main/workspace/documents.ts';

/** A document as a command reads it: nothing is locked and no list of recent documents changes. */
interface ReadDocument {
  readonly document: StrataDocument;
  /** Why it cannot be used as it is (unknown layers, a newer version); null: it can. */
  readonly readOnly: Problem | null;
  readonly repairs: readonly Problem[];
}

/** With the file that it was read from. */
export interface FiledDocument extends ReadDocument {
  readonly path: string;
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

/** A command about one document: reads it and hands it on with its path; what cannot be read is said. */
export async function withDocument(
  shell: Shell,
  file: string,
  command: (read: FiledDocument) => Promise<ExitCode> | ExitCode,
): Promise<ExitCode> {
  const path = shell.path(file);
  const read = await readForCommand(path);
  if (read.ok) return command({ ...read.value, path });
  sayProblem(shell, read.problem);
  return exitCodeOf(read.problem);
}
