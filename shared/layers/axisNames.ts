import type { LocalText } from '#shared/problems/problem.ts';

/** Names of axes for forms and shape formulas. */
export const axisNames = {
  depth: { en: 'Depth', 'zh-CN': '深' },
  height: { en: 'Height', 'zh-CN': '高' },
  width: { en: 'Width', 'zh-CN': '宽' },
  steps: { en: 'Steps', 'zh-CN': '步数' },
  channels: { en: 'Channels', 'zh-CN': '通道' },
  features: { en: 'Features', 'zh-CN': '特征' },
} as const satisfies Record<string, LocalText>;

/** The spatial axes of volumes, in order. */
export const volumeAxes: readonly LocalText[] = [
  axisNames.depth,
  axisNames.height,
  axisNames.width,
];
/** The spatial axes of images, in order. */
export const imageAxes: readonly LocalText[] = [axisNames.height, axisNames.width];
/** The one axis of sequences along which windows move. */
export const sequenceAxes: readonly LocalText[] = [axisNames.steps];
