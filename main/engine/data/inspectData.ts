import { loadDataset } from '#main/engine/data/loadDataset.ts';
import { splitRows } from '#main/engine/data/splitRows.ts';
import { dtypeOf } from '#main/engine/data/table.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/problem.ts';
import type { DataSummary } from '#shared/protocol/types.ts';

/** Reads a document's data and tells what it holds. */
export async function inspectData(
  document: StrataDocument,
  documentFolder: string | null,
): Promise<Result<DataSummary>> {
  const dataset = await loadDataset(document.data, documentFolder);
  if (!dataset.ok) return dataset;
  const parts = splitRows(dataset.value, document.data.split, document.seed);
  return ok({
    features: dataset.value.train.columns.map(({ name, shape, values, classes }) => ({
      name,
      shape,
      dtype: dtypeOf(values),
      classes,
    })),
    trainCount: parts.train.rows.length,
    validationCount: parts.validation?.rows.length ?? 0,
    testCount: parts.test?.rows.length ?? 0,
  });
}
