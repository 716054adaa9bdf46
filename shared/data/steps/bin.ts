import { bin as binCells } from '#shared/data/arithmetic/bin.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { gatherExtremes } from '#shared/data/fits/extremes.ts';
import { gatherQuantiles } from '#shared/data/fits/quantiles.ts';
import { asNumbers } from '#shared/data/steps/asNumbers.ts';
import { refuseManySizes } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Bin', 'zh-CN': '分箱' };

/** Puts numbers into bins. */
export const bin = defineStep({
  kind: 'bin',
  title,
  doc: {
    en: 'Replaces a number by the number of the bin that it lies in, 0 to bins − 1. One-hot or an Embedding can follow. Numbers outside of what was seen fall into the first or last bin.',
    'zh-CN':
      '把数替换为它所在区间的编号，从 0 到 bins − 1，后面可接独热编码或 Embedding。超出训练所见的数归入首个或末个区间。',
  },
  family: 'numbers',
  params: {
    bins: {
      type: 'integer',
      default: 10,
      min: 2,
      max: 1000,
      doc: { en: 'How many bins there are.', 'zh-CN': '一共有多少个区间。' },
    },
    by: {
      type: 'choice',
      default: 'quantile',
      choices: ['quantile', 'width'],
      doc: {
        en: 'Bins with equally many training rows (edges are exact up to 1,000,000 values, then of a random sample of so many), or equally wide ones.',
        'zh-CN':
          '每个区间包含同样多的训练行（一百万个值以内界限是精确的，超过后取同样多的随机样本），或各区间同样宽。',
      },
    },
  },
  accepts: ['number', 'sequence'],
  output: (feature, { bins }) =>
    refuseManySizes(title, feature) ?? ok({ ...asNumbers(feature), classes: bins }),
  fit: ({ bins, by }) => {
    const fractions = Array.from({ length: bins - 1 }, (_value, index) => (index + 1) / bins);
    if (by === 'quantile') {
      const quantiles = gatherQuantiles(1);
      return { add: quantiles.add, result: () => quantiles.result(fractions)[0] ?? [] };
    }
    const extremes = gatherExtremes(1);
    return {
      add: extremes.add,
      result: () => {
        const { min, max } = extremes.result()[0] ?? { min: 0, max: 0 };
        return fractions.map((fraction) => min + (max - min) * fraction);
      },
    };
  },
  arguments: (_params, fitted) => [fitted ?? []],
  apply: binCells,
});
