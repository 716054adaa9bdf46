import { describe, expect, test } from 'vitest';
import { generatedPoints } from '#shared/data/generators/generatedPoints.ts';
import type { PointsFigure } from '#shared/data/generators/generatedPoints.ts';
import { generatedTable } from '#shared/data/generators/generatedTable.ts';
import { generatedText } from '#shared/data/generators/generatedText.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';

describe('mulberry32', () => {
  test('gives known numbers', () => {
    const random = mulberry32(1);
    expect([random(), random(), random()]).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
  });

  test('spreads evenly', () => {
    const random = mulberry32(42);
    const counts = new Array<number>(10).fill(0);
    for (let index = 0; index < 100_000; index += 1) {
      const place = Math.floor(random() * 10);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(9700);
    expect(Math.max(...counts)).toBeLessThan(10_300);
  });
});

const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;

describe('generatedTable', () => {
  test('the same seed gives the same rows, another seed others', () => {
    expect(generatedTable(mulberry32(3), 50, 0.1)).toEqual(generatedTable(mulberry32(3), 50, 0.1));
    expect(generatedTable(mulberry32(3), 50, 0.1)).not.toEqual(
      generatedTable(mulberry32(4), 50, 0.1),
    );
  });

  test('columns are normal, both answers are common', () => {
    const { columns, labels } = generatedTable(mulberry32(1), 4000, 0);
    expect(columns).toHaveLength(32_000);
    expect(Math.abs(mean(columns))).toBeLessThan(0.02);
    expect(Math.abs(mean(columns.map((value) => value * value)) - 1)).toBeLessThan(0.03);
    expect(mean(labels)).toBeGreaterThan(0.4);
    expect(mean(labels)).toBeLessThan(0.6);
  });

  test('noise turns that share of the answers', () => {
    const clean = generatedTable(mulberry32(1), 5000, 0);
    const noisy = generatedTable(mulberry32(1), 5000, 0.2);
    const turned = mean(
      clean.labels.map((label, row) => Math.abs(label - (noisy.labels[row] ?? 0))),
    );
    expect(clean.columns).toEqual(noisy.columns);
    expect(turned).toBeGreaterThan(0.18);
    expect(turned).toBeLessThan(0.22);
  });
});

describe('generatedText', () => {
  const { tokens, labels } = generatedText(mulberry32(5), 3000, 20, 100);

  test('ids lie between 0 and the size of the vocabulary, 0 only in front', () => {
    expect(Math.max(...tokens)).toBeLessThanOrEqual(100);
    expect(Math.min(...tokens)).toBe(0);
    for (let text = 0; text < 3000; text += 1) {
      const row = tokens.slice(text * 20, text * 20 + 20);
      const start = row.findIndex((token) => token !== 0);
      expect(row.subarray(start).includes(0)).toBe(false);
      expect(start).toBeLessThanOrEqual(7);
    }
  });

  test('both classes are common', () => {
    expect(mean(labels)).toBeGreaterThan(0.45);
    expect(mean(labels)).toBeLessThan(0.55);
  });

  test('the label follows from words and the "not" before them', () => {
    const group = Math.floor(99 / 4);
    let right = 0;
    for (let text = 0; text < 3000; text += 1) {
      let meaning = 0;
      let isTurned = false;
      for (const token of tokens.slice(text * 20, text * 20 + 20)) {
        const side =
          token >= 2 && token < 2 + group
            ? 1
            : token >= 2 + group && token < 2 + 2 * group
              ? -1
              : 0;
        meaning += isTurned ? -side : side;
        isTurned = token === 1;
      }
      right += Number(meaning === 0 || Number(meaning > 0) === labels[text]);
    }
    expect(right).toBe(3000);
  });

  test('the smallest settings work', () => {
    const small = generatedText(mulberry32(5), 10, 4, 8);
    expect(Math.max(...small.tokens)).toBeLessThanOrEqual(8);
  });
});

describe('generatedPoints', () => {
  test.each<[PointsFigure, (x: number, y: number) => number]>([
    ['circles', (x, y) => Number(Math.hypot(x, y) < 0.6)],
    ['xor', (x, y) => Number(x * y > 0)],
    [
      'spiral',
      (x, y) => {
        const radius = Math.hypot(x, y);
        const off = Math.atan2(x, y) - 1.75 * 2 * Math.PI * radius;
        return Number(Math.cos(off) < 0);
      },
    ],
    ['moons', (x, y) => Number(Math.abs(Math.hypot(x + 0.3, y + 0.15) - 0.6) < 1e-5 && y > -0.16)],
  ])('%s without noise follows its figure', (figure, answer) => {
    const { points, labels } = generatedPoints(mulberry32(9), figure, 400, 0);
    const given = Array.from(labels, (_label, index) =>
      answer(points[index * 2] ?? 0, points[index * 2 + 1] ?? 0),
    );
    expect(given).toEqual(Array.from(labels));
    expect(mean(labels)).toBe(0.5);
    expect(Math.max(...points.map(Math.abs))).toBeLessThanOrEqual(1);
  });

  test('noise moves points by at most that much', () => {
    const clean = generatedPoints(mulberry32(9), 'spiral', 1, 0);
    const noisy = generatedPoints(mulberry32(9), 'spiral', 1, 0.1);
    expect(Math.abs((clean.points[0] ?? 0) - (noisy.points[0] ?? 0))).toBeLessThanOrEqual(0.1);
  });
});
