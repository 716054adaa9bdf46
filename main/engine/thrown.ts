import type { Problem } from '#shared/problems/problem.ts';

/** What WebAssembly, V8 and the system say when memory has run out. */
const outOfMemory =
  /out of memory|allocation failed|array buffer allocation|invalid typed array length|memory access out of bounds|cannot enlarge memory|ENOMEM|Aborted\(OOM|table index is out of bounds/i;

/**
 * What was thrown, as a problem: `engine.outOfMemory` where the words say so, else `engine.internal`, which is our own
 * bug. The stack goes to standard error, never into the problem.
 */
export function asProblem(error: unknown): Problem {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError || outOfMemory.test(detail)) {
    return { code: 'engine.outOfMemory', severity: 'error', values: { detail } };
  }
  console.error(error);
  return { code: 'engine.internal', severity: 'error', values: { detail } };
}
