import { expect, test } from 'vitest';
import {
  transposedLength,
  transposedLengthFormula,
  windowedLength,
  windowedLengthFormula,
} from '#shared/shape/windows.ts';
import type { Window } from '#shared/shape/windows.ts';

test.each<[number | null, Window, number | null, string]>([
  [28, { size: 3, stride: 1, padding: 'valid' }, 26, '⌊(28 − 3) ÷ 1⌋ + 1'],
  [28, { size: 2, stride: 2, padding: 'valid' }, 14, '⌊(28 − 2) ÷ 2⌋ + 1'],
  [5, { size: 2, stride: 2, padding: 'valid' }, 2, '⌊(5 − 2) ÷ 2⌋ + 1'],
  [5, { size: 2, stride: 2, padding: 'same' }, 3, '⌈5 ÷ 2⌉'],
  [7, { size: 3, stride: 1, dilation: 2, padding: 'valid' }, 3, '⌊(7 − 5) ÷ 1⌋ + 1'],
  [7, { size: 3, stride: 1, dilation: 2, padding: 'causal' }, 7, '7'],
  [2, { size: 3, stride: 1, padding: 'valid' }, 0, '⌊(2 − 3) ÷ 1⌋ + 1'],
  [1, { size: 5, stride: 2, padding: 'valid' }, -1, '⌊(1 − 5) ÷ 2⌋ + 1'],
  [null, { size: 3, stride: 1, padding: 'valid' }, null, '⌊(? − 3) ÷ 1⌋ + 1'],
])('a window over %j, %j: %j', (length, window, expected, formula) => {
  expect(windowedLength(length, window)).toBe(expected);
  expect(windowedLengthFormula(length, window)).toBe(formula);
});

test.each<[number | null, Window, number | null, string]>([
  [4, { size: 3, stride: 2, padding: 'valid' }, 9, '4 × 2 + (3 − 2)'],
  [4, { size: 3, stride: 2, padding: 'same' }, 8, '4 × 2'],
  [4, { size: 2, stride: 3, padding: 'valid' }, 12, '4 × 3'],
  [null, { size: 3, stride: 2, padding: 'same' }, null, '? × 2'],
])('a transposed window over %j, %j: %j', (length, window, expected, formula) => {
  expect(transposedLength(length, window)).toBe(expected);
  expect(transposedLengthFormula(length, window)).toBe(formula);
});
