import { attributeOf } from '#main/engine/graphMode/program.ts';
import type { Op } from '#main/engine/graphMode/program.ts';
import { isSameList, rewriteOps } from '#main/engine/graphMode/rewrites/rewriteOps.ts';
import type { ProgramFacts, Rewrite } from '#main/engine/graphMode/rewrites/rewriteOps.ts';

/** Leaves out what changes nothing: copies, casts to the same type, reshapes to the same shape, transposes of no axis; and of reshapes one after the other all but the last. */
export const removeIdentities: Rewrite = (program) =>
  rewriteOps(program, (op, facts) => {
    const [input] = op.inputs;
    if (input === undefined) return [op];
    if (op.name === 'Reshape') {
      const source = reshaped(input, facts);
      return isSameList(facts.shapeOf(source), op.outputs[0]?.shape ?? [-1])
        ? { sameAs: [source] }
        : [{ ...op, inputs: [source, ...op.inputs.slice(1)] }];
    }
    return isIdentity(op, facts) ? { sameAs: [input] } : [op];
  });

/** What reshapes in front of this tensor begin with. */
function reshaped(id: number, facts: ProgramFacts): number {
  const producer = facts.producerOf(id);
  return producer?.name === 'Reshape' ? (producer.inputs[0] ?? id) : id;
}

function isIdentity(op: Op, facts: ProgramFacts): boolean {
  if (op.name === 'Identity') return true;
  if (op.name === 'Cast') return attributeOf(op, 'SrcT') === attributeOf(op, 'DstT');
  if (op.name !== 'Transpose') return false;
  const order = facts.valuesOf(op.inputs[1]);
  return order?.every((axis, index) => axis === index) === true;
}
