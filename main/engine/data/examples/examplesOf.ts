import type * as tfjs from '@tensorflow/tfjs';
import type { MixExamples } from '#main/engine/feed/mixValues.ts';
import type { ReadyColumn, ReadyTable } from '#main/engine/data/preparation/prepareColumns.ts';
import type { ColumnRequest } from '#main/engine/data/preparation/columnPlan.ts';
import { requestKey } from '#main/engine/data/preparation/columnPlan.ts';
import type { ChangeExamples } from '#main/engine/data/examples/readyPort.ts';
import { portOf } from '#main/engine/data/examples/readyPort.ts';
import type { Values } from '#main/engine/data/source/table.ts';
import { emptyLike, sizeOf } from '#main/engine/data/source/table.ts';
import type { TargetRule } from '#main/engine/data/preparation/targets.ts';
import { toTarget } from '#main/engine/data/preparation/targets.ts';
import { toWeights } from '#main/engine/data/preparation/toWeights.ts';
import type { Tf } from '#main/engine/devices/device.ts';
import type { ExamplePort, Examples } from '#main/engine/train/examples.ts';
import { portsOf } from '#main/engine/train/examples.ts';
import type { Batch } from '#main/engine/train/trainStep.ts';
import { planModel } from '#shared/codegen/plan.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts, NodeFacts } from '#shared/graph/facts.ts';
import type { GraphNode } from '#shared/graph/graph.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import { findLoss } from '#shared/training/losses/index.ts';

/** Columns of a model's inputs and outputs, in order, and of what examples count. */
export interface PortRequests {
  readonly inputs: readonly ColumnRequest[];
  readonly targets: readonly ColumnRequest[];
  /** How much each example counts in the loss; null: all the same. */
  readonly weights: ColumnRequest | null;
}

/** How the examples of an input are changed; null: not at all. `port` gives them as they are. */
type ChangeInput = (
  request: ColumnRequest,
  column: ReadyColumn,
  port: ExamplePort,
) => Promise<ChangeExamples | null>;

/** How training examples are changed at random. */
export interface AtRandom {
  readonly changeInput: ChangeInput;
  /** Blends whole examples; null: they stay apart. */
  readonly mix: MixExamples | null;
}

/** Some rows of a table. */
export interface PartOfTable {
  readonly table: ReadyTable;
  /** Row of the source at each place, where they are in another order; null: each at its own. */
  readonly order: Uint32Array | null;
  /** Places of the examples. */
  readonly rows: Uint32Array;
}

/**
 * A part of the data as batches for the model; `atRandom`: its examples are changed. Problems: `data.shapeDiffers`,
 * `data.labelOutOfRange`, those of weights.
 */
export async function examplesOf(
  tf: Tf,
  document: StrataDocument,
  facts: GraphFacts,
  requests: PortRequests,
  { table, order, rows }: PartOfTable,
  atRandom: AtRandom | null = null,
): Promise<Result<Examples>> {
  const plan = planModel(facts);
  const length = document.data.windows?.length ?? 1;
  const mix = atRandom?.mix ?? null;
  const columnOf = (request: ColumnRequest | undefined) => {
    const column = request && table.columns.get(requestKey(request));
    if (column === undefined) throw new Error('A column was not prepared.');
    return column;
  };
  const inputs: ExamplePort[] = [];
  for (const [index, { node, facts: own }] of plan.inputs.entries()) {
    const request = requests.inputs[index];
    const column = columnOf(request);
    const plain = portOf(column, table, length, order);
    const change =
      request === undefined
        ? null
        : ((await atRandom?.changeInput(request, column, plain)) ?? null);
    const given =
      change === null && mix === null ? plain : portOf(column, table, length, order, change, mix);
    const port = inputPort(node, own, column.name, given);
    if (!port.ok) return port;
    inputs.push(port.value);
  }
  const targets: ExamplePort[] = [];
  for (const [index, { node, shape }] of plan.outputs.entries()) {
    if (node === null) return refuse('model.noOutput');
    const column = columnOf(requests.targets[index]);
    const rule: TargetRule = {
      form: findLoss(document.training.outputs[node.id]?.loss.kind ?? '')?.target ?? 'values',
      outputShape: shape ?? [],
    };
    const port = portOf(column, table, 1, order, null, mix);
    const target = await toTarget({ ...column, port }, rule, rows, node);
    if (!target.ok) return target;
    targets.push(target.value);
  }
  const { weights: weighed } = requests;
  if (weighed === null) return ok(await batchesOf(tf, { inputs, targets }, rows));
  const column = columnOf(weighed);
  const rowOf = (place: number) => {
    const own = place + weighed.offset;
    return order?.[own] ?? own;
  };
  const weights = await toWeights(
    column.name,
    portOf(column, table, 1, order, null, mix),
    rows,
    rowOf,
  );
  if (!weights.ok) return weights;
  return ok(await batchesOf(tf, { inputs, targets, weights: weights.value }, rows));
}

/** A port as an input of the model takes it. Problem: `data.shapeDiffers`. */
export function inputPort(
  node: GraphNode,
  facts: NodeFacts,
  feature: string,
  port: ExamplePort,
): Result<ExamplePort> {
  const expected = facts.outputs?.[0] ?? [];
  const { shape } = port;
  const isSame =
    shape.length === expected.length &&
    expected.every((size, axis) => size === null || size === shape[axis]);
  if (!isSame && !(sizeOf(shape) === 1 && expected.length === 1 && expected[0] === 1)) {
    return refuse(
      'data.shapeDiffers',
      { feature, shape, node: node.name, expected },
      { place: { node: node.id } },
    );
  }
  const dtype = facts.params['dtype'] === 'int32' ? 'int32' : 'float32';
  return ok({ ...port, shape: isSame ? shape : [1], dtype });
}

/** What batches are made of. */
type Ports = Pick<Examples, 'inputs' | 'targets' | 'weights'>;

async function batchesOf(tf: Tf, ports: Ports, rows: Uint32Array): Promise<Examples> {
  const { inputs, targets, weights } = ports;
  const all = portsOf(ports);
  const isInMemory = all.every(({ column }) => column !== null);
  const tableRows = (numbers: Uint32Array) => numbers.map((number) => rows[number] ?? 0);
  const tensor = ({ shape, dtype }: ExamplePort, values: Values, count: number) =>
    tf.tensor(values, [count, ...shape], dtype);
  const now = (port: ExamplePort, own: Uint32Array) => {
    const values = port.values(own);
    if (values instanceof Promise) throw new Error('A column in memory must be given at once.');
    return tensor(port, values, own.length);
  };
  const batchOf = (tensorOf: (port: ExamplePort) => tfjs.Tensor): Batch => ({
    inputs: inputs.map(tensorOf),
    targets: targets.map(tensorOf),
    ...(weights === undefined ? {} : { weights: tensorOf(weights) }),
  });
  const later = async (own: Uint32Array) => {
    const values = await Promise.all(all.map(async (port) => port.values(own)));
    const valuesOf = new Map(all.map((port, index) => [port, values[index]]));
    return batchOf((port) => tensor(port, valuesOf.get(port) ?? new Float32Array(), own.length));
  };
  const firsts = new Map<ExamplePort, Values>();
  for (const port of all) {
    if (port.column === null) firsts.set(port, await port.values(rows.subarray(0, 1)));
  }
  const tried = (port: ExamplePort, size: number) => {
    const first = firsts.get(port);
    if (first === undefined) return now(port, rows.subarray(0, size));
    const values = emptyLike(first, size * first.length);
    for (let index = 0; index < size; index += 1) values.set(first, index * first.length);
    return tensor(port, values, size);
  };
  return {
    count: rows.length,
    ...ports,
    rows: tableRows,
    batch: (numbers) => {
      const own = tableRows(numbers);
      return isInMemory ? batchOf((port) => now(port, own)) : later(own);
    },
    begin: (epoch, order) => {
      const own = tableRows(order);
      for (const { ahead } of all) ahead?.begin(epoch, own);
    },
    get waitedMs() {
      return Math.max(0, ...all.map(({ ahead }) => ahead?.waitedMs ?? 0));
    },
    trial: (size) => batchOf((port) => tried(port, size)),
  };
}
