import { fewestRowsOfTable } from '#main/engine/graphMode/sparseGradients.ts';
import type { NodeFacts, GraphFacts } from '#shared/graph/facts.ts';
import type { LayerFamily } from '#shared/layers/defineLayer.ts';

/** Threads of TensorFlow: within one op, and for ops side by side. null: as many as the processor has. */
export interface Threads {
  readonly intraOp: number | null;
  readonly interOp: number | null;
}

/** One thread for everything: small ops one after the other. */
const oneThread: Threads = { intraOp: 1, interOp: 1 };
/** One thread for an op, a second for what does not depend on it. */
const sideBySide: Threads = { intraOp: 1, interOp: 2 };
const all: Threads = { intraOp: null, interOp: null };

interface ThreadRule {
  readonly family: LayerFamily;
  /** Up to how many multiply-adds of a step these threads are enough. */
  readonly largest: number;
  readonly threads: Threads;
}

/**
 * By the kind of layer in the order of preference, as measured (2 cores, batch 64). The pool of threads spins: a step of small
 * products costs half the processor time without it, and no more wall time. The steps of recurrent nets are a chain of small
 * ops; beside it a second thread takes the products of gradients that have become ready: 1.3 times as fast for 1.05 times the
 * processor time.
 */
const rules: readonly ThreadRule[] = [
  { family: 'convolution', largest: 0, threads: all },
  { family: 'recurrent', largest: 2_000_000_000, threads: sideBySide },
];

/**
 * For nets with tables of which only rows are updated: such an update waits for memory, and its three tables (rows, and an
 * optimizer's two memories of them) are read and written side by side.
 */
const tableRule = { largest: 200_000_000, threads: sideBySide };

/** For all others. */
const denseRule = { largest: 200_000_000, threads: oneThread };

/** The threads that suit a network, trained with this batch size. */
export function threadsFor(facts: GraphFacts, batchSize: number): Threads {
  const families = new Set(familiesIn(facts));
  const rule = rules.find(({ family }) => families.has(family));
  const { largest, threads } = rule ?? (hasLargeTable(facts) ? tableRule : denseRule);
  return facts.totals.multiplyAdds * batchSize > largest ? all : threads;
}

function hasLargeTable(facts: GraphFacts): boolean {
  return [...facts.nodes.values()].some(
    ({ layer, weights, block }) =>
      (layer?.kind === 'embedding' && (weights[0]?.shape[0] ?? 0) >= fewestRowsOfTable) ||
      (block !== null && hasLargeTable(block)),
  );
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
