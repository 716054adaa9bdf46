import { shiftTime as apply } from '#shared/data/arithmetic/shiftTime.ts';
import { amountParam } from '#shared/data/augmentations/augmentationParams.ts';
import { defineAugmentation } from '#shared/data/catalogue.ts';

/** Moves recordings and sequences earlier or later at random. */
export const shiftTime = defineAugmentation({
  kind: 'shiftTime',
  title: { en: 'Shift in time', 'zh-CN': '时间平移' },
  doc: {
    en: 'Moves recordings and sequences earlier or later at random.',
    'zh-CN': '随机把录音或序列提前或推后。',
  },
  params: {
    fraction: amountParam(0.1, 1, {
      en: 'At most by this part of their length.',
      'zh-CN': '最多平移长度的这个比例。',
    }),
    outside: {
      type: 'choice',
      default: 'zero',
      choices: ['zero', 'edge', 'wrap'],
      doc: {
        en: 'What comes in: zeros, the nearest step, or what went out at the other end.',
        'zh-CN': '空出的部分填什么：零、最近的一步，或从另一端移出的部分。',
      },
    },
  },
  accepts: ['audio', 'sequence', 'number'],
  takes: ([steps = 0, ...rest]) => steps > 1 && rest.length < 2,
  arguments: ({ fraction, outside }) => [fraction, outside],
  apply,
});
