import { describe, expect, test } from 'vitest';
import { describeProblem, fillValues, formatValue } from '#shared/problems/describeProblem.ts';
import type { ProblemValue } from '#shared/problems/problem.ts';

describe('formatValue', () => {
  test.each<[ProblemValue, string, string]>([
    [[26, 26, 32], '26×26×32', '26×26×32'],
    [[null, 16], '?×16', '?×16'],
    [[], 'a single number', '单个数'],
    [['a', 'b'], 'a, b', 'a、b'],
    [null, '?', '?'],
    [true, 'yes', '是'],
    [93322, '93,322', '93,322'],
    [999, '999', '999'],
    [1234567, '1,234,567', '1,234,567'],
    [-4, '−4', '−4'],
    [0.1 + 0.2, '0.3', '0.3'],
    [1e-7, '1e-7', '1e-7'],
    ['relu', 'relu', 'relu'],
  ])('%j', (value, english, chinese) => {
    expect(formatValue(value, 'en')).toBe(english);
    expect(formatValue(value, 'zh-CN')).toBe(chinese);
  });
});

test('a name without a value stays in its braces, an inherited one is none', () => {
  expect(fillValues('{a} {b} {constructor}', { a: 1 }, 'en')).toBe('1 {b} {constructor}');
});

test('parts that a message lacks are left out', () => {
  const messages = { 'a.b': { en: { sentence: 'Has {n}.' }, 'zh-CN': { sentence: '有 {n}。' } } };
  const problem = { code: 'a.b', severity: 'error', values: { n: 2 } } as const;
  expect(describeProblem(problem, 'en', messages)).toEqual({ sentence: 'Has 2.' });
  expect(describeProblem(problem, 'zh-CN', messages)).toEqual({ sentence: '有 2。' });
});
