import type { Column, Values } from '#main/engine/data/table.ts';
import { dtypeOf, gatherRows } from '#main/engine/data/table.ts';
import type { Cells, NumberCells } from '#shared/data/arithmetic/cells.ts';
import type { Feature } from '#shared/data/catalogue.ts';
import type { PreparationStep } from '#shared/data/data.ts';
import { findStep } from '#shared/data/steps/index.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** A feature as a model sees it. */
export interface PreparedColumn {
  readonly name: string;
  /** Shape of one example after the steps. */
  readonly shape: readonly number[];
  /** Number of classes, of a column that still holds class numbers; null: it holds none. */
  readonly classes: number | null;
  /** As it was read. */
  readonly column: Column;
  /** What every value is divided by, where that is all that the steps do; null: they do something else. */
  readonly divisor: number | null;
  /** Values of these examples after the steps, one after the other. */
  rows(numbers: Uint32Array): Values;
}

/** Puts a recipe's steps for a column behind it; a batch goes through them when it is needed. */
export function prepareColumn(
  column: Column,
  steps: readonly PreparationStep[],
): Result<PreparedColumn> {
  let feature: Feature = {
    name: column.name,
    role: 'input',
    kind: 'number',
    shape: column.shape,
    dtype: dtypeOf(column.values),
    classes: column.classes?.length ?? null,
  };
  const applied: ((cells: NumberCells) => NumberCells)[] = [];
  let divisor: number | null = 1;
  for (const step of steps.filter((each) => each.features.includes(column.name))) {
    const definition = findStep(step.kind);
    if (definition === undefined) return refuse('data.unknownStep', { kind: step.kind });
    const values = parseParams(definition.params, step.params).values;
    divisor = divisor === null ? null : (definition.divisor?.(values) ?? null);
    if (applied.length > 0) divisor = null;
    const given = definition.arguments(values, null, feature) as readonly never[];
    const output = definition.output(feature, values);
    if (!output.ok) return output;
    feature = output.value;
    applied.push((before) => numbersOf(definition.apply(before, ...given)));
  }
  return ok({
    name: column.name,
    shape: fixed(feature),
    classes: feature.classes,
    column,
    divisor,
    rows: (numbers) => {
      const { shape } = column;
      const cells: NumberCells = { type: 'numbers', shape, values: gatherRows(column, numbers) };
      return applied.reduce((before, apply) => apply(before), cells).values as Values;
    },
  });
}

function numbersOf(cells: Cells): NumberCells {
  if (cells.type !== 'numbers') throw new Error('Numbers became something else.');
  return cells;
}

/** A feature that was read has no unknown sizes. */
function fixed(feature: Feature): readonly number[] {
  return (feature.shape ?? []).map((size) => size ?? 1);
}
