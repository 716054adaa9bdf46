import { CellsCollector } from '#main/engine/data/source/collectCells.ts';
import type { Rows } from '#main/engine/data/readers/reader.ts';
import { streamStaged, unstaged } from '#main/engine/data/preparation/stagedRows.ts';
import { sizeOf } from '#main/engine/data/source/table.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import { findSplitMethod } from '#shared/data/splits/index.ts';

/** One value for each row: a number or a text. */
export type RowKeys = ArrayLike<number | string | null>;

/** The feature that a recipe's way of dividing looks at; null: none. */
export function splitFeature({
  split,
  bindings,
}: Pick<DataRecipe, 'split' | 'bindings'>): string | null {
  const { keyKinds, keyDefault } = findSplitMethod(split.method);
  if (keyKinds.length === 0) return null;
  if (split.feature !== null) return split.feature;
  return keyDefault === 'target' ? (Object.values(bindings.outputs)[0] ?? null) : null;
}

/** Values of a feature as the source has them, for all rows; null: they are not single values. */
export async function readKeys(
  rows: Rows,
  feature: string,
  signal: AbortSignal,
): Promise<RowKeys | null> {
  const whole = rows.whole?.(feature);
  if (whole !== undefined) return keysOf(whole);
  const collector = new CellsCollector();
  for await (const { cells } of streamStaged(unstaged(rows), [feature], signal)) {
    const piece = cells[feature];
    if (piece !== undefined) collector.add(piece);
  }
  return keysOf(collector.all());
}

function keysOf(cells: Cells): RowKeys | null {
  if (cells.type === 'texts') return cells.values;
  return cells.type === 'numbers' && sizeOf(cells.shape) === 1 ? cells.values : null;
}
