import { rewriteOps } from '#main/engine/graphMode/rewrites/rewriteOps.ts';
import type { Rewrite } from '#main/engine/graphMode/rewrites/rewriteOps.ts';

/** The largest of softmax's outputs is where the largest of its inputs is: accuracy needs no softmax. */
export const skipSoftmax: Rewrite = (program) =>
  rewriteOps(program, (op, facts) => {
    const [value, axis] = op.inputs;
    if (op.name !== 'ArgMax' || value === undefined) return [op];
    const softmax = facts.producerOf(value);
    const [logits] = softmax?.inputs ?? [];
    if (softmax?.name !== 'Softmax' || logits === undefined) return [op];
    const last = facts.shapeOf(value).length - 1;
    const chosen = facts.valuesOf(axis)?.[0];
    if (chosen !== last && chosen !== -1) return [op];
    return [{ ...op, inputs: [logits, ...op.inputs.slice(1)] }];
  });
