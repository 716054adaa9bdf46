import { defineMetric } from '#shared/training/catalogue.ts';

/** Mean of the squared differences, in squared units of the target. */
export const meanSquaredError = defineMetric({
  kind: 'meanSquaredError',
  title: 'MeanSquaredError',
  gloss: '均方误差',
  doc: {
    en: 'Mean of the squared differences, in squared units of the target.',
    'zh-CN': '差的平方的平均，单位为目标单位的平方。',
  },
  link: 'https://keras.io/api/metrics/regression_metrics/#meansquarederror-class',
  params: {},
  isBetterWhenLarger: false,
  unit: 'number',
  targets: ['values', 'binary', 'oneHot'],
  tfjs: () => 'mse',
  keras: () => 'mean_squared_error',
});
