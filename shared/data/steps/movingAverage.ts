import { movingAverage as movingAverageOf } from '#shared/data/arithmetic/movingAverage.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { asNumbers } from '#shared/data/steps/asNumbers.ts';
import { refuseManySizes } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Moving average', 'zh-CN': '移动平均' };

/** Averages numbers over the rows before. */
export const movingAverage = defineStep({
  kind: 'movingAverage',
  title,
  doc: {
    en: 'Replaces every number by the mean of itself and of the rows before, for rows in an order, such as measurements over time. It never looks ahead.',
    'zh-CN':
      '用当前行与前面若干行的均值替换每个数，适合按顺序排列的行，例如随时间的测量。它从不使用后面的行。',
  },
  family: 'numbers',
  params: {
    rows: {
      type: 'integer',
      default: 7,
      min: 2,
      max: 10_000,
      doc: {
        en: 'How many rows are averaged; more smooth stronger.',
        'zh-CN': '对多少行取平均；越多，平滑越强。',
      },
    },
  },
  accepts: ['number', 'sequence'],
  inOrder: true,
  output: (feature) => refuseManySizes(title, feature) ?? ok(asNumbers(feature)),
  arguments: ({ rows }) => [rows],
  apply: movingAverageOf,
});
