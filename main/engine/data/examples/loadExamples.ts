import { catchReads } from '#main/engine/data/catchReads.ts';
import type { ColumnRequest } from '#main/engine/data/preparation/columnPlan.ts';
import { requestKey } from '#main/engine/data/preparation/columnPlan.ts';
import type { DataWork } from '#main/engine/data/dataWork.ts';
import { dividePart } from '#main/engine/data/division/dividePart.ts';
import type { DividedPart } from '#main/engine/data/division/dividePart.ts';
import { augmentPlan } from '#main/engine/data/examples/augmentPlans.ts';
import type { AtRandom, PortRequests } from '#main/engine/data/examples/examplesOf.ts';
import { examplesOf } from '#main/engine/data/examples/examplesOf.ts';
import { memoryBudget } from '#main/engine/data/preparation/memoryBudget.ts';
import { openSource } from '#main/engine/data/source/openSource.ts';
import { neededFeatures, planSteps } from '#shared/data/planSteps.ts';
import { fitSteps, fittedRecipe, learnedOf } from '#main/engine/data/preparation/preparation.ts';
import type { ReadyTable } from '#main/engine/data/preparation/prepareColumns.ts';
import { prepareColumns } from '#main/engine/data/preparation/prepareColumns.ts';
import type { OpenedSource } from '#main/engine/data/readers/reader.ts';
import type { LearnedOfRows } from '#main/engine/data/preparation/stageRows.ts';
import { targetOffset } from '#main/engine/data/preparation/windowRows.ts';
import { AugmentThreads } from '#main/engine/feed/augmentThreads.ts';
import { mixOf } from '#main/engine/feed/mixValues.ts';
import type { Tf } from '#main/engine/devices/device.ts';
import type { Examples, SplitExamples } from '#main/engine/train/examples.ts';
import { planModel } from '#shared/codegen/plan.ts';
import { augmentationProblems } from '#shared/data/augmentations/checkAugmentations.ts';
import { mixedNamesProblems } from '#shared/document/mixedNames.ts';
import { divisionProblems } from '#shared/data/checkDivision.ts';
import type { JsonValue } from '#shared/data/catalogue.ts';
import type { FittedRecipe } from '#shared/data/fitted.ts';
import { weightFeature, weightProblems } from '#shared/data/weightFeature.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';

/** How examples are loaded. */
export interface LoadOptions {
  /** Decides which examples are held back. */
  readonly seed: number;
  /** Round of a cross-validation, from 0; absent: that of the recipe. */
  readonly fold?: number;
  /** What the steps have learned before; absent: they learn from the training rows. */
  readonly fitted?: FittedRecipe;
  /** Whether the training part is changed at random, as the recipe says; absent: it stays as it is. */
  readonly augments?: boolean;
  readonly signal?: AbortSignal;
  /** Hears how far reading, learning and preparing are. */
  readonly tell?: DataWork['tell'];
  /** Most bytes of prepared columns in memory; absent: by the machine's memory. */
  readonly budget?: number;
}

/** Examples, and what was found on the way. */
export interface LoadedExamples {
  readonly examples: SplitExamples;
  readonly fitted: FittedRecipe;
  /** Warnings of the source: rows or files that were left out. */
  readonly problems: readonly Problem[];
  /** False: some lie on disk, and the source is read until `close`. */
  readonly isInMemory: boolean;
  /** Gives back what lies on disk. */
  close(): Promise<void>;
}

/**
 * A document's examples: read, divided, prepared with what the steps learn from the training rows, and ready as batches for its
 * model. Problems: those of the source, of the steps and of what is missing in the rows, `data.noExamples`, `data.notBound`,
 * `data.shapeDiffers`, `data.labelOutOfRange`, `data.noTrainingRows`, those of weights and of augmentations.
 */
export async function loadExamples(
  tf: Tf,
  document: StrataDocument,
  facts: GraphFacts,
  folder: string | null,
  options: LoadOptions,
): Promise<Result<LoadedExamples>> {
  const signal = options.signal ?? new AbortController().signal;
  return catchReads(signal, async () => {
    const source = await openSource(document.data, folder, signal, (fraction) => {
      options.tell?.('reading', fraction);
    });
    if (!source.ok) return source;
    let loaded: Result<LoadedExamples> | null = null;
    try {
      loaded = await examplesOfSource(tf, document, facts, source.value, options);
    } finally {
      // Rows on disk may be prepared when they are first asked for: the source stays open for them.
      if (loaded?.ok !== true || loaded.value.isInMemory) await source.value.close();
    }
    if (!loaded.ok || loaded.value.isInMemory) return loaded;
    const { value } = loaded;
    const close = async () => {
      await value.close();
      await source.value.close();
    };
    return ok({ ...value, close });
  });
}

/** The same of a source that is open and stays so. Where reading fails it ends with a ReadFailure. */
export async function examplesOfSource(
  tf: Tf,
  document: StrataDocument,
  facts: GraphFacts,
  source: OpenedSource,
  options: LoadOptions,
): Promise<Result<LoadedExamples>> {
  const tables: ReadyTable[] = [];
  const augments = options.augments === true && document.data.augmentations.length > 0;
  const threads = augments ? new AugmentThreads() : null;
  const close = async () => {
    await threads?.close();
    for (const table of tables) await table.close();
  };
  let parts: Result<Prepared> | null = null;
  try {
    parts = await prepareParts(tf, document, facts, source, options, { tables, threads });
  } finally {
    if (parts?.ok !== true) await close();
  }
  if (!parts.ok) return parts;
  const isInMemory = tables.every(({ columns }) =>
    [...columns.values()].every(({ place }) => place === null),
  );
  return ok({ ...parts.value, problems: source.problems, isInMemory, close });
}

type Prepared = Pick<LoadedExamples, 'examples' | 'fitted'>;

/** What the parts use until they are closed. */
interface InUse {
  /** Tables that are opened are put into it. */
  readonly tables: ReadyTable[];
  /** Where training examples are changed; null: they are not. */
  readonly threads: AugmentThreads | null;
}

/** The parts. */
async function prepareParts(
  tf: Tf,
  document: StrataDocument,
  facts: GraphFacts,
  source: OpenedSource,
  options: LoadOptions,
  { tables, threads }: InUse,
): Promise<Result<Prepared>> {
  const { data } = document;
  const signal = options.signal ?? new AbortController().signal;
  if (source.train.count === 0) return refuse('data.noExamples');
  const [undivided] = divisionProblems(data, source.features);
  if (undivided !== undefined) return fail(undivided);
  const requests = requestsOf(document, facts, source);
  if (!requests.ok) return requests;
  const { inputs, targets, weights } = requests.value;
  const all = [...inputs, ...targets, ...(weights === null ? [] : [weights])];
  const wanted = neededFeatures(
    data.steps,
    all.flatMap(({ names }) => names),
    true,
  );
  const plan = planSteps(
    data.steps,
    source.features.filter(({ name }) => wanted.has(name)),
  );
  if (!plan.ok) return plan;
  const after = source.features.map((feature) => plan.value.after.get(feature.name) ?? feature);
  const [misweighed] = weightProblems(after);
  if (misweighed !== undefined) return fail(misweighed);
  if (threads !== null) {
    const bound = data.augmentations.filter(({ feature }) => wanted.has(feature));
    const [wrong] = augmentationProblems({ ...data, augmentations: bound }, [
      ...plan.value.after.values(),
    ]);
    if (wrong !== undefined) return fail(wrong);
    const [named] = mixedNamesProblems(data, document.training, after);
    if (named !== undefined) return fail(named);
  }
  const learned: LearnedOfRows =
    options.fitted === undefined
      ? new Map<number, Record<string, JsonValue>>()
      : learnedOf(data, options.fitted);
  const prepared = { recipe: data, plan: plan.value, wanted, learned, signal };
  const train = await dividePart(prepared, source.train, {
    seed: options.seed,
    takesTest: source.test === null,
    fold: options.fold ?? (data.split.fold === undefined ? undefined : data.split.fold - 1),
  });
  if (train.train.length === 0) return refuse('data.noTrainingRows');
  await fitSteps(plan.value, train.staged, train.fitRows, wanted, learned, signal, (fraction) => {
    options.tell?.('fitting', fraction);
  });
  const own = source.test === null ? null : await dividePart(prepared, source.test, null);
  const tableOf = async (part: DividedPart, fingerprint: string) => {
    const table = await prepareColumns({
      steps: data.steps,
      plan: plan.value,
      staged: part.staged,
      learned,
      requests: uniqueRequests(all),
      order: part.order,
      used: part.used,
      fingerprint,
      budget: options.budget ?? memoryBudget,
      tell: (fraction) => {
        options.tell?.('preparing', fraction);
      },
      signal,
    });
    if (table.ok) tables.push(table.value);
    return table;
  };
  const table = await tableOf(train, source.fingerprint);
  if (!table.ok) return table;
  const fitted = fittedRecipe(data, learned);
  const changeInput: AtRandom['changeInput'] = async (request, column, port) => {
    const after = plan.value.after;
    const input = { recipe: data, fitted, before: source.features, after, seed: options.seed };
    const changes = await augmentPlan(input, request, column, port, train.train);
    if (changes === null || threads === null) return null;
    return (values, rows, epoch) => threads.change(changes, values, rows, epoch);
  };
  const make = (
    rows: Uint32Array,
    part: DividedPart,
    of: ReadyTable,
    atRandom: AtRandom | null = null,
  ) =>
    rows.length === 0
      ? Promise.resolve(ok(null))
      : examplesOf(
          tf,
          document,
          facts,
          requests.value,
          { table: of, order: part.order, rows },
          atRandom,
        );
  const training = await make(
    train.train,
    train,
    table.value,
    threads === null
      ? null
      : { changeInput, mix: mixOf(data.augmentations, options.seed, train.train) },
  );
  if (!training.ok) return training;
  if (training.value === null) return refuse('data.noTrainingRows');
  const ownTable = own === null ? null : await tableOf(own, `${source.fingerprint} test`);
  if (ownTable?.ok === false) return ownTable;
  const test =
    own === null || ownTable === null
      ? await make(train.test, train, table.value)
      : await make(own.train, own, ownTable.value);
  if (!test.ok) return test;
  const validation: Result<Examples | null> =
    data.split.validation === 'test' ? test : await make(train.validation, train, table.value);
  if (!validation.ok) return validation;
  return ok({
    examples: { train: training.value, validation: validation.value, test: test.value },
    fitted,
  });
}

/** The columns that a model's inputs and outputs are bound to, and that of weights. Problems: `data.notBound`, `model.noOutput`. */
function requestsOf(
  { data }: StrataDocument,
  facts: GraphFacts,
  { features }: OpenedSource,
): Result<PortRequests> {
  const plan = planModel(facts);
  const known = new Set(features.map(({ name }) => name));
  const inputs: ColumnRequest[] = [];
  for (const { node } of plan.inputs) {
    const names = data.bindings.inputs[node.id] ?? [];
    const strange = names.find((name) => !known.has(name));
    if (names.length === 0 || strange !== undefined) {
      return refuse('data.notBound', { node: node.name, feature: strange ?? null });
    }
    inputs.push({ names, offset: 0 });
  }
  const offset = data.windows === null ? 0 : targetOffset(data.windows);
  const targets: ColumnRequest[] = [];
  for (const { node } of plan.outputs) {
    if (node === null) return refuse('model.noOutput');
    const name = data.bindings.outputs[node.id];
    if (name === undefined || !known.has(name)) {
      return refuse('data.notBound', { node: node.name, feature: name ?? null });
    }
    targets.push({ names: [name], offset });
  }
  const weight = weightFeature(features);
  return ok({
    inputs,
    targets,
    weights: weight === null ? null : { names: [weight.name], offset },
  });
}

function uniqueRequests(requests: readonly ColumnRequest[]): readonly ColumnRequest[] {
  return [...new Map(requests.map((request) => [requestKey(request), request])).values()];
}
