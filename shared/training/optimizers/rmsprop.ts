import { defineOptimizer } from '#shared/training/catalogue.ts';
import { epsilon, fraction, learningRate } from '#shared/training/optimizers/sharedParams.ts';

/** RMSprop: Divides each step by a running average of recent gradients. */
export const rmsprop = defineOptimizer({
  kind: 'rmsprop',
  title: 'RMSprop',
  gloss: '均方根传播',
  doc: {
    en: 'Divides each step by a running average of recent gradients. Often good for recurrent networks.',
    'zh-CN': '把每一步除以近期梯度的滑动平均。常用于循环网络。',
  },
  link: 'https://keras.io/api/optimizers/rmsprop/',
  params: {
    learningRate: learningRate(0.001),
    rho: fraction(
      0.9,
      'How slowly the running average forgets. Larger looks further back.',
      '滑动平均的遗忘速度。越大记得越久。',
    ),
    momentum: fraction(
      0,
      'Share of the last step that is kept. 0 keeps none.',
      '保留上一步的比例。0 表示不保留。',
    ),
    epsilon,
  },
  slots: () => 2,
  tfjs: ({ learningRate: rate, rho, momentum, epsilon: tiny }) => ({
    fn: 'train.rmsprop',
    positional: true,
    args: { learningRate: rate, decay: rho, momentum, epsilon: tiny },
    defaults: { decay: 0.9, momentum: 0, epsilon: 1e-7 },
  }),
  keras: ({ learningRate: rate, rho, momentum, epsilon: tiny }) => ({
    fn: 'optimizers.RMSprop',
    args: { learning_rate: rate, rho, momentum, epsilon: tiny },
    defaults: { learning_rate: 0.001, rho: 0.9, momentum: 0, epsilon: 1e-7 },
  }),
});
