import { axisNames } from '#shared/layers/axisNames.ts';
import type { Call } from '#shared/layers/call.ts';
import { withArguments } from '#shared/layers/callFromParams.ts';
import { fromChannelsLast, toChannelsLast } from '#shared/layers/dataFormat.ts';
import type { DataFormat } from '#shared/layers/dataFormat.ts';
import type { ShapeFormula } from '#shared/layers/defineLayer.ts';
import type { LocalText } from '#shared/problems/problem.ts';
import type { Shape } from '#shared/shape/shape.ts';

/** Names of the two ends of each axis, in the order of the numbers. */
export const imageSides: readonly LocalText[] = [
  { en: 'top', 'zh-CN': '上' },
  { en: 'bottom', 'zh-CN': '下' },
  { en: 'left', 'zh-CN': '左' },
  { en: 'right', 'zh-CN': '右' },
];

/** The two ends of a sequence. */
export const sequenceSides: readonly LocalText[] = [
  { en: 'start', 'zh-CN': '首' },
  { en: 'end', 'zh-CN': '尾' },
];

/** The six sides of a volume. */
export const volumeSides: readonly LocalText[] = [
  { en: 'front', 'zh-CN': '前' },
  { en: 'back', 'zh-CN': '后' },
  ...imageSides,
];

/** `[1, 2, 3, 4]` → `[[1, 2], [3, 4]]`: before and after, an axis each. */
export function inPairs(sides: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: sides.length / 2 }, (_, axis) => sides.slice(2 * axis, 2 * axis + 2));
}

/** The shape with its spatial axes longer by what is at both ends, or shorter with `sign` −1. Unknown lengths stay so. */
export function resized(
  input: Shape,
  sides: readonly number[],
  sign: 1 | -1,
  dataFormat: DataFormat = 'channelsLast',
): Shape {
  const pairs = inPairs(sides);
  const channelsLast = toChannelsLast(input, dataFormat).map((size, axis) => {
    const [before = 0, after = 0] = pairs[axis] ?? [];
    return size === null ? null : size + sign * (before + after);
  });
  return fromChannelsLast(channelsLast, dataFormat);
}

/** Both libraries take the sides as pairs; `own`, a number at every side, is what they take when told nothing. */
export function withPairs(
  call: Call,
  name: string,
  sides: readonly number[],
  own: number | null,
): Call {
  const pairs = inPairs(sides);
  // A sequence has one pair.
  const value = pairs.length === 1 ? (pairs[0] ?? []) : pairs;
  const defaults =
    own === null ? {} : { [name]: pairs.length === 1 ? [own, own] : pairs.map(() => [own, own]) };
  return withArguments(call, { [name]: value }, defaults);
}

/** One number where all sides are alike, for the card. */
export function sidesHighlight(sides: readonly number[]): string {
  return sides.every((side) => side === sides[0]) ? String(sides[0] ?? 0) : sides.join(', ');
}

/** The lines of the "Output shape" box: `28 − 1 − 2`. */
export function explainSides(
  input: Shape,
  sides: readonly number[],
  sign: 1 | -1,
  axes: readonly LocalText[],
  dataFormat: DataFormat = 'channelsLast',
): readonly ShapeFormula[] {
  const before = toChannelsLast(input, dataFormat);
  const after = toChannelsLast(resized(input, sides, sign, dataFormat), dataFormat);
  const word = sign === 1 ? '+' : '−';
  return inPairs(sides).map((pair, axis) => ({
    label: axes[axis] ?? axisNames.steps,
    formula: [before[axis] ?? '?', ...pair].join(` ${word} `),
    result: String(after[axis] ?? '?'),
  }));
}
