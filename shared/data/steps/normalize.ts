import { normalize as normalizeCells } from '#shared/data/arithmetic/normalize.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { gatherExtremes } from '#shared/data/fits/extremes.ts';
import { asNumbers, channelsOf } from '#shared/data/steps/asNumbers.ts';
import { columnsOf, perChannel } from '#shared/data/steps/perChannel.ts';
import { undoLinear } from '#shared/data/steps/undoLinear.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Normalize', 'zh-CN': '归一化' };

/** Moves numbers into a range by the least and greatest of the training rows. */
export const normalize = defineStep({
  kind: 'normalize',
  title,
  doc: {
    en: 'Moves numbers so that the least of the training rows becomes 0 and the greatest 1. Numbers outside of what was seen fall outside the range.',
    'zh-CN':
      '平移并缩放数值，使训练行的最小值变为 0、最大值变为 1。超出训练所见的数会落在范围之外。',
  },
  family: 'numbers',
  params: {
    range: {
      type: 'choice',
      default: '0 to 1',
      choices: ['0 to 1', '-1 to 1'],
      doc: {
        en: 'What the least and the greatest become.',
        'zh-CN': '最小值和最大值变成什么。',
      },
    },
    perChannel,
  },
  accepts: ['number', 'sequence', 'image'],
  output: (feature) => ok(asNumbers(feature)),
  fit: (params, feature) => {
    const extremes = gatherExtremes(params.perChannel ? channelsOf(feature) : 1);
    return {
      add: extremes.add,
      result: () => extremes.result().map(({ min, max }) => [min, max]),
    };
  },
  arguments: ({ range }, fitted) => [...columnsOf(fitted, 2), range === '0 to 1' ? 0 : -1, 1],
  apply: normalizeCells,
  undo: undoLinear((min, max, { range }) => {
    const low = range === '0 to 1' ? 0 : -1;
    const factor = (max - min) / (1 - low);
    return [factor, min - low * factor];
  }),
});
