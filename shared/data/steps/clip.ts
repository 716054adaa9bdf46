import { clip as clipCells } from '#shared/data/arithmetic/clip.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import type { JsonValue } from '#shared/data/catalogue.ts';
import { gatherQuantiles } from '#shared/data/fits/quantiles.ts';
import { asNumbers } from '#shared/data/steps/asNumbers.ts';
import { refuseTurnedRound } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Clip', 'zh-CN': '截断' };

/** Keeps numbers within bounds. */
export const clip = defineStep({
  kind: 'clip',
  title,
  doc: {
    en: 'Numbers beyond a bound become the bound. The bounds are quantiles of the training rows (exact up to 1,000,000 values, then of a random sample of so many) or values of yours.',
    'zh-CN':
      '超出界限的数变为界限值。界限是训练行的分位数（一百万个值以内是精确的，超过后取同样多的随机样本），或您给定的值。',
  },
  family: 'numbers',
  params: {
    by: {
      type: 'choice',
      default: 'quantile',
      choices: ['quantile', 'value'],
      doc: { en: 'Where the bounds come from.', 'zh-CN': '界限从何而来。' },
    },
    lowQuantile: {
      type: 'number',
      default: 0.01,
      min: 0,
      max: 0.5,
      doc: {
        en: 'What fraction of the training rows lies below the lower bound; 0: none.',
        'zh-CN': '训练行中低于下限的比例；0 表示没有。',
      },
    },
    highQuantile: {
      type: 'number',
      default: 0.99,
      min: 0.5,
      max: 1,
      doc: {
        en: 'What fraction of the training rows lies below the upper bound; 1: all.',
        'zh-CN': '训练行中低于上限的比例；1 表示全部。',
      },
    },
    low: {
      type: 'number',
      default: null,
      optional: true,
      doc: {
        en: 'The lower bound by value; none: no lower bound.',
        'zh-CN': '按值给定的下限；留空表示没有下限。',
      },
    },
    high: {
      type: 'number',
      default: null,
      optional: true,
      doc: {
        en: 'The upper bound by value; none: no upper bound.',
        'zh-CN': '按值给定的上限；留空表示没有上限。',
      },
    },
  },
  accepts: ['number', 'sequence', 'image'],
  output: (feature, { by, low, high }) =>
    (by === 'value' ? refuseTurnedRound(title, low, high) : null) ?? ok(asNumbers(feature)),
  fit: ({ by, lowQuantile, highQuantile }) => {
    if (by === 'value') return { add: () => undefined, result: () => null };
    const quantiles = gatherQuantiles(1);
    return {
      add: quantiles.add,
      result: () => quantiles.result([lowQuantile, highQuantile])[0] ?? [null, null],
    };
  },
  arguments: ({ by, low, high }, fitted) =>
    by === 'value' ? [low, high] : ((fitted as readonly JsonValue[] | null) ?? [null, null]),
  apply: clipCells,
});
