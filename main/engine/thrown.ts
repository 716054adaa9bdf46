import { saysOutOfMemory } from '#shared/problems/outOfMemory.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** `engine.outOfMemory`, where what was thrown says so; else null. */
export function memoryProblem(error: unknown): Problem | null {
  const detail = error instanceof Error ? error.message : String(error);
  return saysOutOfMemory(detail)
    ? { code: 'engine.outOfMemory', severity: 'error', values: { detail } }
    : null;
}

/** What tfjs says of a lookup beyond the rows of its table: the last row stands in the bracket. */
const outOfTable = /GatherV2: the index value (-?\d+) is not in \[0, (\d+)\]/;

/** What TensorFlow's own library says: the number of rows stands in the bracket. */
const outOfNativeTable = /indices\[[\d,]+\] = (-?\d+) is not in \[0, (\d+)\)/;

/** `data.tokenOutOfRange`, where an embedding was asked for a row that it does not have; else null. */
function tokenProblem(error: unknown): Problem | null {
  const message = error instanceof Error ? error.message : '';
  const portable = outOfTable.exec(message);
  const found = portable ?? outOfNativeTable.exec(message);
  if (found === null) return null;
  const size = Number(found[2]) + (portable === null ? 0 : 1);
  const values = { token: Number(found[1]), last: size - 1, size };
  return { code: 'data.tokenOutOfRange', severity: 'error', values };
}

/**
 * What was thrown, as a problem: memory that ran out, a lookup beyond a table, else `engine.internal`, which is our own bug. The stack goes to
 * standard error, never into the problem.
 */
export function asProblem(error: unknown): Problem {
  const known = memoryProblem(error) ?? tokenProblem(error);
  if (known !== null) return known;
  console.error(error);
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'engine.internal', severity: 'error', values: { detail } };
}
