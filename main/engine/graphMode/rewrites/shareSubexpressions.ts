import type { Op } from '#main/engine/graphMode/program.ts';
import { rewriteOps } from '#main/engine/graphMode/rewrites/rewriteOps.ts';
import type { Rewrite } from '#main/engine/graphMode/rewrites/rewriteOps.ts';

/** Ops that give something else each time they run. */
const changing = /^(Random|Multinomial|Truncated)/;

/** What is computed twice from the same tensors is computed once. */
export const shareSubexpressions: Rewrite = (program) => {
  const known = new Map<string, Op>();
  return rewriteOps(program, (op) => {
    if (changing.test(op.name)) return [op];
    const key = JSON.stringify([
      op.name,
      op.inputs,
      op.attributes.map(({ name, value }) => [name, value]),
      op.outputs.map(({ shape, dtype }) => [shape, dtype]),
    ]);
    const same = known.get(key);
    if (same !== undefined) return { sameAs: same.outputs.map(({ id }) => id) };
    known.set(key, op);
    return [op];
  });
};
