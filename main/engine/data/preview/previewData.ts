import { previewAugmented } from '#main/engine/data/preview/augmentPreview.ts';
import { catchReads } from '#main/engine/data/catchReads.ts';
import { cellsSource } from '#main/engine/data/source/cellsSource.ts';
import type { DataWork } from '#main/engine/data/dataWork.ts';
import { describeCells } from '#main/engine/data/inspect/describeCells.ts';
import { dividePart } from '#main/engine/data/division/dividePart.ts';
import { keptSource } from '#main/engine/data/source/keptSource.ts';
import { neededFeatures, planSteps } from '#shared/data/planSteps.ts';
import { applySteps, fitRecipe } from '#main/engine/data/preparation/preparation.ts';
import { cellsOf, showCells } from '#main/engine/data/preview/previewRows.ts';
import type { CellsByName, OpenedSource } from '#main/engine/data/readers/reader.ts';
import { takeCells } from '#main/engine/data/source/takeCells.ts';
import type { EngineRequests } from '#main/engine/messages.ts';
import type { DataRecipe, PreparationStep } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { FittedRecipe } from '#shared/data/fitted.ts';
import { learnedText } from '#shared/data/learnedText.ts';
import type { FeatureReport, PreviewRows } from '#shared/data/report.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { DataPreview } from '#shared/protocol/types.ts';

/** Rows that a preview learns and counts from; of pictures and recordings, which take long to read, fewer. */
const sampleRows = 5000;
const sampleOfLarge = 48;
/** Values of a sample: of a table of many columns fewer rows are looked at, but never fewer than these. */
const sampleValues = 1_500_000;
const leastRows = 200;
/** Up to so many rows the parts are counted exactly; beyond, by the fractions. */
const countedRows = 500_000;

interface Sample {
  readonly cells: CellsByName;
  readonly count: number;
  /** Those of the training part, ascending; null: all, since a sample of more rows is not divided. */
  readonly trainRows: Uint32Array | null;
}

/**
 * Rows and statistics before and after a step; `step` null: as they are read and after all steps. What steps learn comes
 * from a sample of at most 5,000 rows (fewer of very many columns), of the training part where the sample is everything.
 */
export function previewData(
  { document, documentFolder, step, from, count }: EngineRequests['previewData']['input'],
  { signal }: DataWork,
): Promise<Result<DataPreview>> {
  const recipe = document.data;
  return catchReads(signal, async () => {
    const opened = await keptSource(recipe, documentFolder);
    if (!opened.ok) return opened;
    const source = opened.value;
    if (source.train.count === 0) return refuse('data.noExamples');
    const features = featuresShown(recipe, source, step);
    const names = features.map(({ name }) => name);
    const stepsBefore = step === null ? [] : recipe.steps.slice(0, step);
    const stepsAfter = step === null ? recipe.steps : recipe.steps.slice(0, step + 1);
    const parts = await countParts(document, source, signal);
    const sample = await takeSample(source, features, parts.fitRows);
    const raw = await cellsOf(source.train, names, from, count);

    const before = await prepared(stepsBefore, features, sample, raw, step !== null, signal);
    const after = await prepared(stepsAfter, features, sample, raw, true, signal);
    const shown = after.ok ? after.value : before.ok ? before.value : null;
    const problems = [before, after].flatMap((each) => (each.ok ? [] : [each.problem]));
    return ok({
      before: await showCells(before.ok ? before.value.rows : raw, names, from),
      after: await showCells(shown?.rows ?? raw, names, from),
      reportBefore: before.ok ? before.value.reports : [],
      reportAfter: after.ok ? after.value.reports : [],
      learned: step === null || !after.ok ? {} : learnedOfStep(after.value.fitted, step),
      augmented:
        step === null && after.ok ? await augmented(document, source, after.value, from) : null,
      counts: parts.counts,
      problems: unique([...parts.problems, ...problems]),
    });
  });
}

function augmented(
  { data, seed }: StrataDocument,
  { features }: OpenedSource,
  { rows, features: after, fitted }: Prepared,
  from: number,
): Promise<PreviewRows | null> {
  return previewAugmented({
    recipe: data,
    fitted,
    before: features,
    after,
    cells: rows,
    from,
    seed,
  });
}

/** The features of a step; without one, those that the network uses. */
function featuresShown(
  recipe: DataRecipe,
  source: OpenedSource,
  step: number | null,
): readonly Feature[] {
  const chosen = step === null ? undefined : recipe.steps[step];
  if (chosen === undefined) return source.features;
  const needed = neededFeatures(recipe.steps, chosen.features, false);
  return source.features.filter(({ name }) => needed.has(name));
}

async function takeSample(
  source: OpenedSource,
  features: readonly Feature[],
  fitRows: Uint32Array | null,
): Promise<Sample> {
  const isLarge = features.some(({ kind }) => kind === 'image' || kind === 'audio');
  const total = source.train.count;
  const fitting = Math.max(leastRows, Math.floor(sampleValues / Math.max(1, features.length)));
  const count = Math.min(isLarge ? sampleOfLarge : Math.min(sampleRows, fitting), total);
  const names = features.map(({ name }) => name);
  const { gather } = source.train;
  if (gather === null || count === total) {
    const cells = await cellsOf(source.train, names, 0, count);
    return { cells, count, trainRows: count === total ? fitRows : null };
  }
  const rows = Uint32Array.from({ length: count }, (_, index) =>
    Math.floor((index * total) / count),
  );
  return { cells: await gather(names, rows), count, trainRows: null };
}

interface Prepared {
  readonly rows: CellsByName;
  /** After the steps. */
  readonly features: readonly Feature[];
  /** Empty: they were not asked for. */
  readonly reports: readonly FeatureReport[];
  readonly fitted: FittedRecipe;
}

async function prepared(
  steps: readonly PreparationStep[],
  features: readonly Feature[],
  sample: Sample,
  raw: CellsByName,
  isDescribed: boolean,
  signal: AbortSignal,
): Promise<Result<Prepared>> {
  const nothing = { fingerprint: '', bytes: null };
  const source = cellsSource(features, sample.count, sample.cells, nothing);
  const fitted = await fitRecipe({ steps }, source, sample.trainRows, signal);
  if (!fitted.ok) return fitted;
  const rows = applySteps({ steps }, fitted.value, raw, features);
  if (!rows.ok) return rows;
  const made = { rows: rows.value.cells, features: rows.value.features, fitted: fitted.value };
  if (!isDescribed) return ok({ ...made, reports: [] });
  const own = trainOf(sample);
  const all = applySteps({ steps }, fitted.value, own.cells, features);
  if (!all.ok) return all;
  const described = await describeCells(
    cellsSource(all.value.features, own.count, all.value.cells, nothing),
    () => undefined,
    signal,
  );
  return ok({ ...made, reports: described.features });
}

function trainOf({ cells, count, trainRows }: Sample): Pick<Sample, 'cells' | 'count'> {
  if (trainRows === null) return { cells, count };
  const taken = Object.entries(cells).map(([name, each]) => [name, takeCells(each, trainRows)]);
  return { cells: Object.fromEntries(taken) as CellsByName, count: trainRows.length };
}

function learnedOfStep({ steps }: FittedRecipe, step: number): DataPreview['learned'] {
  const entries = Object.entries(steps[step]?.fitted ?? {});
  return Object.fromEntries(entries.map(([name, value]) => [name, learnedText(value)]));
}

/** How many rows each part has, and the rows that steps learn from; null: all. */
async function countParts(
  document: StrataDocument,
  source: OpenedSource,
  signal: AbortSignal,
): Promise<{
  readonly counts: DataPreview['counts'];
  readonly fitRows: Uint32Array | null;
  readonly problems: readonly Problem[];
}> {
  const { data, seed } = document;
  const { train, test } = source;
  const { split } = data;
  const takesTest = test === null;
  if (train.count > countedRows) {
    const held = takesTest ? Math.round(train.count * split.testFraction) : test.count;
    const validation =
      split.validation === 'split' ? Math.round(train.count * split.validationFraction) : 0;
    return {
      counts: {
        train: train.count - validation - (takesTest ? held : 0),
        validation: split.validation === 'test' ? held : validation,
        test: held,
      },
      fitRows: null,
      problems: [],
    };
  }
  const plan = planSteps(data.steps, source.features);
  const rowSteps = plan.ok ? plan.value : { steps: [], after: new Map<string, Feature>() };
  const wanted = neededFeatures(data.steps, [], true);
  const parts = await dividePart(
    { recipe: data, plan: rowSteps, wanted, learned: new Map(), signal },
    train,
    { seed, takesTest },
  );
  const held = test?.count ?? parts.test.length;
  return {
    counts: {
      train: parts.train.length,
      validation: split.validation === 'test' ? held : parts.validation.length,
      test: held,
    },
    fitRows: parts.fitRows,
    problems: plan.ok ? [] : [plan.problem],
  };
}

function unique(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
}
