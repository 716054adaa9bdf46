import { describe, expect, test } from 'vitest';
import { splitCounts } from '#renderer/training/useDataCounts.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';

const split = {
  ...emptyRecipe.split,
  validationFraction: 0.1,
  validation: 'split',
  testFraction: 0.2,
} as const;

describe('counts of the parts', () => {
  test.each([
    ['the own test part is left alone', split, 10, { train: 90, validation: 10, test: 10 }],
    ['a test part is held back', split, 0, { train: 70, validation: 10, test: 20 }],
    [
      'the test part validates',
      { ...split, validation: 'test' } as const,
      10,
      { train: 100, validation: 10, test: 10 },
    ],
    [
      'nothing validates',
      { ...split, validation: 'none' } as const,
      10,
      { train: 100, validation: 0, test: 10 },
    ],
  ])('%s', (_name, how, testCount, counts) => {
    expect(splitCounts({ split: how }, { train: 100, test: testCount })).toEqual(counts);
  });
});
