import { defineOptimizer } from '#shared/training/catalogue.ts';
import { epsilon, fraction, learningRate } from '#shared/training/optimizers/sharedParams.ts';

/** Adamax: Adam that scales by the largest recent gradient. */
export const adamax = defineOptimizer({
  kind: 'adamax',
  title: 'Adamax',
  gloss: '自适应矩估计（最大值）',
  doc: {
    en: 'Adam that scales by the largest recent gradient. Steadier when gradients now and then jump.',
    'zh-CN': '按近期最大梯度缩放的 Adam。梯度偶尔突变时更稳定。',
  },
  link: 'https://keras.io/api/optimizers/adamax/',
  params: {
    learningRate: learningRate(0.001),
    beta1: fraction(
      0.9,
      'How slowly the average of the gradients forgets.',
      '梯度平均值的遗忘速度。',
    ),
    beta2: fraction(0.999, 'How slowly the largest gradient forgets.', '最大梯度的遗忘速度。'),
    epsilon,
  },
  slots: () => 2,
  tfjs: ({ learningRate: rate, beta1, beta2, epsilon: tiny }) => ({
    fn: 'train.adamax',
    positional: true,
    args: { learningRate: rate, beta1, beta2, epsilon: tiny },
    defaults: { learningRate: 0.002, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
  }),
  keras: ({ learningRate: rate, beta1, beta2, epsilon: tiny }) => ({
    fn: 'optimizers.Adamax',
    args: { learning_rate: rate, beta_1: beta1, beta_2: beta2, epsilon: tiny },
    defaults: { learning_rate: 0.001, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7 },
  }),
});
