import { dropDuplicates as dropDuplicatesIn } from '#shared/data/arithmetic/dropDuplicates.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { refuseManySizes } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Drop repeated rows', 'zh-CN': '去掉重复的行' };

/** Leaves out rows that equal an earlier one. */
export const dropDuplicates = defineStep({
  kind: 'dropDuplicates',
  title,
  doc: {
    en: 'Leaves out every row that equals an earlier one in all of the step’s features, so that the test does not ask what was learned by heart.',
    'zh-CN': '凡在该步骤的所有特征上都与前面某行相同的行都会去掉，以免测试时考到背下来的内容。',
  },
  family: 'rows',
  params: {},
  accepts: ['number', 'category', 'text', 'date', 'sequence'],
  together: true,
  inOrder: true,
  output: (feature) => refuseManySizes(title, feature) ?? ok(feature),
  arguments: () => [],
  keeps: (cells) => dropDuplicatesIn(cells),
  apply: (cells) => cells,
});
