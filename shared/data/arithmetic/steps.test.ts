import { describe, expect, test } from 'vitest';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import { bin } from '#shared/data/arithmetic/bin.ts';
import { cleanText } from '#shared/data/arithmetic/cleanText.ts';
import { dateParts } from '#shared/data/arithmetic/dateParts.ts';
import { daysSince } from '#shared/data/arithmetic/daysSince.ts';
import { dropDuplicates } from '#shared/data/arithmetic/dropDuplicates.ts';
import { dropMissing } from '#shared/data/arithmetic/dropMissing.ts';
import { dropOutliers } from '#shared/data/arithmetic/dropOutliers.ts';
import { fillForward } from '#shared/data/arithmetic/fillForward.ts';
import { fillNearest } from '#shared/data/arithmetic/fillNearest.ts';
import { fillNumbers } from '#shared/data/arithmetic/fillNumbers.ts';
import { hashEncode } from '#shared/data/arithmetic/hashEncode.ts';
import { integerEncode } from '#shared/data/arithmetic/integerEncode.ts';
import { movingAverage } from '#shared/data/arithmetic/movingAverage.ts';
import { multiHot } from '#shared/data/arithmetic/multiHot.ts';
import { normalize } from '#shared/data/arithmetic/normalize.ts';
import { oneHot } from '#shared/data/arithmetic/oneHot.ts';
import { smooth } from '#shared/data/arithmetic/smooth.ts';
import { standardize } from '#shared/data/arithmetic/standardize.ts';
import { toCategory } from '#shared/data/arithmetic/toCategory.ts';
import { toDate } from '#shared/data/arithmetic/toDate.ts';
import { tokenizeCharacters } from '#shared/data/arithmetic/tokenizeCharacters.ts';
import { tokenizeWords } from '#shared/data/arithmetic/tokenizeWords.ts';
import { toNumber } from '#shared/data/arithmetic/toNumber.ts';
import { toText } from '#shared/data/arithmetic/toText.ts';

const numbers = (values: readonly number[], ...shape: readonly number[]): Cells => ({
  type: 'numbers',
  shape,
  values: Float64Array.from(values),
});
const texts = (...values: readonly (string | null)[]): Cells => ({ type: 'texts', values });
const list = (cells: Cells): readonly unknown[] => [...cells.values];
const rounded = (cells: Cells) =>
  list(cells).map((value) => (typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value));

describe('numbers', () => {
  test.each<[string, Cells, readonly unknown[]]>([
    ['fillNumbers', fillNumbers(numbers([1, NaN, Infinity, 4]), 7), [1, 7, 7, 4]],
    ['fillForward', fillForward(numbers([NaN, 2, NaN, NaN, 5, NaN])), [2, 2, 2, 2, 5, 5]],
    [
      'fillForward, two places',
      fillForward(numbers([1, NaN, NaN, 4, 5, NaN], 2)),
      [1, 4, 1, 4, 5, 4],
    ],
    ['normalize', normalize(numbers([0, 5, 10, 20, NaN]), 0, 10, 0, 1), [0, 0.5, 1, 2, NaN]],
    ['normalize of a constant', normalize(numbers([3, NaN]), 3, 3, -1, 1), [-1, NaN]],
    ['standardize', standardize(numbers([1, 3, NaN]), 2, 0.5), [-2, 2, NaN]],
    [
      'standardize by channel',
      standardize(numbers([1, 30, 3, 10], 2), [2, 20], [1, 10]),
      [-1, 1, 1, -1],
    ],
    ['standardize of a constant', standardize(numbers([4, 4]), 4, 0), [0, 0]],
    ['bin', bin(numbers([-9, 1, 1.5, 2, 9, NaN]), [1, 2]), [0, 1, 1, 2, 2, NaN]],
    ['movingAverage', movingAverage(numbers([2, 4, NaN, 8, 1]), 2), [2, 3, 4, 8, 4.5]],
    ['smooth, mean', smooth(numbers([0, 3, 0, NaN, 6], 5), 'mean', 1), [1.5, 1, 1.5, 3, 6]],
    ['smooth, median', smooth(numbers([0, 99, 1, 2, 3], 5), 'median', 1), [49.5, 1, 2, 2, 2.5]],
    ['smooth, gaussian', smooth(numbers([0, 1, 0], 3), 'gaussian', 2), [0.3482, 0.4519, 0.3482]],
  ])('%s', (_name, cells, expected) => {
    expect(rounded(cells)).toEqual(expected);
  });

  test('fillNearest takes the mean of the nearest rows that know the column', () => {
    const rows = [
      [0, 10],
      [1, 20],
      [2, null],
      [9, 90],
    ];
    const filled = fillNearest(numbers([1, NaN, NaN, 90, NaN, NaN], 2), rows, [3, 40], [1, 10], 2);
    expect(list(filled)).toEqual([1, 15, 5, 90, 3, 40]);
  });

  test('rows that stay', () => {
    expect([...dropMissing(numbers([1, NaN, 3, 4], 2))]).toEqual([0, 1]);
    expect([...dropMissing(texts('', null))]).toEqual([1, 0]);
    expect([...dropDuplicates(numbers([1, NaN, 1, 2, 1, NaN], 2))]).toEqual([1, 1, 0]);
    expect([...dropDuplicates(texts('a', null, 'a', null, 'b'))]).toEqual([1, 1, 0, 0, 1]);
    expect([...dropOutliers(numbers([1, NaN, 30, -4]), 0, 20)]).toEqual([1, 1, 0, 0]);
    expect([...dropOutliers(numbers([1, 30]), null, null)]).toEqual([1, 1]);
  });
});

describe('texts', () => {
  test.each<[string, 'point' | 'comma', number]>([
    ['12', 'point', 12],
    ['1,234.5 kg', 'point', 1234.5],
    ['1.234,5', 'comma', 1234.5],
    ['1 234,5 €', 'comma', 1234.5],
    ["12'345'678", 'point', 12_345_678],
    ['−3.5e2', 'point', -350],
    ['(1,200)', 'point', -1200],
    ['$ .5', 'point', 0.5],
    ['３０％', 'point', 30],
    ['3.5万', 'point', 35_000],
    ['2亿元', 'point', 200_000_000],
    ['12 m2', 'point', 12],
    ['1,5', 'point', NaN],
    ['1-2', 'point', NaN],
    ['1.2.3', 'point', NaN],
    ['none', 'point', NaN],
    ['', 'point', NaN],
  ])('toNumber of “%s” with %s', (text, decimal, expected) => {
    expect(list(toNumber(texts(text), decimal))).toEqual([expected]);
  });

  test.each<[string, 'year-month-day' | 'day-month-year' | 'month-day-year', string | null]>([
    ['2020-02-29', 'year-month-day', '2020-02-29'],
    ['2021-02-29', 'year-month-day', null],
    ['20200131', 'year-month-day', '2020-01-31'],
    ['2020年1月31日 8:05', 'year-month-day', '2020-01-31T08:05:00.000Z'],
    ['1999-12-31T23:59:59.5+08:00', 'year-month-day', '1999-12-31T15:59:59.500Z'],
    ['31.1.2020', 'day-month-year', '2020-01-31'],
    ['1 Feb 1998', 'day-month-year', '1998-02-01'],
    ['Jun 12, 1998', 'month-day-year', '1998-06-12'],
    ['13/1/2020', 'month-day-year', null],
    ['12', 'year-month-day', null],
  ])('toDate of “%s” as %s', (text, order, expected) => {
    expect(list(toText(toDate(texts(text), order), true))).toEqual([expected]);
  });

  test('toText and toCategory', () => {
    expect(list(toText(numbers([12, 0.1, 1e21, 1e-7, NaN]), false))).toEqual([
      ...['12', '0.1', '1e+21', '1e-7'],
      null,
    ]);
    expect(list(toText(numbers([1, 2, 3, NaN], 2), false))).toEqual(['1 2', null]);
    expect(list(toCategory(numbers([3, 1, NaN]), null))).toEqual(['3', '1', null]);
    expect(list(toCategory(texts(' a ', 'b', ' ', null), ['a']))).toEqual(['a', null, null, null]);
  });

  test('cleanText', () => {
    const all = [
      'html',
      'links',
      'widths',
      'lowercase',
      'accents',
      'digits',
      'punctuation',
      'blanks',
    ];
    const dirty = '<p>Été &amp; ＡＢＣ\n\n see https://x.y/z?q 42!</p>';
    expect(list(cleanText(texts(dirty, null), all))).toEqual(['ete abc see', null]);
    expect(list(cleanText(texts(dirty), ['blanks']))).toEqual([
      '<p>Été &amp; ＡＢＣ see https://x.y/z?q 42!</p>',
    ]);
    expect(list(cleanText(texts(dirty), []))).toEqual([dirty]);
  });

  test('tokens', () => {
    const given = texts('The cat, 我爱', null);
    expect(list(tokenizeWords(given, ['the', '我', ','], 6, true, 'end'))).toEqual([
      ...[2, 1, 4, 3, 1, 0],
      ...[0, 0, 0, 0, 0, 0],
    ]);
    expect(list(tokenizeWords(texts('The cat'), ['The'], 3, false, 'start'))).toEqual([0, 2, 1]);
    expect(list(tokenizeCharacters(texts('abc👍'), ['b', '👍'], 5, 'end'))).toEqual([
      1, 2, 1, 3, 0,
    ]);
    expect(list(tokenizeCharacters(texts('abcd'), ['a'], 2, 'start'))).toEqual([2, 1]);
  });
});

describe('classes', () => {
  const given = texts('b', 'z', null);

  test('numbers of classes', () => {
    expect(list(integerEncode(given, ['a', 'b'], null))).toEqual([1, NaN, NaN]);
    expect(integerEncode(given, ['a', 'b'], 2).values).toEqual(Int32Array.of(1, 2, 2));
    expect(list(oneHot(given, ['a', 'b', null]))).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect(list(multiHot(texts('x, y', 'y,q', null), ['y', 'x'], ',', 2))).toEqual([
      1, 1, 1, 0, 0, 0,
    ]);
  });

  test('buckets are the same everywhere', () => {
    // FNV-1a by its reference values, then MurmurHash3's finalizer.
    expect(list(hashEncode(texts('', 'a', 'foobar', '我', null), 1_000_000))).toEqual([
      ...[998_923, 641_715, 221_276, 201_436, 998_923],
    ]);
  });
});

describe('dates', () => {
  const leapDay = Date.UTC(2020, 1, 29, 18, 30);

  test('parts', () => {
    const parts = ['year', 'month', 'day', 'weekday', 'dayOfYear', 'hour', 'minute'] as const;
    expect(list(dateParts(numbers([leapDay]), parts, false))).toEqual([2020, 2, 29, 5, 60, 18, 30]);
    expect(rounded(dateParts(numbers([leapDay, NaN]), ['year', 'hour'], true))).toEqual([
      ...[2020, -1, -0],
      ...[NaN, NaN, NaN],
    ]);
    expect(list(dateParts(numbers([-1]), ['year', 'day', 'minute'], false))).toEqual([
      1969, 31, 59,
    ]);
  });

  test('days', () => {
    const start = Date.UTC(2020, 1, 28);
    expect(rounded(daysSince(numbers([leapDay, start, NaN]), start))).toEqual([1.7708, 0, NaN]);
  });
});
