import { defineSchedule } from '#shared/training/catalogue.ts';
import { exponentialDecay as rate } from '#shared/training/schedules/rates/exponentialDecay.ts';

/** Multiplies the learning rate by a factor each epoch, so that it shrinks smoothly. */
export const exponentialDecay = defineSchedule({
  kind: 'exponentialDecay',
  title: 'ExponentialDecay',
  gloss: '指数衰减',
  doc: {
    en: 'Multiplies the learning rate by a factor each epoch, so that it shrinks smoothly.',
    'zh-CN': '每轮把学习率乘以一个系数，平滑地变小。',
  },
  link: 'https://keras.io/api/optimizers/learning_rate_schedules/exponential_decay/',
  params: {
    decayRate: {
      type: 'number',
      default: 0.9,
      min: 0,
      max: 1,
      doc: {
        en: 'Factor over the epochs of one decay. 0.9 takes a tenth away.',
        'zh-CN': '每次衰减所乘的系数。0.9 表示减少十分之一。',
      },
    },
    decayEpochs: {
      type: 'number',
      default: 1,
      min: 0.001,
      max: 100000,
      unit: { en: 'epochs', 'zh-CN': '轮' },
      doc: {
        en: 'Epochs over which the factor is applied once.',
        'zh-CN': '每隔多少轮乘一次系数。',
      },
    },
  },
  rateFile: 'exponentialDecay',
  rate,
});
