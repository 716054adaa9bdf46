import { fillNumbers as fillNumbersIn } from '#shared/data/arithmetic/fillNumbers.ts';
import type { Fit } from '#shared/data/catalogue.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { countNumbers } from '#shared/data/fits/counts.ts';
import { gatherMoments } from '#shared/data/fits/moments.ts';
import { gatherQuantiles } from '#shared/data/fits/quantiles.ts';
import { refuseManySizes } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Fill missing numbers', 'zh-CN': '填补缺失的数' };

/** Each strategy's way to learn the value; `value` learns nothing. */
const fits = {
  mean: () => {
    const moments = gatherMoments(1);
    return { add: moments.add, result: () => moments.result()[0]?.mean ?? 0 };
  },
  median: () => {
    const quantiles = gatherQuantiles(1);
    return { add: quantiles.add, result: () => quantiles.result([0.5])[0]?.[0] ?? 0 };
  },
  mostFrequent: () => {
    const counts = countNumbers();
    return { add: counts.add, result: () => counts.result()[0]?.value ?? 0 };
  },
  value: () => ({ add: () => undefined, result: () => null }),
} satisfies Record<string, () => Fit>;

/** Replaces numbers that are missing by one number. */
export const fillNumbers = defineStep({
  kind: 'fillNumbers',
  title,
  doc: {
    en: 'Replaces numbers that are missing or infinite by one number: the mean, the median or the most frequent number of the training rows, or a value of yours.',
    'zh-CN': '用一个数替换缺失或无穷的数：训练行的均值、中位数、众数，或您给定的值。',
  },
  family: 'missing',
  params: {
    strategy: {
      type: 'choice',
      default: 'mean',
      choices: ['mean', 'median', 'mostFrequent', 'value'],
      doc: {
        en: 'What fills the gaps. The median (exact up to 1,000,000 values, then of a random sample of so many) is not moved by a few very large values.',
        'zh-CN':
          '用什么填补空缺。中位数（一百万个值以内是精确的，超过后取同样多的随机样本）不受少数极大值的影响。',
      },
    },
    value: {
      type: 'number',
      default: 0,
      doc: { en: 'The number of the strategy “value”.', 'zh-CN': '策略为 value 时使用的数。' },
    },
  },
  accepts: ['number', 'date', 'sequence'],
  output: (feature) => refuseManySizes(title, feature) ?? ok(feature),
  fit: ({ strategy }) => fits[strategy](),
  arguments: ({ strategy, value }, fitted) => [strategy === 'value' ? value : fitted],
  apply: fillNumbersIn,
});
