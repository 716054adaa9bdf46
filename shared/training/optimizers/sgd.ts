import { defineOptimizer } from '#shared/training/catalogue.ts';
import { learningRate } from '#shared/training/optimizers/sharedParams.ts';

/** SGD: Steps against the gradient. */
export const sgd = defineOptimizer({
  kind: 'sgd',
  title: 'SGD',
  gloss: '随机梯度下降',
  doc: {
    en: 'Steps against the gradient. With momentum it rolls on in the direction of earlier steps, and Nesterov looks ahead first.',
    'zh-CN': '沿梯度的反方向前进。动量让它延续之前的方向，Nesterov 先向前看一步再修正。',
  },
  link: 'https://keras.io/api/optimizers/sgd/',
  params: {
    learningRate: learningRate(0.01),
    momentum: {
      type: 'number',
      default: 0,
      min: 0,
      max: 1,
      doc: {
        en: 'Share of the last step that is kept, 0 to 1. 0 is plain gradient descent; 0.9 is usual.',
        'zh-CN': '保留上一步的比例，0 到 1。0 为普通梯度下降，常用 0.9。',
      },
    },
    nesterov: {
      type: 'boolean',
      default: false,
      doc: {
        en: 'Take the gradient where momentum is about to lead. Without momentum it changes nothing.',
        'zh-CN': '在动量将到达的位置计算梯度。没有动量时不起作用。',
      },
    },
  },
  slots: ({ momentum }) => (momentum > 0 ? 1 : 0),
  tfjs: ({ learningRate: rate, momentum, nesterov }) =>
    momentum > 0
      ? {
          fn: 'train.momentum',
          positional: true,
          args: { learningRate: rate, momentum, useNesterov: nesterov },
          defaults: { useNesterov: false },
        }
      : { fn: 'train.sgd', positional: true, args: { learningRate: rate } },
  keras: ({ learningRate: rate, momentum, nesterov }) => ({
    fn: 'optimizers.SGD',
    args: { learning_rate: rate, momentum, nesterov },
    defaults: { learning_rate: 0.01, momentum: 0, nesterov: false },
  }),
});
