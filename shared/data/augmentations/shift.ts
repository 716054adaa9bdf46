import { shift as apply } from '#shared/data/arithmetic/shift.ts';
import {
  amountParam,
  blackOf,
  isPicture,
  outsideParam,
} from '#shared/data/augmentations/augmentationParams.ts';
import { defineAugmentation } from '#shared/data/catalogue.ts';

/** Moves pictures at random. */
export const shift = defineAugmentation({
  kind: 'shift',
  title: { en: 'Shift', 'zh-CN': '平移' },
  doc: { en: 'Moves pictures at random.', 'zh-CN': '随机平移图像。' },
  params: {
    down: amountParam(0.1, 1, {
      en: 'Up and down at most by this part of the height.',
      'zh-CN': '上下最多平移高度的这个比例。',
    }),
    aside: amountParam(0.1, 1, {
      en: 'To either side at most by this part of the width.',
      'zh-CN': '左右最多平移宽度的这个比例。',
    }),
    outside: outsideParam,
  },
  accepts: ['image'],
  takes: isPicture,
  moves: true,
  arguments: ({ down, aside, outside }, range) => [down, aside, outside, blackOf(range)],
  apply,
});
