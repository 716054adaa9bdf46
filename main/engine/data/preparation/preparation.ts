import type { Action, StepPlan } from '#shared/data/planSteps.ts';
import { actionsOf, fitOf, neededFeatures, planSteps } from '#shared/data/planSteps.ts';
import type { CellsByName, OpenedSource } from '#main/engine/data/readers/reader.ts';
import { catchReads } from '#main/engine/data/catchReads.ts';
import type { CellsOnTheWay } from '#main/engine/data/preparation/runAction.ts';
import { cellsFor, runAction } from '#main/engine/data/preparation/runAction.ts';
import type { StagedRows } from '#main/engine/data/preparation/stagedRows.ts';
import { streamStaged } from '#main/engine/data/preparation/stagedRows.ts';
import type { LearnedOfRows } from '#main/engine/data/preparation/stageRows.ts';
import { stageRows } from '#main/engine/data/preparation/stageRows.ts';
import { takeCells } from '#main/engine/data/source/takeCells.ts';
import type { Fit } from '#shared/data/catalogue.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { FittedRecipe } from '#shared/data/fitted.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** What of a recipe says how examples are prepared. */
export type StepsRecipe = Pick<DataRecipe, 'steps'>;

/**
 * Learns what a recipe's steps must know, from the training rows only (null: all rows); steps that leave rows out learn from
 * all. One pass over the rows for each level of steps that learn. Problems: those of the steps and of reading.
 */
export function fitRecipe(
  recipe: StepsRecipe,
  source: OpenedSource,
  trainRows: Uint32Array | null,
  signal: AbortSignal = new AbortController().signal,
): Promise<Result<FittedRecipe>> {
  return catchReads(signal, async () => {
    const plan = planSteps(recipe.steps, source.features);
    if (!plan.ok) return plan;
    const all = new Set(source.features.map(({ name }) => name));
    const learned: LearnedOfRows = new Map();
    const staged = await stageRows(source.train, plan.value, all, learned, signal);
    await fitSteps(plan.value, staged, trainRows ?? staged.kept, all, learned, signal);
    return ok(fittedRecipe(recipe, learned));
  });
}

/**
 * Learns of these rows (ascending; null: all), one pass for each level: a step learns from what the steps before it give. What
 * is learned is put into `learned`; what is there already is not learned again. `tell` hears how far each pass is, 0 to 1.
 */
export async function fitSteps(
  plan: StepPlan,
  staged: StagedRows,
  rows: Uint32Array | null,
  wanted: ReadonlySet<string>,
  learned: LearnedOfRows,
  signal: AbortSignal,
  tell: (fraction: number) => void = () => undefined,
): Promise<void> {
  for (;;) {
    const { calls, names } = nextPass(plan, staged, wanted, learned);
    if (names.length === 0) return;
    for await (const chunk of streamStaged(staged, names, signal)) {
      tell(chunk.from / staged.source.count);
      const own = rows === null ? null : within(rows, chunk.from, chunk.count);
      if (own?.length === 0) continue;
      const cells: CellsOnTheWay = new Map();
      for (const [name, piece] of Object.entries(chunk.cells)) {
        cells.set(name, own === null || own.length === chunk.count ? piece : takeCells(piece, own));
      }
      for (const { action, fit } of calls) {
        const taken = cellsFor(action, cells);
        if (taken === null) continue;
        if (fit === null) runAction(action, learned, cells);
        else fit.add(taken);
      }
    }
    for (const { action, fit } of calls) {
      if (fit === null) continue;
      const { step, key } = action;
      learned.set(step.index, { ...learned.get(step.index), [key]: fit.result() });
    }
  }
}

interface Call {
  readonly action: Action;
  /** What learns here; null: the call is made. */
  readonly fit: Fit | null;
}

/** The calls up to the next steps that learn, and the features that they need; none: all has been learned. */
function nextPass(
  plan: StepPlan,
  staged: StagedRows,
  wanted: ReadonlySet<string>,
  learned: LearnedOfRows,
): { readonly calls: readonly Call[]; readonly names: readonly string[] } {
  const calls: Call[] = [];
  const stopped = new Set<string>();
  const learning = new Set<string>();
  for (const action of remainingActions(plan, staged, wanted)) {
    if (action.names.some((name) => stopped.has(name))) {
      for (const name of action.names) stopped.add(name);
      continue;
    }
    const isKnown = learned.get(action.step.index)?.[action.key] !== undefined;
    const fit = isKnown ? null : fitOf(action);
    calls.push({ action, fit });
    if (fit === null) continue;
    for (const name of action.names) {
      stopped.add(name);
      learning.add(name);
    }
  }
  // Only what leads to a step that learns is read.
  for (const { action } of [...calls].reverse()) {
    if (!action.names.some((name) => learning.has(name))) continue;
    for (const name of action.names) learning.add(name);
  }
  const needed = calls.filter(({ action }) => action.names.some((name) => learning.has(name)));
  return { calls: needed, names: [...learning] };
}

/** The calls that staging has left, in order; steps that leave rows out are behind them. */
export function remainingActions(
  plan: StepPlan,
  { done }: Pick<StagedRows, 'done'>,
  wanted: ReadonlySet<string>,
): readonly Action[] {
  return plan.steps.flatMap((step) =>
    step.definition.keeps !== undefined
      ? []
      : actionsOf(step, (name) => wanted.has(name) && (done.get(name) ?? -1) < step.index),
  );
}

/** What was learned, as it is kept: one entry for each step of the recipe. */
export function fittedRecipe({ steps }: StepsRecipe, learned: LearnedOfRows): FittedRecipe {
  return {
    version: 1,
    steps: steps.map(({ kind }, index) => ({ kind, fitted: learned.get(index) ?? {} })),
  };
}

/** What was learned, by the places of the steps; what belongs to another recipe is left out. */
export function learnedOf(recipe: StepsRecipe, { steps }: FittedRecipe): LearnedOfRows {
  const own = steps.every(({ kind }, index) => recipe.steps[index]?.kind === kind);
  return new Map(own ? steps.map(({ fitted }, index) => [index, { ...fitted }]) : []);
}

/** Whether all is known that these calls must have learned. Problem: `data.notLearned`. */
export function checkLearned(actions: readonly Action[], learned: LearnedOfRows): Result<null> {
  for (const { step, key } of actions) {
    const { definition, index } = step;
    if (definition.fit === undefined || learned.get(index)?.[key] !== undefined) continue;
    const { title } = definition;
    return refuse('data.notLearned', { step: title.en, stepChinese: title['zh-CN'] });
  }
  return ok(null);
}

/**
 * Some rows after the steps, as a model gets them; steps that leave rows out are left out. `features` are those of the cells,
 * as the source has them; steps for others are left out too. Problems: those of the steps.
 */
export function applySteps(
  recipe: StepsRecipe,
  fitted: FittedRecipe,
  cells: CellsByName,
  features: readonly Feature[],
): Result<{ readonly cells: CellsByName; readonly features: readonly Feature[] }> {
  const own = features.filter(({ name }) => cells[name] !== undefined);
  const plan = planSteps(recipe.steps, own);
  if (!plan.ok) return plan;
  const names = own.map(({ name }) => name);
  const wanted = neededFeatures(recipe.steps, names, false);
  const learned = learnedOf(recipe, fitted);
  const onTheWay: CellsOnTheWay = new Map(Object.entries(cells));
  for (const action of remainingActions(plan.value, { done: new Map() }, wanted)) {
    runAction(action, learned, onTheWay);
  }
  return ok({
    cells: Object.fromEntries(onTheWay),
    features: own.map((feature) => plan.value.after.get(feature.name) ?? feature),
  });
}

/** Places within a piece of those rows (ascending) that lie in it. */
function within(rows: Uint32Array, from: number, count: number): Uint32Array {
  const start = lowerBound(rows, from);
  const end = lowerBound(rows, from + count);
  return rows.subarray(start, end).map((row) => row - from);
}

function lowerBound(rows: Uint32Array, value: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
