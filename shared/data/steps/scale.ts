import { linear } from '#shared/data/arithmetic/linear.ts';
import { scale as scaleCells } from '#shared/data/arithmetic/scale.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { refuseTexts } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Scale', 'zh-CN': '缩放' };

/** Divides every value by a number. */
export const scale = defineStep({
  kind: 'scale',
  title,
  doc: {
    en: 'Divides every value by a number: pixels by 255 lie between 0 and 1 afterwards.',
    'zh-CN': '把每个值除以一个数：像素除以 255 后落在 0 到 1 之间。',
  },
  params: {
    divisor: {
      type: 'number',
      default: 255,
      min: 1e-12,
      max: 1e12,
      doc: { en: 'What every value is divided by.', 'zh-CN': '每个值除以这个数。' },
    },
  },
  family: 'numbers',
  accepts: ['number', 'category', 'image', 'sequence'],
  output: (feature) =>
    refuseTexts(title, feature) ?? ok({ ...feature, dtype: 'float32', classes: null }),
  arguments: ({ divisor }) => [divisor],
  apply: scaleCells,
  divisor: ({ divisor }) => divisor,
  undo: { kind: 'linear', arguments: ({ divisor }) => [divisor, 0], apply: linear },
});
