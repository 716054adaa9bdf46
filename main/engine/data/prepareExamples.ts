import { prepareColumn } from '#main/engine/data/prepareColumn.ts';
import type { PreparedColumn } from '#main/engine/data/prepareColumn.ts';
import type { Part } from '#main/engine/data/splitRows.ts';
import { splitRows } from '#main/engine/data/splitRows.ts';
import type { Dataset, Table } from '#main/engine/data/table.ts';
import { sizeOf } from '#main/engine/data/table.ts';
import { toTarget } from '#main/engine/data/targets.ts';
import type { TargetRule } from '#main/engine/data/targets.ts';
import type { Tf } from '#main/engine/devices/device.ts';
import type { ExamplePort, Examples, SplitExamples } from '#main/engine/train/examples.ts';
import { planModel } from '#shared/codegen/plan.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import { findLoss } from '#shared/training/losses/index.ts';

/**
 * A document's examples, divided, as batches for its model. Problems: `data.notBound`, `data.shapeDiffers`,
 * `data.labelOutOfRange`, those of the steps.
 */
export function prepareExamples(
  tf: Tf,
  document: StrataDocument,
  facts: GraphFacts,
  dataset: Dataset,
  seed: number,
): Result<SplitExamples> {
  const parts = splitRows(dataset, document.data.split, seed);
  const train = examplesOf(tf, document, facts, parts.train);
  if (!train.ok) return train;
  const validation = optional(parts.validation, (part) => examplesOf(tf, document, facts, part));
  if (!validation.ok) return validation;
  const test =
    parts.test === parts.validation
      ? validation
      : optional(parts.test, (part) => examplesOf(tf, document, facts, part));
  if (!test.ok) return test;
  return ok({ train: train.value, validation: validation.value, test: test.value });
}

function optional<Value>(
  part: Part | null,
  make: (part: Part) => Result<Value>,
): Result<Value | null> {
  return part === null ? ok(null) : make(part);
}

function examplesOf(
  tf: Tf,
  document: StrataDocument,
  facts: GraphFacts,
  { table, rows }: Part,
): Result<Examples> {
  const plan = planModel(facts);
  const inputs: ExamplePort[] = [];
  for (const { node, facts: own } of plan.inputs) {
    const column = boundColumn(
      document,
      table,
      document.data.bindings.inputs[node.id]?.[0],
      node.name,
    );
    if (!column.ok) return column;
    const expected = own.outputs?.[0] ?? [];
    const { shape } = column.value;
    const isSame =
      shape.length === expected.length &&
      expected.every((size, axis) => size === null || size === shape[axis]);
    if (!isSame && !(sizeOf(shape) === 1 && expected.length === 1 && expected[0] === 1)) {
      return refuse(
        'data.shapeDiffers',
        { feature: column.value.name, shape, node: node.name, expected },
        { place: { node: node.id } },
      );
    }
    inputs.push({
      ...portOf(column.value, table),
      shape: isSame ? shape : [1],
      dtype: own.params['dtype'] === 'int32' ? 'int32' : 'float32',
    });
  }
  const targets: ExamplePort[] = [];
  for (const { node, shape: outputShape } of plan.outputs) {
    if (node === null) return refuse('model.noOutput');
    const column = boundColumn(document, table, document.data.bindings.outputs[node.id], node.name);
    if (!column.ok) return column;
    const recipe = document.training.outputs[node.id];
    const rule: TargetRule = {
      form: findLoss(recipe?.loss.kind ?? '')?.target ?? 'values',
      outputShape: outputShape ?? [],
    };
    const target = toTarget(column.value, rule, rows, node);
    if (!target.ok) return target;
    const port = portOf(column.value, table);
    targets.push({
      ...port,
      shape: target.value.shape,
      values: target.value.values,
      divisor: target.value.isColumn ? port.divisor : null,
    });
  }
  const tableRows = (numbers: Uint32Array) => numbers.map((number) => rows[number] ?? 0);
  return ok({
    count: rows.length,
    inputs,
    targets,
    rows: tableRows,
    batch: (numbers) => {
      const own = tableRows(numbers);
      const tensor = ({ shape, dtype, values }: ExamplePort) =>
        tf.tensor(values(own), [own.length, ...shape], dtype);
      return { inputs: inputs.map(tensor), targets: targets.map(tensor) };
    },
  });
}

function portOf(prepared: PreparedColumn, table: Table): ExamplePort {
  return {
    shape: prepared.shape,
    dtype: 'float32',
    values: (numbers) => prepared.rows(numbers),
    column: prepared.column,
    rowCount: table.count,
    divisor: prepared.divisor,
  };
}

function boundColumn(
  document: StrataDocument,
  table: Table,
  feature: string | undefined,
  node: string,
): Result<PreparedColumn> {
  const column = table.columns.find(({ name }) => name === feature);
  if (column === undefined) return refuse('data.notBound', { node, feature: feature ?? null });
  return prepareColumn(column, document.data.steps);
}
