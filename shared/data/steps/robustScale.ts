import { robustScale as robustScaleCells } from '#shared/data/arithmetic/robustScale.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { gatherQuantiles } from '#shared/data/fits/quantiles.ts';
import { asNumbers, channelsOf } from '#shared/data/steps/asNumbers.ts';
import { columnsOf, perChannel } from '#shared/data/steps/perChannel.ts';
import { undoLinear } from '#shared/data/steps/undoLinear.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Robust scale', 'zh-CN': '稳健缩放' };

/** Scales numbers by median and quartiles of the training rows. */
export const robustScale = defineStep({
  kind: 'robustScale',
  title,
  doc: {
    en: 'Takes the median of the training rows from every number and divides by the distance of the quartiles, so that a few very large numbers do not press all others together. Exact up to 1,000,000 values, then of a random sample of so many.',
    'zh-CN':
      '每个数减去训练行的中位数，再除以四分位距，少数极大的数不会把其余的数挤在一起。一百万个值以内是精确的，超过后取同样多的随机样本。',
  },
  family: 'numbers',
  params: { perChannel },
  accepts: ['number', 'sequence', 'image'],
  output: (feature) => ok(asNumbers(feature)),
  fit: (params, feature) => {
    const quantiles = gatherQuantiles(params.perChannel ? channelsOf(feature) : 1);
    return {
      add: quantiles.add,
      result: () =>
        quantiles
          .result([0.25, 0.5, 0.75])
          .map(([first = 0, median = 0, third = 0]) => [median, third - first]),
    };
  },
  arguments: (_params, fitted) => columnsOf(fitted, 2),
  apply: robustScaleCells,
  undo: undoLinear((median, range) => [range === 0 ? 1 : range, median]),
});
