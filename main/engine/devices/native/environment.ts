import type { NodeFacts, GraphFacts } from '#shared/graph/facts.ts';
import type { LayerFamily } from '#shared/layers/defineLayer.ts';

/** Threads of TensorFlow: within one op, and for ops side by side. null: as many as the processor has. */
export interface Threads {
  readonly intraOp: number | null;
  readonly interOp: number | null;
}

/** Multiply-adds of a step above which even one matrix product keeps several threads busy. */
const largeStep = 200_000_000;

/**
 * Threads by the kind of model, in the order of preference, as measured (2 cores, batch 64): the pool of threads spins, and
 * a step of small products costs half the processor time without it, and no more wall time.
 */
const rules: readonly { readonly family: LayerFamily; readonly threads: Threads }[] = [
  { family: 'convolution', threads: { intraOp: null, interOp: null } },
  { family: 'recurrent', threads: { intraOp: 1, interOp: null } },
];
const dense: Threads = { intraOp: 1, interOp: 1 };
const all: Threads = { intraOp: null, interOp: null };

/** The threads that suit a network, trained with this batch size. */
export function threadsFor(facts: GraphFacts, batchSize: number): Threads {
  const families = new Set(familiesIn(facts));
  const rule = rules.find(({ family }) => families.has(family));
  if (rule !== undefined) return rule.threads;
  return facts.totals.multiplyAdds * batchSize > largeStep ? all : dense;
}

function familiesIn(facts: GraphFacts): readonly LayerFamily[] {
  return [...facts.nodes.values()].flatMap((node: NodeFacts) => [
    ...(node.layer === undefined ? [] : [node.layer.family]),
    ...(node.block === null ? [] : familiesIn(node.block)),
  ]);
}

/**
 * Sets what TensorFlow reads from the environment, where the user has not set it. It reads once, while it is loaded: before
 * that this must be called. oneDNN is off by default on many processors and makes convolutions up to twice as fast; XLA costs
 * more than it brings here, and never ends on long recurrent nets, so that it is off whatever the environment says; the memory
 * of a GPU is taken as it is needed.
 */
export function setEnvironment(
  { intraOp, interOp }: Threads,
  more: Readonly<Record<string, string>> = {},
): void {
  const wanted: Readonly<Record<string, string | null>> = {
    TF_ENABLE_ONEDNN_OPTS: '1',
    TF_CPP_MIN_LOG_LEVEL: '2',
    TF_FORCE_GPU_ALLOW_GROWTH: 'true',
    TF_NUM_INTRAOP_THREADS: intraOp === null ? null : String(intraOp),
    TF_NUM_INTEROP_THREADS: interOp === null ? null : String(interOp),
    ...more,
  };
  for (const [name, value] of Object.entries(wanted)) {
    if (value !== null) process.env[name] ??= value;
  }
  delete process.env.TF_XLA_FLAGS;
}
