import type { Shape } from '#shared/shape/shape.ts';

/** A shape as the page writes it: `26×26×32`, `576`, `?×8` where a size is not known; a single number is `1`. */
export function shapeText(shape: Shape): string {
  if (shape.length === 0) return '1';
  return shape.map((size) => (size === null ? '?' : String(size))).join('×');
}

/** Several outputs, joined by commas. */
export function shapesText(shapes: readonly Shape[]): string {
  return shapes.map(shapeText).join(', ');
}
