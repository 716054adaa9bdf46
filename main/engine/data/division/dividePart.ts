import { divideExamples } from '#main/engine/data/division/divideExamples.ts';
import type { StepPlan } from '#shared/data/planSteps.ts';
import type { Rows } from '#main/engine/data/readers/reader.ts';
import { readKeys, splitFeature } from '#main/engine/data/division/splitKeys.ts';
import type { StagedRows } from '#main/engine/data/preparation/stagedRows.ts';
import type { LearnedOfRows } from '#main/engine/data/preparation/stageRows.ts';
import { stageRows } from '#main/engine/data/preparation/stageRows.ts';
import type { OrderedRows } from '#main/engine/data/preparation/windowRows.ts';
import { orderRows, targetOffset, windowStarts } from '#main/engine/data/preparation/windowRows.ts';
import type { DataRecipe } from '#shared/data/data.ts';

/** What dividing the rows of a part needs. */
export interface PartInput {
  readonly recipe: DataRecipe;
  readonly plan: StepPlan;
  readonly wanted: ReadonlySet<string>;
  /** What steps have learned that leave rows out; more is put into it. */
  readonly learned: LearnedOfRows;
  readonly signal: AbortSignal;
}

/** How the rows of a part are divided; null: they are the test part as a whole. */
export interface PartDivision {
  readonly seed: number;
  readonly takesTest: boolean;
  readonly fold?: number | undefined;
}

/** The rows of a part of a source, divided. */
export interface DividedPart {
  readonly staged: StagedRows;
  /** Row of the source at each place of prepared columns; null: each row at its own number. */
  readonly order: Uint32Array | null;
  /** Places of the examples, or of the first rows of windows. A whole part is all `train`. */
  readonly train: Uint32Array;
  readonly validation: Uint32Array;
  readonly test: Uint32Array;
  /** Rows of the source that steps learn from, ascending; null: all. */
  readonly fitRows: Uint32Array | null;
  /** 1 for the rows of the source that stay; null: all. */
  readonly used: Uint8Array | null;
}

/** Makes the steps that look at all rows, and divides the rows that stay. */
export async function dividePart(
  { recipe, plan, wanted, learned, signal }: PartInput,
  source: Rows,
  division: PartDivision | null,
): Promise<DividedPart> {
  const { windows } = recipe;
  const staged = await stageRows(source, plan, wanted, learned, signal);
  const series =
    windows === null || windows.series === null
      ? null
      : await readKeys(source, windows.series, signal);
  const rows = orderRows(source.count, staged.kept, series);
  const parts = await divide(recipe, source, rows, division, signal);
  const used = usedRows(staged.kept, source.count);
  if (windows !== null) {
    const fitRows = windowedRows(rows, parts.train, targetOffset(windows), source.count);
    return { staged, order: rows.order, ...parts, fitRows, used };
  }
  // Columns hold every row at its own number: places become rows.
  const { order } = rows;
  const placed = (part: Uint32Array) =>
    order === null ? part : part.map((place) => order[place] ?? 0);
  const train = placed(parts.train);
  return {
    staged,
    order: null,
    train,
    validation: placed(parts.validation),
    test: placed(parts.test),
    fitRows: train.length === source.count ? null : train,
    used,
  };
}

async function divide(
  recipe: DataRecipe,
  source: Rows,
  rows: OrderedRows,
  division: PartDivision | null,
  signal: AbortSignal,
) {
  const { windows, split } = recipe;
  if (division === null) {
    const all =
      windows === null
        ? Uint32Array.from({ length: rows.count }, (_, place) => place)
        : windowStarts(rows, windows);
    return { train: all, validation: new Uint32Array(), test: new Uint32Array() };
  }
  const feature = splitFeature(recipe);
  const keys = feature === null ? null : await readKeys(source, feature, signal);
  return divideExamples({ split, windows, rows, keys, ...division });
}

function usedRows(kept: Uint32Array | null, count: number): Uint8Array | null {
  if (kept === null) return null;
  const used = new Uint8Array(count);
  for (const row of kept) used[row] = 1;
  return used;
}

/** Rows of the source that lie in these windows or are their targets, ascending. */
function windowedRows(
  { order }: OrderedRows,
  starts: Uint32Array,
  offset: number,
  count: number,
): Uint32Array {
  const isIn = new Uint8Array(count);
  for (const start of starts) {
    for (let place = start; place <= start + offset; place += 1) isIn[order?.[place] ?? place] = 1;
  }
  const rows: number[] = [];
  isIn.forEach((yes, row) => {
    if (yes === 1) rows.push(row);
  });
  return Uint32Array.from(rows);
}
