import type { ReactNode } from 'react';

/** How training pictures and recordings are varied at random. */
export function AugmentationSection(): ReactNode {
  return null;
}
