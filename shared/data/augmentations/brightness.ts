import { brightness as apply } from '#shared/data/arithmetic/brightness.ts';
import { amountParam, isPicture } from '#shared/data/augmentations/augmentationParams.ts';
import { defineAugmentation } from '#shared/data/catalogue.ts';

/** Makes pictures darker or lighter at random. */
export const brightness = defineAugmentation({
  kind: 'brightness',
  title: { en: 'Brightness', 'zh-CN': '亮度' },
  doc: { en: 'Makes pictures darker or lighter at random.', 'zh-CN': '随机调暗或调亮图像。' },
  params: {
    fraction: amountParam(0.2, 1, {
      en: 'By at most this part of what lies between black and white.',
      'zh-CN': '最多改变黑白之间范围的这个比例。',
    }),
  },
  accepts: ['image'],
  takes: isPicture,
  arguments: ({ fraction }, range) => [fraction, ...(range ?? [-1e30, 1e30])],
  apply,
});
