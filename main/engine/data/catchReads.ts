import { ReadFailure } from '#main/engine/data/readFailure.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, refuse } from '#shared/problems/problem.ts';

/** Answers with the problem that ended a reading. Problem of its own: `data.cancelled`. */
export async function catchReads<Value>(
  signal: AbortSignal,
  read: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ReadFailure) return fail(error.problem);
    if (signal.aborted) return refuse('data.cancelled');
    throw error;
  }
}
