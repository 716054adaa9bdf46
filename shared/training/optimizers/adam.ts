import { defineOptimizer } from '#shared/training/catalogue.ts';
import { epsilon, fraction, learningRate } from '#shared/training/optimizers/sharedParams.ts';

/** Adam: Momentum together with a step size of its own for each weight. */
export const adam = defineOptimizer({
  kind: 'adam',
  title: 'Adam',
  gloss: '自适应矩估计',
  doc: {
    en: 'Momentum together with a step size of its own for each weight. A good first choice for almost everything.',
    'zh-CN': '动量加上每个权重各自的步长。几乎适合所有任务的首选。',
  },
  link: 'https://keras.io/api/optimizers/adam/',
  params: {
    learningRate: learningRate(0.001),
    beta1: fraction(
      0.9,
      'How slowly the average of the gradients forgets.',
      '梯度平均值的遗忘速度。',
    ),
    beta2: fraction(
      0.999,
      'How slowly the average of the squared gradients forgets.',
      '梯度平方平均值的遗忘速度。',
    ),
    epsilon,
  },
  slots: () => 2,
  tfjs: ({ learningRate: rate, beta1, beta2, epsilon: tiny }) => ({
    fn: 'train.adam',
    positional: true,
    args: { learningRate: rate, beta1, beta2, epsilon: tiny },
    defaults: { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
  }),
  keras: ({ learningRate: rate, beta1, beta2, epsilon: tiny }) => ({
    fn: 'optimizers.Adam',
    args: { learning_rate: rate, beta_1: beta1, beta_2: beta2, epsilon: tiny },
    defaults: { learning_rate: 0.001, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7 },
  }),
});
