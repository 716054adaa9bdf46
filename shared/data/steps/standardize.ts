import { standardize as standardizeCells } from '#shared/data/arithmetic/standardize.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { gatherMoments } from '#shared/data/fits/moments.ts';
import { asNumbers, channelsOf } from '#shared/data/steps/asNumbers.ts';
import { columnsOf, perChannel } from '#shared/data/steps/perChannel.ts';
import { undoLinear } from '#shared/data/steps/undoLinear.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Standardize', 'zh-CN': '标准化' };

/** Gives numbers a mean of 0 and a standard deviation of 1, as the training rows have them. */
export const standardize = defineStep({
  kind: 'standardize',
  title,
  doc: {
    en: 'Takes the mean of the training rows from every number and divides by their standard deviation: mean 0, deviation 1. A constant becomes 0.',
    'zh-CN': '每个数减去训练行的均值，再除以其标准差：均值为 0，标准差为 1。恒定不变的特征变为 0。',
  },
  family: 'numbers',
  params: { perChannel },
  accepts: ['number', 'sequence', 'image'],
  output: (feature) => ok(asNumbers(feature)),
  fit: (params, feature) => {
    const moments = gatherMoments(params.perChannel ? channelsOf(feature) : 1);
    return {
      add: moments.add,
      result: () => moments.result().map(({ mean, deviation }) => [mean, deviation]),
    };
  },
  arguments: (_params, fitted) => columnsOf(fitted, 2),
  apply: standardizeCells,
  undo: undoLinear((mean, deviation) => [deviation, mean]),
});
