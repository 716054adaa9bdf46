import { frequencyEncode as frequencyEncodeCells } from '#shared/data/arithmetic/frequencyEncode.ts';
import type { JsonValue } from '#shared/data/catalogue.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { countTexts } from '#shared/data/fits/counts.ts';
import { asNumbers } from '#shared/data/steps/asNumbers.ts';
import { refuseNumbers } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Frequency', 'zh-CN': '频率编码' };

/** Replaces categories by how often they come in the training rows. */
export const frequencyEncode = defineStep({
  kind: 'frequencyEncode',
  title,
  doc: {
    en: 'Replaces a category by its share of the training rows, 0 to 1: one number, however many categories there are. What was never seen, or is missing, is 0.',
    'zh-CN':
      '把类别替换为它在训练行中的占比，0 到 1：无论有多少类别，都只是一个数。从未见过或缺失的为 0。',
  },
  family: 'encoding',
  params: {},
  accepts: ['category', 'text'],
  output: (feature) => refuseNumbers(title, feature) ?? ok(asNumbers(feature, [])),
  fit: () => {
    const counts = countTexts();
    return {
      add: counts.add,
      result: () => {
        const counted = counts.result();
        const total = counted.reduce((sum, { count }) => sum + count, 0);
        return {
          names: counted.map(({ value }) => value),
          shares: counted.map(({ count }) => count / total),
        };
      },
    };
  },
  arguments: (_params, fitted) => {
    const { names, shares } = (fitted ?? {}) as Readonly<Record<string, JsonValue>>;
    return [names ?? [], shares ?? []];
  },
  apply: frequencyEncodeCells,
});
