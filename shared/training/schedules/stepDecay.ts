import { defineSchedule } from '#shared/training/catalogue.ts';
import { stepDecay as rate } from '#shared/training/schedules/rates/stepDecay.ts';

/** Multiplies the learning rate by a factor every few epochs, in steps. */
export const stepDecay = defineSchedule({
  kind: 'stepDecay',
  title: 'StepDecay',
  gloss: '阶梯衰减',
  doc: {
    en: 'Multiplies the learning rate by a factor every few epochs, in steps.',
    'zh-CN': '每隔几轮把学习率乘以一个系数，逐级变小。',
  },
  link: 'https://keras.io/api/optimizers/learning_rate_schedules/piecewise_constant_decay/',
  params: {
    dropRate: {
      type: 'number',
      default: 0.5,
      min: 0,
      max: 1,
      doc: {
        en: 'Factor at each step. 0.5 halves the rate.',
        'zh-CN': '每一级所乘的系数。0.5 表示减半。',
      },
    },
    dropEpochs: {
      type: 'integer',
      default: 10,
      min: 1,
      max: 100000,
      unit: { en: 'epochs', 'zh-CN': '轮' },
      doc: { en: 'Epochs from one step to the next.', 'zh-CN': '每隔多少轮下降一级。' },
    },
  },
  rateFile: 'stepDecay',
  rate,
});
