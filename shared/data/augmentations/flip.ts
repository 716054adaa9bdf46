import { flip as apply } from '#shared/data/arithmetic/flip.ts';
import { isPicture } from '#shared/data/augmentations/augmentationParams.ts';
import { defineAugmentation } from '#shared/data/catalogue.ts';

/** Mirrors pictures at random. */
export const flip = defineAugmentation({
  kind: 'flip',
  title: { en: 'Flip', 'zh-CN': '翻转' },
  doc: { en: 'Mirrors pictures at random.', 'zh-CN': '随机镜像图像。' },
  params: {
    horizontal: {
      type: 'boolean',
      default: true,
      doc: {
        en: 'Left and right change places, with a chance of one half.',
        'zh-CN': '以一半的概率左右互换。',
      },
    },
    vertical: {
      type: 'boolean',
      default: false,
      doc: {
        en: 'Top and bottom change places, with a chance of one half.',
        'zh-CN': '以一半的概率上下互换。',
      },
    },
  },
  accepts: ['image'],
  takes: isPicture,
  moves: true,
  arguments: ({ horizontal, vertical }) => [horizontal, vertical],
  apply,
});
