import { randomCrop as apply } from '#shared/data/arithmetic/randomCrop.ts';
import { isPicture } from '#shared/data/augmentations/augmentationParams.ts';
import { defineAugmentation } from '#shared/data/catalogue.ts';

/** Takes a part of pictures at random, brought to the size of the whole. */
export const randomCrop = defineAugmentation({
  kind: 'randomCrop',
  title: { en: 'Random crop', 'zh-CN': '随机裁剪' },
  doc: {
    en: 'Takes a part of pictures at random, brought to the size of the whole.',
    'zh-CN': '随机取图像的一部分，再放大到原来的大小。',
  },
  params: {
    least: {
      type: 'number',
      default: 0.8,
      min: 0.05,
      max: 1,
      doc: {
        en: 'Each side of the part is at least this much of the picture.',
        'zh-CN': '所取部分的边长至少为图像的这个比例。',
      },
    },
  },
  accepts: ['image'],
  takes: isPicture,
  moves: true,
  arguments: ({ least }) => [least],
  apply,
});
