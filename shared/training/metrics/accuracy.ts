import { defineMetric } from '#shared/training/catalogue.ts';

/** Share of examples that are right. */
export const accuracy = defineMetric({
  kind: 'accuracy',
  title: 'Accuracy',
  gloss: '准确率',
  doc: {
    en: 'Share of examples that are right. Whether it compares classes or yes and no follows from the loss.',
    'zh-CN': '预测正确的样本所占比例。比较类别还是“是或否”，由损失决定。',
  },
  link: 'https://keras.io/api/metrics/accuracy_metrics/#accuracy-class',
  params: {},
  isBetterWhenLarger: true,
  unit: 'fraction',
  targets: ['binary', 'oneHot', 'classIndex'],
  tfjs: () => 'accuracy',
  keras: () => 'accuracy',
});
