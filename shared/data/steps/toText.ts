import { toText as toTextOf } from '#shared/data/arithmetic/toText.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { refuseManySizes } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'To text', 'zh-CN': '转为文本' };

/** Writes numbers, dates and categories as texts. */
export const toText = defineStep({
  kind: 'toText',
  title,
  doc: {
    en: 'Writes numbers, dates and categories as texts.',
    'zh-CN': '把数、日期和类别写成文本。',
  },
  family: 'text',
  params: {},
  accepts: ['number', 'date', 'category', 'sequence'],
  output: (feature) =>
    refuseManySizes(title, feature) ??
    ok({
      name: feature.name,
      role: feature.role,
      kind: 'text',
      shape: [],
      dtype: 'text',
      classes: null,
    }),
  arguments: (_params, _fitted, feature) => [feature.kind === 'date'],
  apply: toTextOf,
});
