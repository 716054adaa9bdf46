import type { Feature } from '#shared/data/feature.ts';

const pixels = { en: 'px', 'zh-CN': '像素' };

/** How high and wide pictures become. */
export const pictureSizeParams = {
  height: {
    type: 'integer',
    default: 64,
    min: 1,
    max: 8192,
    unit: pixels,
    doc: { en: 'The height afterwards.', 'zh-CN': '处理后的高度。' },
  },
  width: {
    type: 'integer',
    default: 64,
    min: 1,
    max: 8192,
    unit: pixels,
    doc: { en: 'The width afterwards.', 'zh-CN': '处理后的宽度。' },
  },
} as const;

/** The feature with another height and width; its channels stay. */
export function withSize(feature: Feature, height: number, width: number): Feature {
  return { ...feature, shape: [height, width, feature.shape?.at(-1) ?? null] };
}
