import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { DataWork } from '#main/engine/data/dataWork.ts';
import type { OpenedSource } from '#main/engine/data/readers/reader.ts';
import { readKeys } from '#main/engine/data/division/splitKeys.ts';
import type { EngineRequests } from '#main/engine/messages.ts';
import { openInput, rawFeatures } from '#main/engine/predict/openInput.ts';
import { openPredictor } from '#main/engine/predict/openPredictor.ts';
import type { PredictedColumn } from '#main/engine/predict/predictedColumns.ts';
import { predictedColumns } from '#main/engine/predict/predictedColumns.ts';
import { inputNames, predictRows } from '#main/engine/predict/predictRows.ts';
import { undoSteps } from '#main/engine/predict/undoSteps.ts';
import { fileProblem } from '#main/workspace/fileProblem.ts';
import { writeAtomic } from '#main/workspace/writeAtomic.ts';
import { planModel } from '#shared/codegen/plan.ts';
import { findLoss } from '#shared/training/losses/index.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok } from '#shared/problems/problem.ts';
import type { WrittenFile } from '#shared/protocol/types.ts';

/**
 * Predicts every row of a file and writes a table of an id and the predictions: a competition's submission. Without an id
 * column, rows have their numbers, from 1. A file that ends in `.tsv` or `.txt` is divided by tabs, others by commas.
 * Problems: those of `openInput`, `openPredictor`, `predictRows` and of the file system.
 */
export async function predictTable(
  { document, weights, input, output, id }: EngineRequests['predictTable']['input'],
  { signal, tell }: DataWork,
): Promise<Result<WrittenFile>> {
  tell('reading', 0);
  const facts = inferGraph(document.graph, document.blocks);
  const plan = planModel(facts);
  const source = await openInput({
    file: input,
    recipe: document.data,
    names: inputNames(document, facts),
    extra: id,
    shape: plan.inputs.length === 1 ? (plan.inputs[0]?.facts.outputs?.[0] ?? null) : null,
    signal,
  });
  if (!source.ok) return source;
  try {
    const predictor = await openPredictor(document, weights);
    if (!predictor.ok) return predictor;
    const predictions = await predictRows(predictor.value, source.value, signal, (fraction) => {
      tell('preparing', fraction);
    });
    predictor.value.model.dispose();
    if (!predictions.ok) return predictions;
    const { rows, outputs } = predictions.value;
    const features = rawFeatures(document.data);
    const columns = plan.outputs.flatMap(({ node }, index): readonly PredictedColumn[] => {
      const given = outputs[index];
      if (node === null || given === undefined) return [];
      const name = document.data.bindings.outputs[node.id] ?? node.name;
      const loss = findLoss(document.training.outputs[node.id]?.loss.kind ?? '');
      const feature = features.find((each) => each.name === name) ?? null;
      const form = loss?.target ?? 'values';
      const undo =
        form === 'values' && feature !== null
          ? undoSteps(document.data, predictor.value.fitted, feature)
          : null;
      const own = undo === null ? given : { ...given, values: undo(given.values) };
      return predictedColumns(name, feature, form, own);
    });
    const ids = await idsOf(source.value, id, rows, signal);
    const text = tableText(id ?? 'id', ids, columns, output);
    return await written(output, text, rows.length);
  } finally {
    await source.value.close();
  }
}

async function idsOf(
  source: OpenedSource,
  id: string | null,
  rows: Uint32Array,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const keys = id === null ? null : await readKeys(source.train, id, signal);
  return Array.from(rows, (row) => (keys === null ? String(row + 1) : String(keys[row] ?? '')));
}

function tableText(
  id: string,
  ids: readonly string[],
  columns: readonly PredictedColumn[],
  output: string,
): string {
  const delimiter = /\.(tsv|txt)$/i.test(output) ? '\t' : ',';
  const line = (cells: readonly string[]) =>
    `${cells.map((cell) => quoted(cell, delimiter)).join(delimiter)}\n`;
  const lines = [line([id, ...columns.map(({ name }) => name)])];
  for (const [index, own] of ids.entries()) {
    lines.push(line([own, ...columns.map(({ value }) => value(index))]));
  }
  return lines.join('');
}

/** Fields with a delimiter, a quote or a line break stand in quotes (RFC 4180). */
function quoted(cell: string, delimiter: string): string {
  const isPlain = !cell.includes(delimiter) && !/["\r\n]/.test(cell);
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
}

async function written(output: string, text: string, rows: number): Promise<Result<WrittenFile>> {
  try {
    await writeAtomic(output, text);
    const { size } = await stat(output);
    return ok({ path: path.resolve(output), rows, bytes: size });
  } catch (error) {
    const problem = fileProblem(error, output);
    if (problem === null) throw error;
    return fail(problem);
  }
}
