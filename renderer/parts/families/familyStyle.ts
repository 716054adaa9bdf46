import type { CSSProperties } from 'react';
import type { LayerFamily } from '#shared/layers/defineLayer.ts';

/** Makes a family's colours known below an element: `--family` (ground of white text) and `--family-ink` (lines, text). */
export function familyStyle(family: LayerFamily): CSSProperties {
  return {
    '--family': `var(--family-${family})`,
    '--family-ink': `var(--family-${family}-ink)`,
  } as CSSProperties;
}
