import { createHash } from 'node:crypto';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Graph } from '#shared/graph/graph.ts';

/**
 * What a model's speed depends on: its layers and how they are joined, the batch size, the optimizer and the kind of data. Names,
 * places, colours, seeds and learning rates do not change it, so that a race holds for every document with the same net.
 */
export function modelSignature({ graph, blocks, data, training }: StrataDocument): string {
  const blockIndex = new Map(blocks.map(({ id }, index) => [id, index]));
  const shapeOf = ({ nodes, edges }: Graph): unknown => {
    const index = new Map(nodes.map(({ id }, at) => [id, at]));
    return {
      nodes: nodes.map(({ kind, params, block, sharesWeightsWith }) => [
        kind,
        params,
        block === undefined ? null : blockIndex.get(block),
        sharesWeightsWith === undefined ? null : index.get(sharesWeightsWith),
      ]),
      edges: edges
        .map(({ from, to }) => [index.get(from.node), from.port, index.get(to.node), to.port])
        .map((edge) => edge.join())
        .sort(),
    };
  };
  const outputs = graph.nodes.map(({ id }) => {
    const rule = training.outputs[id];
    return rule === undefined ? null : [rule.loss.kind, rule.metrics.map(({ kind }) => kind)];
  });
  const parts = {
    graph: shapeOf(graph),
    blocks: blocks.map((block) => shapeOf(block.graph)),
    source: data.source?.kind ?? null,
    batchSize: training.batchSize,
    optimizer: training.optimizer.kind,
    outputs,
  };
  return createHash('sha256')
    .update(JSON.stringify(sorted(parts)))
    .digest('hex')
    .slice(0, 32);
}

/** The same value with the keys of all objects in order: a file may hold them in any. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
