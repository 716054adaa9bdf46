import { dropMissing as dropMissingIn } from '#shared/data/arithmetic/dropMissing.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { ok } from '#shared/problems/problem.ts';

/** Leaves out rows in which a feature is missing. */
export const dropMissing = defineStep({
  kind: 'dropMissing',
  title: { en: 'Drop rows with gaps', 'zh-CN': '去掉有缺失的行' },
  doc: {
    en: 'Leaves out every row in which one of the step’s features is missing, in training, validation and test. Predictions are made for all rows.',
    'zh-CN': '凡该步骤的任一特征缺失的行，在训练、验证和测试中都会去掉。预测时仍处理所有行。',
  },
  family: 'rows',
  params: {},
  accepts: ['number', 'category', 'text', 'date', 'image', 'audio', 'sequence', 'boxes'],
  output: (feature) => ok(feature),
  arguments: () => [],
  keeps: (cells) => dropMissingIn(cells),
  apply: (cells) => cells,
});
