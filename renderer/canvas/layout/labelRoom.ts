import { shapeText } from '#renderer/parts/text/shapeText.ts';
import { textWidth } from '#renderer/parts/cards/textWidth.ts';
import { columnGap, gridPx } from '#shared/graph/layout/spacing.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Size of the shapes on edges, px. */
export const labelFontPx = 10.5;
/** What stays free on both sides of them together, px. */
const marginPx = 8;

/** What the longest of these shapes needs beside the usual gap between two columns, px, on the grid. */
export function labelRoom(outputs: readonly Shape[]): number {
  const longest = Math.max(0, ...outputs.map((shape) => textWidth(shapeText(shape), labelFontPx)));
  return Math.max(0, Math.ceil((longest + marginPx - columnGap) / gridPx) * gridPx);
}
