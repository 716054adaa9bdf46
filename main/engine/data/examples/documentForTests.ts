import type { DataRecipe } from '#shared/data/data.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { documentVersion } from '#shared/document/document.ts';
import type { EdgeId, GraphNode, NodeId } from '#shared/graph/graph.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** What a small network for tests of data is like. */
export interface SmallDocument {
  /** Shape of its input, `x`. */
  readonly shape: Shape;
  readonly units: number;
  readonly loss: string;
  readonly data: Partial<DataRecipe>;
  /** Flattens the input first. */
  readonly isFlattened?: boolean;
}

/** An input, a dense layer and an output: `x` → `dense` → `y`. */
export function smallDocument({
  shape,
  units,
  loss,
  data,
  isFlattened = false,
}: SmallDocument): StrataDocument {
  const node = (id: string, kind: string, params: GraphNode['params']): GraphNode => ({
    id: id as NodeId,
    kind,
    name: id,
    params,
    position: { x: 0, y: 0 },
  });
  const nodes = [
    node('x', 'inputLayer', { shape }),
    ...(isFlattened ? [node('flat', 'flatten', {})] : []),
    node('dense', 'dense', {
      units,
      activation: loss.includes('rossentropy') ? 'softmax' : 'linear',
    }),
    node('y', 'output', {}),
  ];
  return {
    format: 'strata',
    version: documentVersion,
    id: 'small',
    name: 'small',
    seed: 1,
    graph: {
      nodes,
      edges: nodes.slice(1).map(({ id }, index) => ({
        id: `e${index}` as EdgeId,
        from: { node: nodes[index]?.id ?? id, port: 0 },
        to: { node: id, port: 0 },
      })),
      notes: [],
    },
    blocks: [],
    data: { ...emptyRecipe, ...data },
    training: {
      optimizer: { kind: 'adam', params: {} },
      schedule: null,
      batchSize: 4,
      epochs: 1,
      shuffle: false,
      stopping: null,
      outputs: { y: { loss: { kind: loss, params: {} }, weight: 1, metrics: [] } },
    },
  };
}
