import { arraysSource } from '#main/engine/data/source/arraysSource.ts';
import { catchReads } from '#main/engine/data/catchReads.ts';
import { examplesOfSource } from '#main/engine/data/examples/loadExamples.ts';
import type { Dataset, Table } from '#main/engine/data/source/table.ts';
import { dtypeOf } from '#main/engine/data/source/table.ts';
import type { Tf } from '#main/engine/devices/device.ts';
import type { SplitExamples } from '#main/engine/train/examples.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/problem.ts';

/** Examples of columns that are in memory already, divided and prepared as the document says. */
export async function prepareExamples(
  tf: Tf,
  document: StrataDocument,
  facts: GraphFacts,
  { train, test }: Dataset,
  seed: number,
): Promise<Result<SplitExamples>> {
  const features = train.columns.map(({ name, shape, values, classes }): Feature => ({
    name,
    role: 'input',
    kind: 'number',
    shape,
    dtype: dtypeOf(values),
    classes: classes?.length ?? null,
  }));
  const source = arraysSource(features, arraysOf(train), test === null ? null : arraysOf(test));
  const loaded = await catchReads(new AbortController().signal, () =>
    examplesOfSource(tf, document, facts, source, { seed }),
  );
  return loaded.ok ? ok(loaded.value.examples) : loaded;
}

function arraysOf({ count, columns }: Table) {
  return columns.map(({ shape, values }) => ({ shape: [count, ...shape], values }));
}
