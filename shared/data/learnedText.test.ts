import { expect, test } from 'vitest';
import { learnedText } from '#shared/data/learnedText.ts';

const words = Array.from({ length: 1412 }, () => 'word');

test.each([
  [29.8437, '29.84', '29.84'],
  [0, '0', '0'],
  [12_345_678, '1.235e+7', '1.235e+7'],
  [{ mean: 29.8437, deviation: 13.2 }, 'mean 29.84, deviation 13.2', '均值 29.84，标准差 13.2'],
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
