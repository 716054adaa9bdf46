import { contrast as apply } from '#shared/data/arithmetic/contrast.ts';
import { amountParam, isPicture } from '#shared/data/augmentations/augmentationParams.ts';
import { defineAugmentation } from '#shared/data/catalogue.ts';

/** Makes differences within pictures smaller or larger at random. */
export const contrast = defineAugmentation({
  kind: 'contrast',
  title: { en: 'Contrast', 'zh-CN': '对比度' },
  doc: {
    en: 'Makes differences within pictures smaller or larger at random.',
    'zh-CN': '随机减小或增大图像中的明暗差别。',
  },
  params: {
    fraction: amountParam(0.2, 1, { en: 'By at most this part.', 'zh-CN': '最多改变这个比例。' }),
  },
  accepts: ['image'],
  takes: isPicture,
  arguments: ({ fraction }, range) => [fraction, ...(range ?? [-1e30, 1e30])],
  apply,
});
