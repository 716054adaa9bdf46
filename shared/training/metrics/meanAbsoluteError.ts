import { defineMetric } from '#shared/training/catalogue.ts';

/** Mean of the differences without sign, in units of the target. */
export const meanAbsoluteError = defineMetric({
  kind: 'meanAbsoluteError',
  title: 'MeanAbsoluteError',
  gloss: '平均绝对误差',
  doc: {
    en: 'Mean of the differences without sign, in units of the target.',
    'zh-CN': '差的绝对值的平均，单位与目标相同。',
  },
  link: 'https://keras.io/api/metrics/regression_metrics/#meanabsoluteerror-class',
  params: {},
  isBetterWhenLarger: false,
  unit: 'number',
  targets: ['values', 'binary', 'oneHot'],
  tfjs: () => 'mae',
  keras: () => 'mean_absolute_error',
});
