import { defineMetric } from '#shared/training/catalogue.ts';

/** Of what is yes, the share that was called yes. */
export const recall = defineMetric({
  kind: 'recall',
  title: 'Recall',
  gloss: '召回率',
  doc: {
    en: 'Of what is yes, the share that was called yes. High: little is missed.',
    'zh-CN': '确实为“是”的样本中被判为“是”的比例。越高，漏报越少。',
  },
  link: 'https://keras.io/api/metrics/classification_metrics/#recall-class',
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
  tfjs: ({ threshold }) => ({ fn: 'recall', module: 'recall', args: { threshold } }),
  keras: ({ threshold }) => ({
    fn: 'metrics.Recall',
    args: { thresholds: threshold },
    defaults: { thresholds: 0.5 },
  }),
});
