import type { Action } from '#shared/data/planSteps.ts';
import { sizeOf } from '#main/engine/data/source/table.ts';
import type { Cells, NumberCells, TextCells } from '#shared/data/arithmetic/cells.ts';
import type { JsonValue } from '#shared/data/catalogue.ts';
import type { FittedStep } from '#shared/data/fitted.ts';

/** Cells on their way through the steps, by the name of their feature. */
export type CellsOnTheWay = Map<string, Cells>;

/** What steps have learned, by their place in the recipe. */
export type Learned = ReadonlyMap<number, FittedStep['fitted']>;

/** What a call gets: the cells of its feature, or those of several joined to one row of numbers. */
export function cellsFor({ step, names }: Action, cells: CellsOnTheWay): Cells | null {
  const [first = ''] = names;
  return names.length === 1
    ? (cells.get(first) ?? null)
    : joinCells(names, cells, step.definition.keeps !== undefined);
}

/** What the step of a call has learned; null: nothing. */
export function learnedBy({ step, key }: Action, learned: Learned): JsonValue {
  return learned.get(step.index)?.[key] ?? null;
}

/** Makes a call and puts what it gives in the place of what it took. */
export function runAction(action: Action, learned: Learned, cells: CellsOnTheWay): void {
  const { step, names, feature } = action;
  const taken = cellsFor(action, cells);
  if (taken === null) return;
  const given = step.definition.arguments(step.params, learnedBy(action, learned), feature);
  const made = step.definition.apply(taken, ...(given as readonly never[]));
  const [first = ''] = names;
  if (names.length === 1) cells.set(first, made);
  else divideCells(made, names, cells);
}

function joinCells(
  names: readonly string[],
  cells: CellsOnTheWay,
  withTexts: boolean,
): NumberCells | null {
  const parts: NumberCells[] = [];
  for (const name of names) {
    const cell = cells.get(name);
    const part = withTexts && cell?.type === 'texts' ? numberTexts(cell) : cell;
    if (part?.type !== 'numbers') return null;
    parts.push(part);
  }
  const sizes = parts.map(({ shape }) => sizeOf(shape));
  const size = sizes.reduce((sum, each) => sum + each, 0);
  const count = (parts[0]?.values.length ?? 0) / (sizes[0] ?? 1);
  const values = new Float64Array(count * size);
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const own = sizes[index] ?? 1;
    for (let row = 0; row < count; row += 1) {
      for (let place = 0; place < own; place += 1) {
        values[row * size + at + place] = part.values[row * own + place] ?? NaN;
      }
    }
    at += own;
  }
  return { type: 'numbers', shape: [size], values };
}

/** Texts as numbers, to compare rows: equal texts, equal numbers. */
function numberTexts({ values }: TextCells): NumberCells {
  const numbers = new Map<string, number>();
  const numbered = Float64Array.from(values, (text) => {
    if (text === null) return NaN;
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
  return { type: 'numbers', shape: [], values: numbered };
}

/** Puts a row of numbers back into the features that it was joined of. */
function divideCells(made: Cells, names: readonly string[], cells: CellsOnTheWay): void {
  if (made.type !== 'numbers') return;
  const size = sizeOf(made.shape);
  const count = made.values.length / size;
  let at = 0;
  for (const name of names) {
    const before = cells.get(name);
    if (before?.type !== 'numbers') continue;
    const own = sizeOf(before.shape);
    const values = new Float32Array(count * own);
    for (let row = 0; row < count; row += 1) {
      for (let place = 0; place < own; place += 1) {
        values[row * own + place] = made.values[row * size + at + place] ?? NaN;
      }
    }
    cells.set(name, { type: 'numbers', shape: before.shape, values });
    at += own;
  }
}
