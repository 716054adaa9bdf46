import { defineMetric } from '#shared/training/catalogue.ts';

/** Of what was called yes, the share that is yes. */
export const precision = defineMetric({
  kind: 'precision',
  title: 'Precision',
  gloss: '精确率',
  doc: {
    en: 'Of what was called yes, the share that is yes. High: few false alarms.',
    'zh-CN': '判为“是”的样本中确实为“是”的比例。越高，误报越少。',
  },
  link: 'https://keras.io/api/metrics/classification_metrics/#precision-class',
  params: {
    threshold: {
      type: 'number',
      default: 0.5,
      min: 0,
      max: 1,
      doc: {
        en: 'An output above it counts as yes.',
        'zh-CN': '输出大于它即判为“是”。',
      },
    },
  },
  isBetterWhenLarger: true,
  unit: 'fraction',
  targets: ['binary'],
  tfjs: ({ threshold }) => ({ fn: 'precision', module: 'precision', args: { threshold } }),
  keras: ({ threshold }) => ({
    fn: 'metrics.Precision',
    args: { thresholds: threshold },
    defaults: { thresholds: 0.5 },
  }),
});
