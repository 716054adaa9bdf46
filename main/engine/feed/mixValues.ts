import type { Values } from '#main/engine/data/source/table.ts';
import { blend } from '#shared/data/arithmetic/blend.ts';
import { findAugmentation } from '#shared/data/augmentations/index.ts';
import type { Augmentation } from '#shared/data/data.ts';
import { deriveSeed } from '#shared/data/generators/deriveSeed.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';
import { parseParams } from '#shared/layers/parseParams.ts';

/** Another example for each, and the share that each keeps. */
interface Mixture {
  readonly partners: Uint32Array;
  readonly shares: readonly number[];
}

/** Says with what examples are blended: the same for all inputs and targets of a row and an epoch (0-based). */
export type MixExamples = (rows: Uint32Array, epoch: number) => Mixture;

/** How a recipe blends examples; `rows`: those of the training part. Of several such augmentations the first counts. null: not at all. */
export function mixOf(
  augmentations: readonly Augmentation[],
  seed: number,
  rows: Uint32Array,
): MixExamples | null {
  const index = augmentations.findIndex(({ kind }) => findAugmentation(kind)?.share !== undefined);
  const augmentation = augmentations[index];
  const definition = findAugmentation(augmentation?.kind ?? '');
  if (augmentation === undefined || definition?.share === undefined) return null;
  const { share } = definition;
  const { values } = parseParams(definition.params, augmentation.params);
  const given = definition.arguments(values, null) as readonly never[];
  return (own, epoch) => {
    const shares: number[] = [];
    const partners = own.map((row) => {
      const random = mulberry32(deriveSeed(seed, 'augment', epoch, row, index));
      shares.push(share(random, ...given));
      return rows[Math.floor(random() * rows.length)] ?? row;
    });
    return { partners, shares };
  };
}

/** The values of rows, blended; `made` gives them as they are before. */
export async function mixValues(
  mix: MixExamples,
  rows: Uint32Array,
  epoch: number,
  made: (rows: Uint32Array, epoch: number) => Promise<Values>,
): Promise<Float32Array> {
  const { partners, shares } = mix(rows, epoch);
  const [own, others] = await Promise.all([made(rows, epoch), made(partners, epoch)]);
  return blend(own, others, shares);
}
