import { describe, expect, test } from 'vitest';
import { columnWindow, offsets, rowWindow, scrollFor } from '#renderer/data/windowing.ts';

describe('rows', () => {
  test.each([
    [891, 0, { from: 0, firstSeen: 0, lastSeen: 20, to: 26, abovePx: 0 }],
    [891, 2700, { from: 94, firstSeen: 100, lastSeen: 120, to: 126, abovePx: 94 * 27 }],
    [891, 1e9, { firstSeen: 871, lastSeen: 891, to: 891 }],
    [5, 0, { from: 0, to: 5, belowPx: 0 }],
    [0, 0, { from: 0, to: 0, abovePx: 0, belowPx: 0 }],
  ])('%i rows at %i px', (count, scroll, expected) => {
    expect(rowWindow(count, 27, scroll, 540)).toMatchObject(expected);
  });

  test('ten million rows end at the end', () => {
    const all = rowWindow(10_000_000, 27, 8_000_000 - 540, 540);
    expect(all.lastSeen).toBe(10_000_000);
    expect(all.abovePx + (all.to - all.from) * 27 + all.belowPx).toBeCloseTo(8_000_000, 3);
    const middle = rowWindow(10_000_000, 27, scrollFor(5_000_000, 10_000_000, 27, 540), 540);
    expect(middle.firstSeen).toBeGreaterThanOrEqual(4_999_999);
    expect(middle.firstSeen).toBeLessThanOrEqual(5_000_000);
  });
});

test('columns', () => {
  const sums = offsets([100, 100, 240, 100, 100, 100]);
  expect([...sums]).toEqual([0, 100, 200, 440, 540, 640, 740]);
  expect(columnWindow(sums, 0, 150)).toEqual({ from: 0, to: 3 });
  expect(columnWindow(sums, 450, 150)).toEqual({ from: 2, to: 6 });
});
