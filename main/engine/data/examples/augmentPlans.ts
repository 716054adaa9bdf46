import type { ColumnRequest } from '#main/engine/data/preparation/columnPlan.ts';
import type { ReadyColumn } from '#main/engine/data/preparation/prepareColumns.ts';
import { applySteps } from '#main/engine/data/preparation/preparation.ts';
import { sizeOf } from '#main/engine/data/source/table.ts';
import type { ExamplePort } from '#main/engine/train/examples.ts';
import type { AugmentCall, AugmentPlan } from '#main/engine/feed/augmentValues.ts';
import { findAugmentation } from '#shared/data/augmentations/index.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { Augmentation, DataRecipe } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { FittedRecipe } from '#shared/data/fitted.ts';
import { parseParams } from '#shared/layers/parseParams.ts';

/** Black and white of pictures after the steps; null: it is not a picture, or not known. */
export type PixelRange = readonly [number, number] | null;

/**
 * What the steps make of black and white, of pictures whose pixels were bytes; the farthest of all channels. null: of other
 * features.
 */
export function pixelRange(
  recipe: Pick<DataRecipe, 'steps'>,
  fitted: FittedRecipe,
  feature: Feature,
): PixelRange {
  if (feature.kind !== 'image' || feature.dtype !== 'uint8') return null;
  const shape = (feature.shape ?? [null, null, 3]).map((size) => size ?? 8);
  const size = sizeOf(shape);
  const values = new Uint8Array(2 * size).fill(255, size);
  const cells: Cells = { type: 'numbers', shape, values };
  const after = applySteps(recipe, fitted, { [feature.name]: cells }, [feature]);
  const made = after.ok ? after.value.cells[feature.name] : undefined;
  return made?.type === 'numbers' ? rangeOf(made.values) : null;
}

/** The least and the greatest; null: all are the same. */
export function rangeOf(values: ArrayLike<number>): PixelRange {
  let least = Infinity;
  let most = -Infinity;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return least < most ? [least, most] : null;
}

/** What a plan is made of. */
export interface AugmentInput {
  readonly recipe: DataRecipe;
  readonly fitted: FittedRecipe;
  /** Features of the source, and those after the steps. */
  readonly before: readonly Feature[];
  readonly after: ReadonlyMap<string, Feature>;
  readonly seed: number;
}

/** How many training examples tell the range of pictures that were not bytes. */
const lookedAt = 64;

/**
 * How the training examples of an input are changed; null: not at all. `rows`: those of the training part; of pictures that were
 * not bytes, the first of them tell what is black and white.
 */
export async function augmentPlan(
  { recipe, fitted, before, after, seed }: AugmentInput,
  { names }: ColumnRequest,
  ready: ReadyColumn,
  port: ExamplePort,
  rows: Uint32Array,
): Promise<AugmentPlan | null> {
  const own = recipe.augmentations.flatMap((augmentation, index) =>
    names.includes(augmentation.feature) && findAugmentation(augmentation.kind)?.apply
      ? [{ augmentation, index }]
      : [],
  );
  if (own.length === 0) return null;
  const length = recipe.windows?.length ?? 1;
  const rowSize = sizeOf(ready.shape);
  const sizes = names.map((name) =>
    names.length === 1 ? rowSize : sizeOf((after.get(name)?.shape ?? []).map((size) => size ?? 1)),
  );
  const calls: AugmentCall[] = [];
  for (const { augmentation, index } of own) {
    const place = names.indexOf(augmentation.feature);
    const size = sizes[place] ?? 0;
    const feature = after.get(augmentation.feature);
    const shape =
      names.length === 1 ? ready.shape : (feature?.shape ?? []).map((each) => each ?? 1);
    const source = before.find(({ name }) => name === augmentation.feature);
    let range = source === undefined ? null : pixelRange(recipe, fitted, source);
    if (range === null && feature?.kind === 'image') {
      range = rangeOf(await port.values(rows.subarray(0, lookedAt)));
    }
    const given = argumentsOf(augmentation, range);
    if (given === null) continue;
    calls.push({
      kind: augmentation.kind,
      given,
      index,
      shape: length === 1 ? shape : [length, ...(shape.length > 0 ? shape : [1])],
      at: sizes.slice(0, place).reduce((sum, each) => sum + each, 0),
      size,
    });
  }
  return calls.length === 0 ? null : { calls, length, rowSize, divisor: ready.divisor, seed };
}

/** What an augmentation's arithmetic takes after the random numbers; null: there is none of this kind. */
export function argumentsOf({ kind, params }: Augmentation, range: PixelRange) {
  const definition = findAugmentation(kind);
  if (definition === undefined) return null;
  return definition.arguments(parseParams(definition.params, params).values, range);
}
