import type { Feature } from '#shared/data/feature.ts';
import type { Shape } from '#shared/shape/shape.ts';

/**
 * The feature as plain numbers: no classes any more. Images and sequences stay what they are, all others become
 * numbers.
 */
export function asNumbers(feature: Feature, shape: Shape | null = feature.shape): Feature {
  const { name, role, kind } = feature;
  const staysKind = kind === 'image' || kind === 'sequence' || kind === 'audio';
  return {
    name,
    role,
    kind: staysKind ? kind : 'number',
    shape,
    dtype: 'float32',
    classes: null,
  };
}

/** How many numbers a feature's last axis has: channels of an image, 1 for a single number or an unknown size. */
export function channelsOf(feature: Feature): number {
  return feature.shape?.at(-1) ?? 1;
}
