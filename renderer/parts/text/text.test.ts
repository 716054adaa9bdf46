import { describe, expect, test } from 'vitest';
import {
  changeText,
  countText,
  differenceText,
  durationText,
  largeCountText,
  measureText,
  percentText,
} from '#renderer/parts/text/numberText.ts';
import { shapesText, shapeText } from '#renderer/parts/text/shapeText.ts';

describe('shape text', () => {
  test.each([
    [[26, 26, 32], '26×26×32'],
    [[576], '576'],
    [[null, 8], '?×8'],
    [[], '1'],
  ])('%j is written %s', (shape, text) => {
    expect(shapeText(shape)).toBe(text);
  });

  test('several outputs are joined', () => {
    expect(shapesText([[4], [2, 3]])).toBe('4, 2×3');
  });
});

describe('number text', () => {
  test('counts have commas', () => {
    expect(countText(93322)).toBe('93,322');
    expect(changeText(2112)).toBe('+2,112');
    expect(changeText(-18464)).toBe('−18,464');
    expect(changeText(0)).toBe('±0');
  });

  test.each([
    [2_793_504, 'en', '2.79 M'],
    [2_793_504, 'zh-CN', '279 万'],
    [36_864, 'en', '36.9 k'],
    [36_864, 'zh-CN', '3.69 万'],
    [640, 'en', '640'],
    [5_100_000_000, 'en', '5.1 G'],
  ] as const)('%d in %s is %s', (count, language, text) => {
    expect(largeCountText(count, language)).toBe(text);
  });

  test.each([
    [14_200, '0:14'],
    [723_000, '12:03'],
    [3_725_000, '1:02:05'],
    [-5, '0:00'],
  ])('%d ms are %s', (elapsedMs, text) => {
    expect(durationText(elapsedMs)).toBe(text);
  });

  test.each([
    [0.07284, '0.0728'],
    [0.00001234, '1.2e-5'],
    [0, '0'],
    [NaN, 'NaN'],
    [Infinity, '∞'],
    [-1.5, '−1.5000'],
    [123456.789, '123457'],
  ])('%d is measured as %s', (value, text) => {
    expect(measureText(value)).toBe(text);
  });

  test('fractions and differences', () => {
    expect(percentText(0.97666)).toBe('97.67%');
    expect(differenceText(3.14e-7)).toBe('3.1e-7');
    expect(differenceText(0)).toBe('0');
  });
});
