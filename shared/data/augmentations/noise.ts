import { noise as apply } from '#shared/data/arithmetic/noise.ts';
import { amountParam } from '#shared/data/augmentations/augmentationParams.ts';
import { defineAugmentation } from '#shared/data/catalogue.ts';

/** Adds normally distributed noise. */
export const noise = defineAugmentation({
  kind: 'noise',
  title: { en: 'Noise', 'zh-CN': '噪声' },
  doc: { en: 'Adds normally distributed noise.', 'zh-CN': '加入正态分布的噪声。' },
  params: {
    deviation: amountParam(0.05, 100, {
      en: 'Its standard deviation: of pictures in parts of what lies between black and white, of others in units of their values after the steps.',
      'zh-CN': '噪声的标准差：图像以黑白之间的范围为单位，其他数据以处理后数值的单位计。',
    }),
  },
  accepts: ['image', 'audio', 'sequence', 'number'],
  takes: () => true,
  arguments: ({ deviation }, range) =>
    range === null ? [deviation, null, null] : [deviation * (range[1] - range[0]), ...range],
  apply,
});
