import { toDate as toDateOf } from '#shared/data/arithmetic/toDate.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { refuseNumbers } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Text to date', 'zh-CN': '文本转日期' };

/** Reads dates out of texts. */
export const toDate = defineStep({
  kind: 'toDate',
  title,
  doc: {
    en: 'Reads dates and times written with numbers or English month names. What is no date, or a day that does not exist, counts as missing afterwards. Without a zone the time is taken as UTC.',
    'zh-CN':
      '读取用数字或英文月份名书写的日期和时间。不是日期或不存在的日子之后算作缺失。没有时区时按 UTC 处理。',
  },
  family: 'dates',
  params: {
    order: {
      type: 'choice',
      default: 'year-month-day',
      choices: ['year-month-day', 'day-month-year', 'month-day-year'],
      doc: {
        en: 'The order of day, month and year in the texts.',
        'zh-CN': '文本中年、月、日的顺序。',
      },
    },
  },
  accepts: ['text', 'category'],
  output: (feature) =>
    refuseNumbers(title, feature) ??
    ok({
      name: feature.name,
      role: feature.role,
      kind: 'date',
      shape: [],
      dtype: 'float32',
      classes: null,
    }),
  arguments: ({ order }) => [order],
  apply: toDateOf,
});
