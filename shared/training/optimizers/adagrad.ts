import { defineOptimizer } from '#shared/training/catalogue.ts';
import { learningRate } from '#shared/training/optimizers/sharedParams.ts';

/** Adagrad: Gives rarely used weights larger steps; all steps shrink as training goes on. */
export const adagrad = defineOptimizer({
  kind: 'adagrad',
  title: 'Adagrad',
  gloss: '自适应梯度',
  doc: {
    en: 'Gives rarely used weights larger steps; all steps shrink as training goes on. Suits sparse data.',
    'zh-CN': '给很少更新的权重更大的步长；步长会随训练逐渐变小。适合稀疏数据。',
  },
  link: 'https://keras.io/api/optimizers/adagrad/',
  params: {
    learningRate: learningRate(0.001),
    initialAccumulatorValue: {
      type: 'number',
      default: 0.1,
      min: 0,
      max: 100,
      advanced: true,
      doc: {
        en: 'What the sums of squared gradients start from. Larger makes the first steps smaller.',
        'zh-CN': '梯度平方和的初值。越大，最初的步长越小。',
      },
    },
  },
  slots: () => 1,
  tfjs: ({ learningRate: rate, initialAccumulatorValue }) => ({
    fn: 'train.adagrad',
    positional: true,
    args: { learningRate: rate, initialAccumulatorValue },
    defaults: { initialAccumulatorValue: 0.1 },
  }),
  keras: ({ learningRate: rate, initialAccumulatorValue }) => ({
    fn: 'optimizers.Adagrad',
    args: { learning_rate: rate, initial_accumulator_value: initialAccumulatorValue },
    defaults: { learning_rate: 0.001, initial_accumulator_value: 0.1 },
  }),
});
