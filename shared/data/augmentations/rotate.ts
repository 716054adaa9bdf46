import { rotate as apply } from '#shared/data/arithmetic/rotate.ts';
import {
  amountParam,
  blackOf,
  isPicture,
  outsideParam,
} from '#shared/data/augmentations/augmentationParams.ts';
import { defineAugmentation } from '#shared/data/catalogue.ts';

/** Turns pictures around their middle at random. */
export const rotate = defineAugmentation({
  kind: 'rotate',
  title: { en: 'Rotate', 'zh-CN': '旋转' },
  doc: { en: 'Turns pictures around their middle at random.', 'zh-CN': '绕中心随机旋转图像。' },
  params: {
    degrees: {
      ...amountParam(10, 180, {
        en: 'At most so far to either side.',
        'zh-CN': '向两侧最多旋转多少。',
      }),
      unit: { en: '°', 'zh-CN': '°' },
    },
    outside: outsideParam,
  },
  accepts: ['image'],
  takes: isPicture,
  moves: true,
  arguments: ({ degrees, outside }, range) => [degrees, outside, blackOf(range)],
  apply,
});
