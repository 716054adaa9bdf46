import { ReadFailure } from '#main/engine/data/readFailure.ts';
import { memoryBytes } from '#main/engine/data/tables/session.ts';
import { fileProblem } from '#main/workspace/fileProblem.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { bytesText } from '#shared/problems/bytesText.ts';

/** What DuckDB's errors begin with, where a file is the cause and not our own SQL. */
const ofTheFile =
  /^(Invalid Input|Conversion|IO|Serialization|Invalid|Out of Range|Invalid Configuration)\b/;

/**
 * What was thrown while `file` was read, as a problem; what is our own bug, and a signal's reason, is thrown again.
 * Problems: `table.memory`, `table.unreadable`, those of the file system.
 */
export function tableProblem(error: unknown, file: string): Problem {
  if (error instanceof ReadFailure) return error.problem;
  const ofSystem = fileProblem(error, file);
  if (ofSystem !== null) return ofSystem;
  const message = error instanceof Error ? error.message : '';
  const common = { severity: 'error', place: { file } } as const;
  if (/^Out of Memory/.test(message)) {
    const limit = bytesText(memoryBytes);
    return { ...common, code: 'table.memory', values: { file, limit } };
  }
  if (!ofTheFile.test(message)) throw error;
  return { ...common, code: 'table.unreadable', values: { file, reason: reasonIn(message) } };
}

/** The first line, without the name of the class of error. */
function reasonIn(message: string): string {
  const [line = ''] = message.replace(/^[A-Za-z ]+Error: /, '').split('\n');
  return line.slice(0, 300);
}

/** True where DuckDB says that the content of a file is at fault. */
export function isOfTheFile(error: unknown): error is Error {
  return error instanceof Error && ofTheFile.test(error.message);
}
