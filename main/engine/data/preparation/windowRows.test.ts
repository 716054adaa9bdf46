import { describe, expect, test } from 'vitest';
import { divideExamples } from '#main/engine/data/division/divideExamples.ts';
import { orderRows, windowStarts } from '#main/engine/data/preparation/windowRows.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import type { Split, Windows } from '#shared/data/data.ts';

const windows = (more: Partial<Windows> = {}): Windows => ({
  length: 3,
  horizon: 1,
  stride: 1,
  series: null,
  ...more,
});

describe('order of rows', () => {
  test('without series, rows that stay keep their order', () => {
    expect(orderRows(4, null, null)).toEqual({ order: null, count: 4, starts: [0] });
    const kept = Uint32Array.of(0, 2, 3);
    expect(orderRows(4, kept, null)).toEqual({ order: kept, count: 3, starts: [0] });
  });

  test('series follow each other, each in the order of the source', () => {
    const series = ['b', 'a', 'b', null, 'a', null];
    expect(orderRows(6, null, series)).toEqual({
      order: Uint32Array.of(0, 2, 1, 4, 3, 5),
      count: 6,
      starts: [0, 2, 4],
    });
    expect(orderRows(6, Uint32Array.of(1, 2, 4, 5), series)).toEqual({
      order: Uint32Array.of(1, 4, 2, 5),
      count: 4,
      starts: [0, 2, 3],
    });
  });
});

describe('windows', () => {
  test.each<[string, Partial<Windows>, number, readonly number[], readonly number[]]>([
    ['a target one row later', {}, 6, [0], [0, 1, 2]],
    ['the last row itself', { horizon: 0 }, 6, [0], [0, 1, 2, 3]],
    ['every second row', { horizon: 0, stride: 2 }, 6, [0], [0, 2]],
    ['two series', { length: 2 }, 8, [0, 5], [0, 1, 2, 5]],
    ['too few rows', { length: 6 }, 6, [0], []],
  ])('%s', (_, more, count, starts, expected) => {
    expect([...windowStarts({ order: null, count, starts }, windows(more))]).toEqual(expected);
  });
});

describe('dividing windows', () => {
  const rows = { order: null, count: 20, starts: [0] };
  const split = (more: Partial<Split>): Split => ({
    ...emptyRecipe.split,
    validation: 'split',
    validationFraction: 0.2,
    testFraction: 0.2,
    ...more,
  });
  const divide = (more: Partial<Split>, keys: readonly string[] | null = null) =>
    divideExamples({
      split: split(more),
      windows: windows({ length: 2 }),
      rows,
      keys,
      seed: 1,
      takesTest: true,
    });

  test('by time, no window reaches over a border', () => {
    const { train, validation, test: held } = divide({ method: 'time' });
    expect([...train]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...validation]).toEqual([12, 13]);
    expect([...held]).toEqual([16, 17]);
  });

  test('by a column, windows of one part only', () => {
    const keys = Array.from({ length: 20 }, (_, row) => (row < 12 ? 'train' : 'test'));
    const { train, test: held } = divide({ method: 'column', feature: 'part' }, keys);
    expect([...train]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...held]).toEqual([12, 13, 14, 15, 16, 17]);
  });

  test('at random, each window is in one part', () => {
    const { train, validation, test: held } = divide({});
    expect([train.length, validation.length, held.length]).toEqual([10, 4, 4]);
    expect([...train, ...validation, ...held].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 18 }, (_, place) => place),
    );
  });
});
