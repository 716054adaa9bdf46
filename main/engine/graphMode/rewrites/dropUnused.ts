import type { Op } from '#main/engine/graphMode/program.ts';
import type { Rewrite } from '#main/engine/graphMode/rewrites/rewriteOps.ts';

/** Leaves out what no result depends on. */
export const dropUnused: Rewrite = (program) => {
  const needed = new Set(program.results);
  const kept: Op[] = [];
  for (const op of [...program.ops].reverse()) {
    if (!op.outputs.some(({ id }) => needed.has(id))) continue;
    for (const id of op.inputs) needed.add(id);
    kept.push(op);
  }
  return { ...program, ops: kept.reverse() };
};
