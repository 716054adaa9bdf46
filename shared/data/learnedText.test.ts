import { expect, test } from 'vitest';
import { learnedText } from '#shared/data/learnedText.ts';

const words = Array.from({ length: 1412 }, () => 'word');

test.each([
  [29.8437, '29.84', '29.84'],
  [0, '0', '0'],
  [12_345_678, '1.235e+7', '1.235e+7'],
  [
    { rows: [[1], [2], [3], [4], [5]], means: [29.8437], deviations: [13.2] },
    'rows 5 entries, means 29.84, deviations 13.2',
    '样本行 5 项，均值 29.84，标准差 13.2',
  ],
  [
    { names: ['Adelie', 'Gentoo'], shares: [0.55, 0.45] },
    'names Adelie, Gentoo, shares 0.55, 0.45',
    '类别 Adelie, Gentoo，占比 0.55, 0.45',
  ],
  [{ strange: [1, 2.5] }, 'strange 1, 2.5', 'strange 1, 2.5'],
  [[[29.8437, 13.2]], '29.84, 13.2', '29.84, 13.2'],
  [
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    '3 entries',
    '3 项',
  ],
  [words, '1,412 entries', '1,412 项'],
  [
    { vocabulary: words, merges: [] },
    'vocabulary 1,412 entries, merges',
    '词表 1,412 项，合并规则',
  ],
  ['S', 'S', 'S'],
  [null, '', ''],
])('%j is %s', (value, english, chinese) => {
  expect(learnedText(value)).toEqual({ en: english, 'zh-CN': chinese });
});
