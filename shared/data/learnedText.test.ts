import { expect, test } from 'vitest';
import { learnedText } from '#shared/data/learnedText.ts';

test.each([
  [29.8437, '29.84'],
  [0, '0'],
  [12_345_678, '1.235e+7'],
  [{ mean: 29.8437, deviation: 13.2 }, 'mean 29.84, deviation 13.2'],
  [{ median: [1, 2.5] }, 'median 1, 2.5'],
  [Array.from({ length: 1412 }, () => 'word'), '1,412 entries'],
  ['S', 'S'],
  [null, ''],
])('%j is %s', (value, expected) => {
  expect(learnedText(value)).toBe(expected);
});
