import type { Rewrite } from '#main/engine/graphMode/rewrites/rewriteOps.ts';

/** Larger constants are not compared: they are rarely equal. */
const comparedValues = 64;

/** Equal constants become one, so that ops on them can be seen to be the same. */
export const mergeConstants: Rewrite = (program) => {
  const first = new Map<string, number>();
  const same = new Map<number, number>();
  for (const [id, { shape, dtype, values }] of program.constants) {
    if (values.length > comparedValues) continue;
    // Bits, not numbers: −0 is not 0.
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    const key = `${dtype}|${shape.join()}|${bytes.join()}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, id);
    else same.set(id, known);
  }
  const current = (id: number) => same.get(id) ?? id;
  return {
    ...program,
    ops: program.ops.map((op) => ({ ...op, inputs: op.inputs.map(current) })),
    results: program.results.map(current),
  };
};
