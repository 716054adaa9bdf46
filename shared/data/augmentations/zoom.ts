import { zoom as apply } from '#shared/data/arithmetic/zoom.ts';
import {
  amountParam,
  blackOf,
  isPicture,
  outsideParam,
} from '#shared/data/augmentations/augmentationParams.ts';
import { defineAugmentation } from '#shared/data/catalogue.ts';

/** Makes what pictures show larger or smaller at random. */
export const zoom = defineAugmentation({
  kind: 'zoom',
  title: { en: 'Zoom', 'zh-CN': '缩放' },
  doc: {
    en: 'Makes what pictures show larger or smaller at random.',
    'zh-CN': '随机放大或缩小图像内容。',
  },
  params: {
    fraction: amountParam(0.1, 0.9, {
      en: 'Larger or smaller by at most this part.',
      'zh-CN': '最多放大或缩小这个比例。',
    }),
    outside: outsideParam,
  },
  accepts: ['image'],
  takes: isPicture,
  moves: true,
  arguments: ({ fraction, outside }, range) => [fraction, outside, blackOf(range)],
  apply,
});
