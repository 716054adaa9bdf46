import { z } from 'zod';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Block, BlockId, EdgeId, NodeId } from '#shared/graph/graph.ts';
import type { ParamTable, ParamValues } from '#shared/layers/params.ts';

/**
 * The shape of a `.strata` file of the current version. Every object keeps keys that it does not know, so that a
 * file written by a later program loses nothing here.
 */

const idText = z.string().min(1).max(200);
const nodeId = idText as unknown as z.ZodType<NodeId>;
const edgeId = idText as unknown as z.ZodType<EdgeId>;
const blockId = idText as unknown as z.ZodType<BlockId>;
const coordinate = z.number().min(-1e7).max(1e7);
const position = z.looseObject({ x: coordinate, y: coordinate });

const plainValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const paramValue = z.union([
  plainValue,
  z.array(z.union([z.number(), z.null()])),
  z.record(z.string(), plainValue),
]);
const paramValues = z.record(z.string(), paramValue) as unknown as z.ZodType<ParamValues>;
const plainValues = z.record(z.string(), plainValue);

const node = z.looseObject({
  id: nodeId,
  kind: z.string().min(1).max(200),
  name: z.string().max(200),
  params: paramValues,
  position,
  block: blockId.exactOptional(),
  sharesWeightsWith: nodeId.exactOptional(),
});

const port = z.looseObject({ node: nodeId, port: z.int().min(0).max(10_000) });
const edge = z.looseObject({ id: edgeId, from: port, to: port });

const note = z.looseObject({
  id: idText,
  text: z.string().max(100_000),
  position,
  width: z.number().min(0).max(1e5),
  height: z.number().min(0).max(1e5),
});

const graph = z.looseObject({
  nodes: z.array(node),
  edges: z.array(edge),
  notes: z.array(note),
});

/** Checks and types a block. */
export const blockSchema: z.ZodType<Block> = z.looseObject({
  id: blockId,
  name: z.string().max(200),
  params: z.record(
    z.string(),
    z.looseObject({ type: z.string() }),
  ) as unknown as z.ZodType<ParamTable>,
  graph,
});

const choice = z.looseObject({ kind: z.string().min(1).max(200), params: plainValues });
const names = z.record(z.string(), z.string());

const feature = z.looseObject({
  name: z.string(),
  role: z.enum(['input', 'target', 'ignored', 'group', 'weight']),
  kind: z.enum(['number', 'category', 'text', 'date', 'image', 'audio', 'sequence', 'boxes']),
  shape: z.array(z.int().min(0).nullable()).max(10).nullable(),
  dtype: z.enum(['float32', 'int32', 'uint8', 'text']),
  classes: z.int().min(0).nullable(),
  classNames: z.array(z.string()).exactOptional(),
});

const data = z.looseObject({
  source: choice.nullable(),
  features: z.array(feature),
  steps: z.array(
    z.looseObject({ kind: z.string().min(1), features: z.array(z.string()), params: plainValues }),
  ),
  windows: z
    .looseObject({
      length: z.int().min(1).max(1_000_000),
      horizon: z.int().min(0).max(1_000_000),
      stride: z.int().min(1).max(1_000_000),
      series: z.string().nullable(),
    })
    .nullable(),
  augmentations: z.array(
    z.looseObject({ kind: z.string().min(1), feature: z.string(), params: plainValues }),
  ),
  split: z.looseObject({
    method: z.enum(['random', 'stratified', 'group', 'time', 'column']).default('random'),
    feature: z.string().nullable().default(null),
    validationFraction: z.number().min(0).max(0.9),
    validation: z.enum(['split', 'test', 'none']),
    testFraction: z.number().min(0).max(0.9),
    folds: z.int().min(2).max(20).nullable().default(null),
    fold: z.int().min(1).max(20).exactOptional(),
  }),
  bindings: z.looseObject({ inputs: z.record(z.string(), z.array(z.string())), outputs: names }),
});

const training = z.looseObject({
  optimizer: choice,
  schedule: choice.nullable(),
  batchSize: z.int().min(1).max(1_000_000),
  epochs: z.int().min(1).max(1_000_000),
  shuffle: z.boolean(),
  stopping: z
    .looseObject({
      monitor: z.string().min(1),
      patienceEpochs: z.int().min(0).max(1_000_000),
      minDelta: z.number().min(0),
      restoreBestWeights: z.boolean(),
    })
    .nullable(),
  outputs: z.record(
    z.string(),
    z.looseObject({ loss: choice, weight: z.number().positive(), metrics: z.array(choice) }),
  ),
});

/** Checks and types a document of the current version. */
export const documentSchema: z.ZodType<StrataDocument> = z.looseObject({
  format: z.literal('strata'),
  version: z.int().min(0),
  id: idText,
  name: z.string().max(1000),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  graph,
  blocks: z.array(blockSchema),
  data,
  training,
});
