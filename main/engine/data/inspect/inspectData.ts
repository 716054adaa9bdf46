import { catchReads } from '#main/engine/data/catchReads.ts';
import { classesOf } from '#main/engine/data/preparation/columnPlan.ts';
import { dividePart } from '#main/engine/data/division/dividePart.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import { planSteps } from '#shared/data/planSteps.ts';
import { divisionProblems } from '#shared/data/checkDivision.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import type { DataSummary } from '#shared/protocol/types.ts';

/** Reads a document's data and tells what it holds. */
export async function inspectData(
  document: StrataDocument,
  documentFolder: string | null,
): Promise<Result<DataSummary>> {
  const { signal } = new AbortController();
  const { data } = document;
  return catchReads(signal, async () => {
    const opened = await openSource(data, documentFolder, signal);
    if (!opened.ok) return opened;
    const source = opened.value;
    try {
      if (source.train.count === 0) return refuse('data.noExamples');
      const [undivided] = divisionProblems(data, source.features);
      if (undivided !== undefined) return fail(undivided);
      const plan = planSteps(data.steps, source.features);
      if (!plan.ok) return plan;
      const wanted = new Set(source.features.map(({ name }) => name));
      const input = { recipe: data, plan: plan.value, wanted, learned: new Map(), signal };
      const division = { seed: document.seed, takesTest: source.test === null };
      const train = await dividePart(input, source.train, division);
      const own = source.test === null ? null : await dividePart(input, source.test, null);
      const testCount = own?.train.length ?? train.test.length;
      return ok({
        features: source.features.map((feature) => ({
          name: feature.name,
          shape: (feature.shape ?? []).map((size) => size ?? 1),
          dtype: feature.dtype === 'text' ? 'int32' : feature.dtype,
          classes: classesOf(feature),
        })),
        trainCount: train.train.length,
        validationCount: data.split.validation === 'test' ? testCount : train.validation.length,
        testCount,
      });
    } finally {
      await source.close();
    }
  });
}
