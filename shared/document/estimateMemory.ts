import type { StrataDocument } from '#shared/document/document.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import type { GraphFacts } from '#shared/graph/inferGraph.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import { findOptimizer } from '#shared/training/optimizers/index.ts';

/** Bytes that training needs, by what they hold. All numbers are float32. */
interface MemoryEstimate {
  readonly weightBytes: number;
  /** One gradient for each trainable weight. */
  readonly gradientBytes: number;
  /** What the optimizer keeps for each trainable weight. */
  readonly optimizerBytes: number;
  /** Outputs of all layers for one batch, kept until the gradients are computed. */
  readonly activationBytes: number;
  readonly totalBytes: number;
}

/** The estimate for a whole network and for each of its nodes. */
export interface DocumentMemory {
  readonly total: MemoryEstimate;
  readonly nodes: ReadonlyMap<NodeId, MemoryEstimate>;
}

/**
 * What training with the document's batch size and optimizer keeps in memory: a lower bound, for the libraries' own
 * working space and the data come on top. Unknown sizes count as 1.
 */
export function estimateMemory(document: StrataDocument, facts: GraphFacts): DocumentMemory {
  const { optimizer, batchSize } = document.training;
  const definition = findOptimizer(optimizer.kind);
  const slots =
    definition === undefined
      ? 0
      : definition.slots(parseParams(definition.params, optimizer.params).values);
  const estimate = (counts: {
    readonly parameterCount: number;
    readonly trainableCount: number;
    readonly activationBytes: number;
  }): MemoryEstimate => {
    const weightBytes = 4 * counts.parameterCount;
    const gradientBytes = 4 * counts.trainableCount;
    const optimizerBytes = slots * gradientBytes;
    const activationBytes = batchSize * counts.activationBytes;
    const totalBytes = weightBytes + gradientBytes + optimizerBytes + activationBytes;
    return { weightBytes, gradientBytes, optimizerBytes, activationBytes, totalBytes };
  };
  return {
    total: estimate(facts.totals),
    nodes: new Map([...facts.nodes].map(([id, node]) => [id, estimate(node)])),
  };
}
