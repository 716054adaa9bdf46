import { defineSchedule } from '#shared/training/catalogue.ts';
import { cosineDecay as rate } from '#shared/training/schedules/rates/cosineDecay.ts';

/** Lets the learning rate fall along half a cosine wave to its end at the last epoch. */
export const cosineDecay = defineSchedule({
  kind: 'cosineDecay',
  title: 'CosineDecay',
  gloss: '余弦衰减',
  doc: {
    en: 'Lets the learning rate fall along half a cosine wave to its end at the last epoch.',
    'zh-CN': '让学习率沿半个余弦波下降，到最后一轮结束。',
  },
  link: 'https://arxiv.org/abs/1608.03983',
  params: {
    endFraction: {
      type: 'number',
      default: 0,
      min: 0,
      max: 1,
      doc: {
        en: 'Share of the learning rate that is left at the end.',
        'zh-CN': '结束时剩下的学习率比例。',
      },
    },
    warmupEpochs: {
      type: 'number',
      default: 0,
      min: 0,
      max: 100000,
      unit: { en: 'epochs', 'zh-CN': '轮' },
      doc: {
        en: 'Epochs in which the rate first rises evenly from near zero. 0: none.',
        'zh-CN': '开始时学习率由接近零均匀上升的轮数。0 表示没有。',
      },
    },
  },
  rateFile: 'cosineDecay',
  rate,
});
