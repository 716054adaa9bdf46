import type { Op, Program, ValueId } from '#main/engine/graphMode/program.ts';
import { isSameList, rewriteOps } from '#main/engine/graphMode/rewrites/rewriteOps.ts';
import type { ProgramFacts, Rewrite } from '#main/engine/graphMode/rewrites/rewriteOps.ts';

/**
 * `(product + bias) + other` becomes `(product + other) + bias` where TensorFlow's optimizer (remapper.cc, as of 2.21) would
 * merge the former into an op without a name: it then reports errors and leaves the whole graph as it was. These are sums
 * after a depthwise convolution, and sums after a matrix product that one of three activations follows.
 */
export const biasAfterSum: Rewrite = (program) => {
  const users = usersOf(program);
  return rewriteOps(program, (op, facts) => {
    const [output] = op.outputs;
    if (output === undefined || !sums.has(op.name) || op.inputs.length !== 2) return [op];
    const isActivated = users.get(output.id)?.some(({ name }) => activations.has(name)) === true;
    const port = op.inputs.findIndex((input) => {
      const product = biased(input, facts, users)?.inputs[0];
      const producer = product === undefined ? undefined : facts.producerOf(product);
      return producer !== undefined && isMisread(producer, isActivated);
    });
    const bias = op.inputs[port] === undefined ? undefined : facts.producerOf(op.inputs[port]);
    const [one, other] = op.inputs.map((input) => facts.shapeOf(input));
    if (bias === undefined || one === undefined || other === undefined) return [op];
    if (!isSameList(one, other)) return [op];
    const sum = facts.fresh(output);
    return [
      { ...op, inputs: op.inputs.with(port, bias.inputs[0] ?? 0), outputs: [sum] },
      { ...bias, inputs: bias.inputs.with(0, sum.id), outputs: op.outputs },
    ];
  });
};

const sums: ReadonlySet<string> = new Set(['Add', 'AddV2', 'AddN']);

const activations: ReadonlySet<string> = new Set(['Relu', 'Relu6', 'Elu']);

function isMisread({ name }: Op, isActivated: boolean): boolean {
  return name === 'DepthwiseConv2dNative' || (name === 'MatMul' && isActivated);
}

/** The op that adds a bias, if nothing but the sum uses what it makes: only then is it merged. */
function biased(
  id: ValueId,
  facts: ProgramFacts,
  users: ReadonlyMap<ValueId, readonly Op[]>,
): Op | undefined {
  const op = facts.producerOf(id);
  return op?.name === 'BiasAdd' && users.get(id)?.length === 1 ? op : undefined;
}

function usersOf({ ops }: Program): ReadonlyMap<ValueId, readonly Op[]> {
  const users = new Map<ValueId, Op[]>();
  for (const op of ops) {
    for (const input of op.inputs) users.set(input, [...(users.get(input) ?? []), op]);
  }
  return users;
}
