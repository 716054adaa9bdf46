import { fillForward as fillForwardIn } from '#shared/data/arithmetic/fillForward.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { refuseManySizes } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Fill from the row before', 'zh-CN': '用前一行填补' };

/** Replaces what is missing by the last known value. */
export const fillForward = defineStep({
  kind: 'fillForward',
  title,
  doc: {
    en: 'Replaces what is missing by the last known value in the rows before, for rows in an order, such as measurements over time. Gaps at the start take the first known value.',
    'zh-CN':
      '用前面各行中最后一个已知值替换缺失的值，适合按顺序排列的行，例如随时间的测量。开头的空缺取第一个已知值。',
  },
  family: 'missing',
  params: {},
  accepts: ['number', 'date', 'category', 'text', 'sequence'],
  inOrder: true,
  output: (feature) => refuseManySizes(title, feature) ?? ok(feature),
  arguments: () => [],
  apply: fillForwardIn,
});
