import { argumentsOf, pixelRange, rangeOf } from '#main/engine/data/examples/augmentPlans.ts';
import type { PixelRange } from '#main/engine/data/examples/augmentPlans.ts';
import type { CellsByName } from '#main/engine/data/readers/reader.ts';
import { showCells } from '#main/engine/data/preview/previewRows.ts';
import { sizeOf } from '#main/engine/data/source/table.ts';
import type { AugmentCall } from '#main/engine/feed/augmentValues.ts';
import { augmentValues } from '#main/engine/feed/augmentValues.ts';
import { mixOf } from '#main/engine/feed/mixValues.ts';
import type { Cells, NumberCells, Picture } from '#shared/data/arithmetic/cells.ts';
import { blend } from '#shared/data/arithmetic/blend.ts';
import { takesFeature } from '#shared/data/augmentations/checkAugmentations.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { FittedRecipe } from '#shared/data/fitted.ts';
import type { PreviewRows } from '#shared/data/report.ts';

/** Rows that are shown. */
const shown = 8;

/** Rows after the steps, to be shown as the augmentations change them. */
export interface PreparedRows {
  readonly recipe: DataRecipe;
  readonly fitted: FittedRecipe;
  /** Features of the source. */
  readonly before: readonly Feature[];
  /** The same after the steps. */
  readonly after: readonly Feature[];
  /** Cells after the steps. */
  readonly cells: CellsByName;
  /** Number of the first row. */
  readonly from: number;
  readonly seed: number;
}

/**
 * The first rows as the first epoch changes them, of the features that are changed; null: none is, or examples are windows of rows.
 * Pictures are between their black and white.
 */
export async function previewAugmented(rows: PreparedRows): Promise<PreviewRows | null> {
  const { recipe, after, cells, from } = rows;
  if (recipe.windows !== null) return null;
  const changed: Record<string, Cells> = {};
  for (const name of new Set(recipe.augmentations.map(({ feature }) => feature))) {
    const feature = after.find((each) => each.name === name);
    const own = cells[name];
    const made = feature === undefined || own === undefined ? null : change(rows, feature, own);
    if (made !== null) changed[name] = made;
  }
  const names = Object.keys(changed);
  return names.length === 0 ? null : showCells(changed, names, from);
}

function change(rows: PreparedRows, feature: Feature, cells: Cells): Cells | null {
  const { recipe, fitted, before, from, seed } = rows;
  const isPicture = feature.kind === 'image';
  const source = before.find(({ name }) => name === feature.name);
  const examples = examplesIn(cells);
  if (examples.length === 0) return null;
  const known = source === undefined ? null : pixelRange(recipe, fitted, source);
  const range = known ?? (isPicture ? rangeOf(examples[0]?.values ?? []) : null);
  const changed = examples.map(({ shape, values }, index): NumberCells => {
    const size = sizeOf(shape);
    const calls = callsOf(recipe, feature, shape, range);
    const plan = { calls, length: 1, rowSize: size, divisor: 1, seed };
    const own = augmentValues(plan, Float32Array.from(values), Uint32Array.of(from + index), 0);
    return { type: 'numbers', shape, values: own };
  });
  const made = mixed(rows, feature, changed);
  if (isPicture) {
    return {
      type: 'pictures',
      values: made.map(({ shape, values }): Picture => {
        const [height = 1, width = 1, channels = 1] = shape;
        return { height, width, channels, values: asBytes(values, range) };
      }),
    };
  }
  const [first] = made;
  const values = Float32Array.from(made.flatMap((each) => [...each.values]));
  return first === undefined ? null : { ...first, values };
}

/** Each blended with the one after it, where the recipe blends examples of one size. */
function mixed(
  { recipe, from, seed }: PreparedRows,
  { name }: Feature,
  examples: readonly NumberCells[],
): readonly NumberCells[] {
  const own = recipe.augmentations.filter(({ feature }) => feature === name);
  const mix = mixOf(own, seed, Uint32Array.of(0));
  if (mix === null) return examples;
  const rows = Uint32Array.from(examples, (_, index) => from + index);
  const { shares } = mix(rows, 0);
  return examples.map((example, index) => {
    const other = examples[(index + 1) % examples.length] ?? example;
    if (other.values.length !== example.values.length) return example;
    return { ...example, values: blend(example.values, other.values, [shares[index] ?? 1]) };
  });
}

function callsOf(
  { augmentations }: DataRecipe,
  feature: Feature,
  shape: readonly number[],
  range: PixelRange,
): readonly AugmentCall[] {
  return augmentations.flatMap((augmentation, index) => {
    const { kind } = augmentation;
    const isTaken =
      augmentation.feature === feature.name && takesFeature(kind, { ...feature, shape }, null);
    const given = isTaken ? argumentsOf(augmentation, range) : null;
    return given === null ? [] : [{ kind, given, index, shape, at: 0, size: sizeOf(shape) }];
  });
}

/** The first examples; those that are missing are left out with all after them. */
function examplesIn(cells: Cells): readonly Pick<NumberCells, 'shape' | 'values'>[] {
  if (cells.type === 'texts') return [];
  if (cells.type === 'numbers') {
    const { shape, values } = cells;
    const size = sizeOf(shape);
    const count = Math.min(shown, size === 0 ? 0 : values.length / size);
    return Array.from({ length: count }, (_, row) => ({
      shape,
      values: values.subarray(row * size, (row + 1) * size),
    }));
  }
  const found: Pick<NumberCells, 'shape' | 'values'>[] = [];
  for (const cell of cells.values.slice(0, shown)) {
    if (cell === null) break;
    const shape = 'rate' in cell ? [cell.values.length] : [cell.height, cell.width, cell.channels];
    found.push({ shape, values: cell.values });
  }
  return found;
}

/** Black becomes 0 and white 255. */
function asBytes(values: NumberCells['values'], range: PixelRange): Uint8Array {
  const [black, white] = range ?? [0, 1];
  return Uint8Array.from(values, (value) =>
    Math.max(0, Math.min(255, Math.round(((value - black) / (white - black)) * 255))),
  );
}
