import { mixup as share } from '#shared/data/arithmetic/mixup.ts';
import { defineAugmentation } from '#shared/data/catalogue.ts';

/** Blends examples and their targets two at a time: https://arxiv.org/abs/1710.09412. */
export const mixup = defineAugmentation({
  kind: 'mixup',
  title: { en: 'Mixup', 'zh-CN': '混合（Mixup）' },
  doc: {
    en: 'Blends every example with another, in all inputs and in the targets, which must be amounts (one-hot classes are).',
    'zh-CN':
      '把每个样本与另一个样本按比例混合，所有输入和目标一起混合；目标须是数量（独热编码的类别也可以）。',
  },
  params: {
    alpha: {
      type: 'number',
      default: 0.2,
      min: 0,
      max: 2,
      doc: {
        en: 'How strongly: near 0 one of the two dominates, at 1 all shares are equally likely.',
        'zh-CN': '混合的强度：接近 0 时其中一个占主导，为 1 时各种比例机会均等。',
      },
    },
  },
  accepts: ['image', 'audio', 'sequence', 'number'],
  takes: () => true,
  arguments: ({ alpha }) => [alpha],
  share,
});
