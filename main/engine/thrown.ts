import type { Problem } from '#shared/problems/problem.ts';

/** What WebAssembly, V8, TensorFlow and the system say when memory has run out. */
const outOfMemory =
  /out of memory|OOM when allocating|bad_alloc|RESOURCE_EXHAUSTED|allocation failed|invalid (typed )?array length|memory access out of bounds|cannot enlarge memory|ENOMEM|table index is out of bounds/i;

/** `engine.outOfMemory`, where what was thrown says so; else null. */
export function memoryProblem(error: unknown): Problem | null {
  const detail = error instanceof Error ? error.message : String(error);
  return outOfMemory.test(detail)
    ? { code: 'engine.outOfMemory', severity: 'error', values: { detail } }
    : null;
}

/** What tfjs says of a lookup beyond the rows of its table. */
const outOfTable = /GatherV2: the index value (-?\d+) is not in \[0, (\d+)\]/;

/** `data.tokenOutOfRange`, where an embedding was asked for a row that it does not have; else null. */
function tokenProblem(error: unknown): Problem | null {
  const found = outOfTable.exec(error instanceof Error ? error.message : '');
  if (found === null) return null;
  const values = { token: Number(found[1]), last: Number(found[2]), size: Number(found[2]) + 1 };
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
