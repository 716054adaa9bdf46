import { cutout as apply } from '#shared/data/arithmetic/cutout.ts';
import { amountParam, blackOf, isPicture } from '#shared/data/augmentations/augmentationParams.ts';
import { defineAugmentation } from '#shared/data/catalogue.ts';

/** Blackens a square of pictures, anywhere. */
export const cutout = defineAugmentation({
  kind: 'cutout',
  title: { en: 'Cutout', 'zh-CN': '遮挡' },
  doc: { en: 'Blackens a square of pictures, anywhere.', 'zh-CN': '在图像任意位置涂黑一个方块。' },
  params: {
    fraction: amountParam(0.25, 1, {
      en: 'Its side, as a part of the shorter side of the picture.',
      'zh-CN': '方块边长占图像较短边的比例。',
    }),
  },
  accepts: ['image'],
  takes: isPicture,
  arguments: ({ fraction }, range) => [fraction, blackOf(range)],
  apply,
});
