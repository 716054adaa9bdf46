import { describe, expect, test } from 'vitest';
import {
  epochTicks,
  fractionRange,
  linearRange,
  linearTicks,
  logRange,
  logTicks,
} from '#renderer/parts/charts/scales.ts';

describe('ranges', () => {
  test('a linear axis starts at 0', () => {
    expect(linearRange([[2, 1], [0.5]])).toEqual([0, 2.1]);
    expect(linearRange([])).toEqual([0, 1]);
    expect(linearRange([[NaN, Infinity]])).toEqual([0, 1]);
  });

  test('a logarithmic axis leaves out what has no logarithm', () => {
    const [low, high] = logRange([[0, 0.01, 1, NaN]]);
    expect(low).toBeCloseTo(0.0087, 4);
    expect(high).toBeCloseTo(1.15, 4);
    expect(logRange([])).toEqual([0.01, 1]);
  });

  test.each([
    [[[0.94, 0.96, 0.98, 0.99]], [0.95, 1]],
    [[[0.97, 0.985]], [0.95, 1]],
    [[[0.1, 0.3, 0.5, 0.7]], [0.2, 1]],
    [
      [
        [0.91, 0.97, 0.98, 0.98],
        [0.99, 0.85],
      ],
      [0.8, 1],
    ],
    [[], [0, 1]],
  ])('fractions %j are shown on %j', (lines, range) => {
    expect(fractionRange(lines)).toEqual(range);
  });
});

describe('ticks', () => {
  test.each([
    [
      [0.002, 1.2],
      [0.003, 0.01, 0.03, 0.1, 0.3, 1],
    ],
    [
      [0.08, 0.9],
      [0.1, 0.2, 0.5],
    ],
    [
      [1e-8, 1],
      [1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1],
    ],
  ] as const)('a logarithmic axis over %j', (range, ticks) => {
    expect(logTicks(range)).toEqual(ticks);
  });

  test.each([
    [
      [0, 2.1],
      [0, 0.5, 1, 1.5, 2],
    ],
    [
      [0.9, 1],
      [0.9, 0.92, 0.94, 0.96, 0.98, 1],
    ],
  ] as const)('a linear axis over %j', (range, ticks) => {
    expect(linearTicks(range)).toEqual(ticks);
  });

  test.each([
    [5, 10, [1, 2, 3, 4, 5]],
    [20, 10, [1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20]],
    [100, 10, [1, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]],
    [1, 10, [1]],
  ])('%d epochs, at most %d ticks', (epochs, most, ticks) => {
    expect(epochTicks(epochs, most)).toEqual(ticks);
  });
});
