import { exponential } from '#shared/data/arithmetic/exponential.ts';
import { logarithm as logarithmOf } from '#shared/data/arithmetic/logarithm.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { asNumbers } from '#shared/data/steps/asNumbers.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Logarithm', 'zh-CN': '对数' };

/** Takes the logarithm of numbers. */
export const logarithm = defineStep({
  kind: 'logarithm',
  title,
  doc: {
    en: 'Turns x into ln(1 + x), and a negative x into −ln(1 − x): prices, counts and other numbers over many sizes come closer together.',
    'zh-CN':
      '把 x 变为 ln(1 + x)，负的 x 变为 −ln(1 − x)：价格、计数等跨越多个数量级的数会彼此靠近。',
  },
  family: 'numbers',
  params: {},
  accepts: ['number', 'sequence', 'image'],
  output: (feature) => ok(asNumbers(feature)),
  arguments: () => [],
  apply: logarithmOf,
  undo: { kind: 'exponential', arguments: () => [], apply: exponential },
});
