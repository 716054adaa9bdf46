import type { AugmentationDefinition } from '#shared/data/catalogue.ts';
import { brightness } from '#shared/data/augmentations/brightness.ts';
import { contrast } from '#shared/data/augmentations/contrast.ts';
import { cutout } from '#shared/data/augmentations/cutout.ts';
import { flip } from '#shared/data/augmentations/flip.ts';
import { mixup } from '#shared/data/augmentations/mixup.ts';
import { noise } from '#shared/data/augmentations/noise.ts';
import { randomCrop } from '#shared/data/augmentations/randomCrop.ts';
import { rotate } from '#shared/data/augmentations/rotate.ts';
import { shift } from '#shared/data/augmentations/shift.ts';
import { shiftTime } from '#shared/data/augmentations/shiftTime.ts';
import { zoom } from '#shared/data/augmentations/zoom.ts';

/** The augmentations, in the order in which they are offered. */
export const augmentations: readonly AugmentationDefinition[] = [
  flip,
  rotate,
  shift,
  zoom,
  randomCrop,
  brightness,
  contrast,
  noise,
  cutout,
  shiftTime,
  mixup,
];

/** The augmentation of this kind. */
export function findAugmentation(kind: string): AugmentationDefinition | undefined {
  return augmentations.find((definition) => definition.kind === kind);
}
