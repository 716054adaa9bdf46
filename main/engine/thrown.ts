import type { Problem } from '#shared/problems/problem.ts';

/** What WebAssembly, V8 and the system say when memory has run out. */
const outOfMemory =
  /out of memory|allocation failed|invalid (typed )?array length|memory access out of bounds|cannot enlarge memory|ENOMEM|table index is out of bounds/i;

/** `engine.outOfMemory`, where what was thrown says so; else null. */
export function memoryProblem(error: unknown): Problem | null {
  const detail = error instanceof Error ? error.message : String(error);
  return outOfMemory.test(detail)
    ? { code: 'engine.outOfMemory', severity: 'error', values: { detail } }
    : null;
}

/**
 * What was thrown, as a problem: memory that ran out, else `engine.internal`, which is our own bug. The stack goes to
 * standard error, never into the problem.
 */
export function asProblem(error: unknown): Problem {
  const memory = memoryProblem(error);
  if (memory !== null) return memory;
  console.error(error);
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'engine.internal', severity: 'error', values: { detail } };
}
