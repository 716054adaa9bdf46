import { attributeOf } from '#main/engine/graphMode/program.ts';
import type { Op, Program, ValueId } from '#main/engine/graphMode/program.ts';
import { ProgramFacts } from '#main/engine/graphMode/rewrites/rewriteOps.ts';
import type { Rewrite } from '#main/engine/graphMode/rewrites/rewriteOps.ts';

/**
 * maxPool(relu(x)) becomes relu(maxPool(x)), which is the same, and so do their gradients: a window whose largest value is
 * not above 0 gets none either way. Relu and its gradient then work on the pooled tensor, four times smaller for windows
 * of 2×2. (The bias's gradient stays on the full one: taken from the pooled one it was off by 1e-5 now and then.)
 */
export const poolBeforeRelu: Rewrite = (program) => {
  let current = program;
  for (const relu of program.ops) {
    const found = relu.name === 'Relu' ? findPattern(current, relu) : null;
    if (found !== null) current = reorder(current, found);
  }
  return current;
};

interface Pattern {
  readonly relu: Op;
  readonly pool: Op;
  readonly gradients: { readonly pool: Op; readonly relu: Op } | null;
}

function usersOf(program: Program, id: ValueId): readonly Op[] {
  return program.ops.filter(({ inputs }) => inputs.includes(id));
}

function findPattern(program: Program, relu: Op): Pattern | null {
  const active = relu.outputs[0]?.id;
  if (active === undefined || program.results.includes(active)) return null;
  const users = usersOf(program, active);
  const pool = users.find(({ name }) => name === 'MaxPool');
  const pooled = pool?.outputs[0]?.id;
  if (pool === undefined || pooled === undefined) return null;
  if (attributeOf(pool, 'data_format') !== 'NHWC') return null;
  if (users.length === 1) return { relu, pool, gradients: null };
  const poolGradient = users.find(
    ({ name, inputs }) => name === 'MaxPoolGrad' && inputs[0] === active && inputs[1] === pooled,
  );
  const scattered = poolGradient?.outputs[0]?.id;
  if (poolGradient === undefined || scattered === undefined) return null;
  const reluGradient = users.find(
    ({ name, inputs }) => name === 'ReluGrad' && inputs[0] === scattered && inputs[1] === active,
  );
  if (users.length !== 3 || reluGradient === undefined) return null;
  if (program.results.includes(scattered) || usersOf(program, scattered).length > 1) return null;
  return { relu, pool, gradients: { pool: poolGradient, relu: reluGradient } };
}

function reorder(program: Program, { relu, pool, gradients }: Pattern): Program {
  const facts = new ProgramFacts(program);
  const [before] = relu.inputs;
  const [pooled] = pool.outputs;
  if (before === undefined || pooled === undefined) return program;
  const raw = facts.fresh(pooled);
  const replaced = new Map<Op, readonly Op[]>([
    [relu, []],
    [
      pool,
      [
        { ...pool, inputs: [before], outputs: [raw] },
        { ...relu, inputs: [raw.id], outputs: [pooled] },
      ],
    ],
  ]);
  if (gradients !== null) {
    const incoming = gradients.pool.inputs[2];
    if (incoming === undefined) return program;
    const small = facts.fresh(pooled);
    replaced.set(gradients.pool, [
      { ...gradients.relu, inputs: [incoming, pooled.id], outputs: [small] },
      { ...gradients.pool, inputs: [before, raw.id, small.id], outputs: gradients.relu.outputs },
    ]);
    replaced.set(gradients.relu, []);
  }
  return {
    ...program,
    ops: program.ops.flatMap((op) => replaced.get(op) ?? [op]),
    constants: facts.constants,
  };
}
