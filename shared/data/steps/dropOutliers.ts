import { dropOutliers as dropOutliersIn } from '#shared/data/arithmetic/dropOutliers.ts';
import type { Fit, JsonValue } from '#shared/data/catalogue.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { gatherMoments } from '#shared/data/fits/moments.ts';
import { gatherQuantiles } from '#shared/data/fits/quantiles.ts';
import { refuseManySizes, refuseTurnedRound } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Drop outliers', 'zh-CN': '去掉离群的行' };

type Bounds = readonly [number | null, number | null];

/** Each method's way to find the bounds, by the factor; `range` learns nothing. */
const fits = {
  quartiles: (factor) => {
    const quantiles = gatherQuantiles(1);
    return {
      add: quantiles.add,
      result: () => {
        const [first = 0, third = 0] = quantiles.result([0.25, 0.75])[0] ?? [];
        return [first - factor * (third - first), third + factor * (third - first)];
      },
    };
  },
  deviation: (factor) => {
    const moments = gatherMoments(1);
    return {
      add: moments.add,
      result: () => {
        const { mean, deviation } = moments.result()[0] ?? { mean: 0, deviation: 0 };
        return [mean - factor * deviation, mean + factor * deviation];
      },
    };
  },
  range: () => ({ add: () => undefined, result: () => null }),
} satisfies Record<string, (factor: number) => Fit>;

/** Leaves out rows with numbers far from the others. */
export const dropOutliers = defineStep({
  kind: 'dropOutliers',
  title,
  doc: {
    en: 'Leaves out every row in which one of the step’s features lies far from the others, in training, validation and test. The bounds come from all rows. A missing number stays.',
    'zh-CN':
      '凡该步骤的任一特征远离其他值的行，在训练、验证和测试中都会去掉。界限由所有行得出。缺失的数会保留。',
  },
  family: 'rows',
  params: {
    method: {
      type: 'choice',
      default: 'quartiles',
      choices: ['quartiles', 'deviation', 'range'],
      doc: {
        en: 'What counts as far: outside the quartiles by `factor` times their distance, from the mean by `factor` standard deviations, or outside a range of yours.',
        'zh-CN':
          '什么算离群：超出四分位数的距离达到四分位距的 factor 倍、偏离均值达到标准差的 factor 倍，或超出您给定的范围。',
      },
    },
    factor: {
      type: 'number',
      default: 3,
      min: 0.1,
      max: 100,
      doc: {
        en: 'How far is too far; a larger factor keeps more rows.',
        'zh-CN': '多远算太远；越大，保留的行越多。',
      },
    },
    low: {
      type: 'number',
      default: null,
      optional: true,
      doc: {
        en: 'The least number of the method “range”; none: no lower bound.',
        'zh-CN': '方法为 range 时允许的最小值；留空表示没有下限。',
      },
    },
    high: {
      type: 'number',
      default: null,
      optional: true,
      doc: {
        en: 'The greatest number of the method “range”; none: no upper bound.',
        'zh-CN': '方法为 range 时允许的最大值；留空表示没有上限。',
      },
    },
  },
  accepts: ['number', 'date', 'sequence'],
  output: (feature, { method, low, high }) =>
    (method === 'range' ? refuseTurnedRound(title, low, high) : null) ??
    refuseManySizes(title, feature) ??
    ok(feature),
  fit: ({ method, factor }) => fits[method](factor),
  arguments: (params, fitted) => bounds(params, fitted),
  keeps: (cells, params, fitted) => dropOutliersIn(cells, ...bounds(params, fitted)),
  apply: (cells) => cells,
});

function bounds(
  { method, low, high }: { method: string; low: number | null; high: number | null },
  fitted: JsonValue,
): Bounds {
  if (method === 'range') return [low, high];
  return (fitted as unknown as Bounds | null) ?? [null, null];
}
