import { multiHot as multiHotCells } from '#shared/data/arithmetic/multiHot.ts';
import { defineStep } from '#shared/data/catalogue.ts';
import { countTexts } from '#shared/data/fits/counts.ts';
import { asNumbers } from '#shared/data/steps/asNumbers.ts';
import { refuseNumbers } from '#shared/data/steps/refusals.ts';
import { ok } from '#shared/problems/problem.ts';

const title = { en: 'Multi-hot', 'zh-CN': '多热编码' };

/** Turns lists of labels into rows of zeros and ones. */
export const multiHot = defineStep({
  kind: 'multiHot',
  title,
  doc: {
    en: 'Turns a list of labels in one cell, such as “comedy, drama”, into a row of zeros with a one for each of them. The labels are the most frequent of the training rows.',
    'zh-CN':
      '把一个单元格中的多个标签（例如“comedy, drama”）变成一行 0，每个标签的位置为 1。标签取训练行中最常见的。',
  },
  family: 'encoding',
  params: {
    separator: {
      type: 'text',
      default: ',',
      doc: { en: 'What stands between two labels.', 'zh-CN': '两个标签之间的符号。' },
    },
    size: {
      type: 'integer',
      default: 20,
      min: 1,
      max: 100_000,
      doc: {
        en: 'How many labels have a place; rarer ones are left out.',
        'zh-CN': '有多少个标签占有位置；更少见的会被忽略。',
      },
    },
  },
  accepts: ['category', 'text'],
  output: (feature, { size }) => refuseNumbers(title, feature) ?? ok(asNumbers(feature, [size])),
  fit: ({ separator, size }) => {
    const counts = countTexts((text) => [
      ...new Set(
        text
          .split(separator || ',')
          .map((part) => part.replace(/^ +| +$/g, ''))
          .filter((part) => part !== ''),
      ),
    ]);
    return {
      add: counts.add,
      result: () =>
        counts
          .result()
          .slice(0, size)
          .map(({ value }) => value),
    };
  },
  arguments: ({ separator, size }, fitted) => [fitted ?? [], separator || ',', size],
  apply: multiHotCells,
});
