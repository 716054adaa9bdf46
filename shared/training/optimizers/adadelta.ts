import { defineOptimizer } from '#shared/training/catalogue.ts';
import { epsilon, fraction, learningRate } from '#shared/training/optimizers/sharedParams.ts';

/** Adadelta: Like Adagrad, but it forgets old gradients, so its steps do not die out. */
export const adadelta = defineOptimizer({
  kind: 'adadelta',
  title: 'Adadelta',
  gloss: '自适应差值',
  doc: {
    en: 'Like Adagrad, but it forgets old gradients, so its steps do not die out.',
    'zh-CN': '与 Adagrad 相似，但会遗忘旧的梯度，步长不会趋于零。',
  },
  link: 'https://keras.io/api/optimizers/adadelta/',
  params: {
    learningRate: learningRate(0.001),
    rho: fraction(
      0.95,
      'How slowly the running averages forget. Larger looks further back.',
      '滑动平均的遗忘速度。越大记得越久。',
    ),
    epsilon,
  },
  slots: () => 2,
  tfjs: ({ learningRate: rate, rho, epsilon: tiny }) => ({
    fn: 'train.adadelta',
    positional: true,
    args: { learningRate: rate, rho, epsilon: tiny },
    defaults: { learningRate: 0.001, rho: 0.95, epsilon: 1e-7 },
  }),
  keras: ({ learningRate: rate, rho, epsilon: tiny }) => ({
    fn: 'optimizers.Adadelta',
    args: { learning_rate: rate, rho, epsilon: tiny },
    defaults: { learning_rate: 0.001, rho: 0.95, epsilon: 1e-7 },
  }),
});
