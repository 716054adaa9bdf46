import type { Windows } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { Shape } from '#shared/shape/shape.ts';

/**
 * Shape of an example that is made of these features: one keeps its own, several become a row of all their numbers, in
 * order. null: it is not known, or there are none.
 */
export function joinedShape(features: readonly Feature[]): Shape | null {
  const [only] = features;
  if (features.length <= 1) return only?.shape ?? null;
  let size = 0;
  for (const { shape } of features) {
    if (shape === null || shape.includes(null)) return [null];
    size += shape.reduce<number>((product, each) => product * (each ?? 1), 1);
  }
  return [size];
}

/** Shape of an example of an input: that of its features, with windows one for each of their rows. */
export function inputShape(features: readonly Feature[], windows: Windows | null): Shape | null {
  const shape = joinedShape(features);
  if (windows === null || shape === null) return shape;
  return [windows.length, ...(shape.length === 0 ? [1] : shape)];
}
