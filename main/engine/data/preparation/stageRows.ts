import type { Action, PlannedStep, StepPlan } from '#shared/data/planSteps.ts';
import { actionsOf, fitOf } from '#shared/data/planSteps.ts';
import type { Rows } from '#main/engine/data/readers/reader.ts';
import type { CellsOnTheWay, Learned } from '#main/engine/data/preparation/runAction.ts';
import { cellsFor, learnedBy, runAction } from '#main/engine/data/preparation/runAction.ts';
import type { StagedRows } from '#main/engine/data/preparation/stagedRows.ts';
import { streamStaged, unstaged } from '#main/engine/data/preparation/stagedRows.ts';
import { CellsCollector } from '#main/engine/data/source/collectCells.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { Fit, JsonValue } from '#shared/data/catalogue.ts';
import type { FittedStep } from '#shared/data/fitted.ts';

/** What steps learn of all rows, by their place in the recipe. */
export type LearnedOfRows = Map<number, Record<string, JsonValue>>;

/**
 * Makes the steps that look at all rows, before they are divided: those that leave rows out and those that need their order.
 * What these learn is put into `learned`, unless it is there already.
 */
export async function stageRows(
  rows: Rows,
  plan: StepPlan,
  wanted: ReadonlySet<string>,
  learned: LearnedOfRows,
  signal: AbortSignal,
): Promise<StagedRows> {
  const looking = plan.steps.filter(
    ({ definition, takes }) =>
      (definition.keeps !== undefined || definition.inOrder === true) &&
      takes.some(({ name }) => wanted.has(name)),
  );
  if (looking.length === 0) return unstaged(rows);
  const stays = new Uint8Array(rows.count).fill(1);
  const whole = await stageWhole(rows, plan, { wanted, learned, stays, signal }, looking);
  const left = looking.filter(({ takes }) => takes.some(({ name }) => !whole.done.has(name)));
  const streamed = (name: string) => wanted.has(name) && !whole.done.has(name);
  await learnOfRows(rows, plan, left, streamed, learned, signal);
  await markRows(rows, plan, left, { streamed, learned, stays, signal });
  return { source: rows, kept: placesOf(stays), ...whole };
}

interface Staging {
  readonly wanted: ReadonlySet<string>;
  readonly learned: LearnedOfRows;
  readonly stays: Uint8Array;
  readonly signal: AbortSignal;
}

/** Features with a step that needs the order of rows are read whole; their steps are made up to the last that looks at all rows. */
async function stageWhole(
  rows: Rows,
  plan: StepPlan,
  { wanted, learned, stays, signal }: Staging,
  looking: readonly PlannedStep[],
): Promise<Pick<StagedRows, 'wholes' | 'done'>> {
  const done = new Map<string, number>();
  for (const step of looking) {
    if (step.definition.inOrder !== true) continue;
    const own = step.takes.map(({ name }) => name).filter((name) => wanted.has(name));
    const together = coupled(plan, own);
    const last = looking.filter(({ takes }) => takes.some(({ name }) => together.has(name))).at(-1);
    for (const name of together) done.set(name, Math.max(done.get(name) ?? -1, last?.index ?? -1));
  }
  const names = [...done.keys()];
  if (names.length === 0) return { wholes: new Map(), done };
  const collectors = new Map(names.map((name) => [name, new CellsCollector()]));
  for await (const { cells } of streamStaged(unstaged(rows), names, signal)) {
    for (const [name, collector] of collectors) {
      const piece = cells[name];
      if (piece !== undefined) collector.add(piece);
    }
  }
  const cells: CellsOnTheWay = new Map();
  for (const [name, collector] of collectors) cells.set(name, collector.all());
  for (const step of plan.steps) {
    const isOn = (name: string) => (done.get(name) ?? -1) >= step.index;
    for (const action of actionsOf(step, isOn)) {
      const taken = cellsFor(action, cells);
      if (taken === null) continue;
      if (step.definition.keeps === undefined) {
        runAction(action, learned, cells);
        continue;
      }
      const fit = isLearned(action, learned) ? null : fitOf(action);
      fit?.add(taken);
      if (fit !== null) note(action, fit, learned);
      mark(action, taken, learned, stays, 0);
    }
  }
  return { wholes: cells, done };
}

/** Features that steps take together with these. */
function coupled(plan: StepPlan, names: readonly string[]): ReadonlySet<string> {
  const all = new Set(names);
  for (const { definition, takes } of plan.steps) {
    if (definition.together !== true || !takes.some(({ name }) => all.has(name))) continue;
    for (const { name } of takes) all.add(name);
  }
  return all;
}

/** One pass for the steps that leave rows out by what they have learned of all. */
async function learnOfRows(
  rows: Rows,
  plan: StepPlan,
  looking: readonly PlannedStep[],
  streamed: (name: string) => boolean,
  learned: LearnedOfRows,
  signal: AbortSignal,
): Promise<void> {
  const fits = new Map<Action, Fit>();
  for (const step of looking) {
    for (const action of actionsOf(step, streamed)) {
      const fit = isLearned(action, learned) ? null : fitOf(action);
      if (fit !== null) fits.set(action, fit);
    }
  }
  if (fits.size === 0) return;
  await passOver(rows, plan, [...fits.keys()], { streamed, learned, signal }, (action, cells) => {
    fits.get(action)?.add(cells);
  });
  for (const [action, fit] of fits) note(action, fit, learned);
}

/** One pass that marks the rows that leave. */
async function markRows(
  rows: Rows,
  plan: StepPlan,
  looking: readonly PlannedStep[],
  {
    streamed,
    learned,
    stays,
    signal,
  }: Omit<Staging, 'wanted'> & { readonly streamed: (name: string) => boolean },
): Promise<void> {
  const actions = looking
    .filter(({ definition }) => definition.keeps !== undefined)
    .flatMap((step) => actionsOf(step, streamed));
  if (actions.length === 0) return;
  await passOver(rows, plan, actions, { streamed, learned, signal }, (action, cells, from) => {
    mark(action, cells, learned, stays, from);
  });
}

/** Streams the features of calls and hands each call its cells. */
async function passOver(
  rows: Rows,
  plan: StepPlan,
  actions: readonly Action[],
  {
    streamed,
    learned,
    signal,
  }: {
    readonly streamed: (name: string) => boolean;
    readonly learned: Learned;
    readonly signal: AbortSignal;
  },
  visit: (action: Action, cells: Cells, from: number) => void,
): Promise<void> {
  const names = new Set(
    coupled(
      plan,
      actions.flatMap((action) => action.names),
    ),
  );
  const last = Math.max(...actions.map(({ step }) => step.index));
  for await (const chunk of streamStaged(unstaged(rows), [...names], signal)) {
    const cells: CellsOnTheWay = new Map(Object.entries(chunk.cells));
    for (const step of plan.steps) {
      if (step.index > last) break;
      const wanted = (name: string) => names.has(name) && streamed(name);
      if (step.definition.keeps === undefined) {
        for (const action of actionsOf(step, wanted)) runAction(action, learned, cells);
        continue;
      }
      for (const action of actions) {
        if (action.step !== step) continue;
        const taken = cellsFor(action, cells);
        if (taken !== null) visit(action, taken, chunk.from);
      }
    }
  }
}

function mark(
  action: Action,
  cells: Cells,
  learned: Learned,
  stays: Uint8Array,
  from: number,
): void {
  const { definition, params } = action.step;
  const keeps = definition.keeps?.(cells, params, learnedBy(action, learned));
  keeps?.forEach((stay, row) => {
    if (stay === 0) stays[from + row] = 0;
  });
}

function isLearned({ step, key }: Action, learned: LearnedOfRows): boolean {
  return learned.get(step.index)?.[key] !== undefined;
}

function note({ step, key }: Action, fit: Fit, learned: LearnedOfRows): void {
  const entry: FittedStep['fitted'] = { ...learned.get(step.index), [key]: fit.result() };
  learned.set(step.index, entry);
}

/** Places of the ones, ascending; null: all are ones. */
function placesOf(stays: Uint8Array): Uint32Array | null {
  let count = 0;
  for (const stay of stays) count += stay;
  if (count === stays.length) return null;
  const places = new Uint32Array(count);
  let next = 0;
  stays.forEach((stay, row) => {
    if (stay === 1) places[next++] = row;
  });
  return places;
}
