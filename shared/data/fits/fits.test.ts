import { describe, expect, test } from 'vitest';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import { countNumbers, countTexts } from '#shared/data/fits/counts.ts';
import { gatherExtremes } from '#shared/data/fits/extremes.ts';
import { gatherMoments } from '#shared/data/fits/moments.ts';
import { gatherQuantiles } from '#shared/data/fits/quantiles.ts';
import { gatherRows } from '#shared/data/fits/rows.ts';

const numbers = (values: readonly number[], ...shape: readonly number[]): Cells => ({
  type: 'numbers',
  shape,
  values: Float64Array.from(values),
});

describe('fits', () => {
  test('moments are exact where numbers are large and close together', () => {
    const moments = gatherMoments(1);
    for (let chunk = 0; chunk < 100; chunk += 1) {
      moments.add(numbers([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16, NaN, Infinity]));
    }
    const [{ mean, deviation } = { mean: 0, deviation: 0 }] = moments.result();
    expect(mean).toBeCloseTo(1e9 + 10, 5);
    expect(deviation).toBeCloseTo(Math.sqrt(22.5), 6);
  });

  test('moments and extremes by channel', () => {
    const [moments, extremes] = [gatherMoments(2), gatherExtremes(2)];
    const cells = numbers([1, 10, 3, NaN, 5, 30], 2);
    moments.add(cells);
    extremes.add(cells);
    expect(moments.result().map(({ mean }) => mean)).toEqual([3, 20]);
    expect(extremes.result()).toEqual([
      { min: 1, max: 5 },
      { min: 10, max: 30 },
    ]);
  });

  test('nothing gives zeros', () => {
    expect(gatherMoments(1).result()).toEqual([{ mean: 0, deviation: 0 }]);
    expect(gatherExtremes(1).result()).toEqual([{ min: 0, max: 0 }]);
    expect(gatherQuantiles(1).result([0.5])).toEqual([[0]]);
  });

  test('quantiles lie between neighbours', () => {
    const quantiles = gatherQuantiles(1);
    quantiles.add(numbers([4, 1, NaN, 3]));
    quantiles.add(numbers([2]));
    expect(quantiles.result([0, 0.25, 0.5, 0.9, 1])).toEqual([[1, 1.75, 2.5, 3.7, 4]]);
  });

  test('more values than are kept give nearly the same, and the same again', () => {
    const run = () => {
      const quantiles = gatherQuantiles(1, 2000);
      for (let chunk = 0; chunk < 50; chunk += 1) {
        quantiles.add(numbers(Array.from({ length: 1000 }, (_value, at) => chunk * 1000 + at)));
      }
      return quantiles.result([0.25, 0.5, 0.75])[0] ?? [];
    };
    const [first = 0, median = 0, third = 0] = run();
    expect(Math.abs(first - 12_500)).toBeLessThan(2000);
    expect(Math.abs(median - 25_000)).toBeLessThan(2000);
    expect(Math.abs(third - 37_500)).toBeLessThan(2000);
    expect(run()).toEqual([first, median, third]);
  });

  test('counts come most frequent first, equal ones ascending', () => {
    const counts = countTexts();
    counts.add({ type: 'texts', values: ['b', 'a', null, 'c', 'c'] });
    expect(counts.result().map(({ value }) => value)).toEqual(['c', 'a', 'b']);
    const figures = countNumbers();
    figures.add(numbers([2, 10, 10, 2, NaN, 1]));
    expect(figures.result()[0]).toEqual({ value: 2, count: 2 });
  });

  test('rows are kept, then drawn', () => {
    const few = gatherRows(5);
    few.add(numbers([1, NaN, 3, 4], 2));
    expect(few.result()).toEqual([
      [1, null],
      [3, 4],
    ]);
    const many = gatherRows(10);
    many.add(
      numbers(
        Array.from({ length: 1000 }, (_value, at) => at),
        1,
      ),
    );
    expect(many.result()).toHaveLength(10);
    expect(many.result().some(([value]) => (value ?? 0) > 500)).toBe(true);
  });
});
