import { describe, expect, test } from 'vitest';
import type { Split } from '#shared/data/data.ts';
import { divideRows, splitMethods } from '#shared/data/splits/index.ts';

const base: Split = {
  method: 'random',
  feature: null,
  validationFraction: 0.2,
  validation: 'split',
  testFraction: 0.1,
  folds: null,
};

/** How many of these rows have this value. */
function countOf(rows: Uint32Array, keys: readonly unknown[], value: unknown): number {
  return [...rows].filter((row) => keys[row] === value).length;
}

describe('divideRows', () => {
  test.each(splitMethods.map(({ method }) => method))(
    '%s: every row once, by the seed',
    (method) => {
      const keys = Array.from({ length: 200 }, (_, row) =>
        method === 'time' ? row * 10 : (['train', 'val', 'test'][row % 3] ?? ''),
      );
      const division = { count: 200, keys, seed: 3, takesTest: true };
      const parts = divideRows({ ...base, method }, division);
      const all = [...parts.train, ...parts.validation, ...parts.test].sort((a, b) => a - b);
      expect(all).toEqual(Array.from({ length: 200 }, (_, row) => row));
      expect(divideRows({ ...base, method }, division)).toEqual(parts);
      expect([...parts.train]).toEqual([...parts.train].sort((a, b) => a - b));
    },
  );

  test('random: another seed, other rows', () => {
    const parts = (seed: number) =>
      divideRows(base, { count: 100, keys: null, seed, takesTest: true });
    expect([parts(1).train.length, parts(1).validation.length, parts(1).test.length]).toEqual([
      70, 20, 10,
    ]);
    expect(parts(1).test).not.toEqual(parts(2).test);
  });

  test('stratified: 10 % of a class are 10 % everywhere', () => {
    const keys = Array.from({ length: 1000 }, (_, row) => (row % 10 === 0 ? 'rare' : 'common'));
    const parts = divideRows(
      { ...base, method: 'stratified' },
      { count: 1000, keys, seed: 5, takesTest: true },
    );
    expect(countOf(parts.test, keys, 'rare')).toBe(10);
    expect(countOf(parts.validation, keys, 'rare')).toBe(20);
    expect(countOf(parts.train, keys, 'rare')).toBe(70);
  });

  test('group: no group on two sides; those without one are alone', () => {
    const keys = Array.from({ length: 300 }, (_, row) => (row < 280 ? `group ${row % 28}` : null));
    const parts = divideRows(
      { ...base, method: 'group' },
      { count: 300, keys, seed: 1, takesTest: true },
    );
    const groups = (rows: Uint32Array) =>
      new Set([...rows].flatMap((row) => (keys[row] === null ? [] : [keys[row]])));
    const shared = [...groups(parts.train)].filter(
      (name) => groups(parts.test).has(name) || groups(parts.validation).has(name),
    );
    expect(shared).toEqual([]);
    expect(Math.abs(parts.test.length - 30)).toBeLessThanOrEqual(10);
    expect(Math.abs(parts.validation.length - 60)).toBeLessThanOrEqual(10);
  });

  test('group: one group only goes to training', () => {
    const keys = ['a', 'a', 'a'];
    const parts = divideRows(
      { ...base, method: 'group' },
      { count: 3, keys, seed: 1, takesTest: true },
    );
    expect([...parts.train]).toEqual([0, 1, 2]);
  });

  test('time: the latest tests; a missing time is the earliest', () => {
    const keys = [50, 10, NaN, 40, 30, 20, 60, 70, 80, 90];
    const parts = divideRows(
      { ...base, method: 'time' },
      { count: 10, keys, seed: 1, takesTest: true },
    );
    expect([...parts.test]).toEqual([9]);
    expect([...parts.validation]).toEqual([7, 8]);
    expect([...parts.train]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('column: as it says', () => {
    const keys = ['train', 'Test', 'validation', 'dev', null, '测试集'];
    const parts = divideRows(
      { ...base, method: 'column' },
      { count: 6, keys, seed: 1, takesTest: true },
    );
    expect([...parts.test]).toEqual([1, 5]);
    expect([...parts.validation]).toEqual([2, 3]);
    expect([...parts.train]).toEqual([0, 4]);
  });

  test('folds: every row that does not test validates once', () => {
    const split = { ...base, folds: 4 };
    const rounds = [0, 1, 2, 3].map((fold) =>
      divideRows(split, { count: 103, keys: null, seed: 2, takesTest: true, fold }),
    );
    const turns = rounds.flatMap(({ validation }) => [...validation]);
    expect(new Set(turns).size).toBe(turns.length);
    expect(turns.length).toBe(93);
    for (const { test: held, train, validation } of rounds) {
      expect(held).toEqual(rounds[0]?.test);
      expect(train.length + validation.length + held.length).toBe(103);
    }
  });

  test('a source with a test part of its own keeps all its training rows', () => {
    const parts = divideRows(base, { count: 100, keys: null, seed: 2, takesTest: false });
    expect([parts.train.length, parts.validation.length, parts.test.length]).toEqual([80, 20, 0]);
  });
});
