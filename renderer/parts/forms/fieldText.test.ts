import { describe, expect, test } from 'vitest';
import {
  labelOfName,
  printIntegersText,
  readIntegersText,
  readNumberText,
} from '#renderer/parts/forms/fieldText.ts';

const doc = { en: 'Some.', 'zh-CN': '一些。' };
const filters = { type: 'integer', default: 32, min: 1, max: 4096, doc } as const;
const rate = { type: 'number', default: 0.001, min: 0, doc } as const;
const norm = { type: 'number', default: null, optional: true, doc } as const;
const shape = { type: 'integers', default: null, holes: true, min: 1, doc } as const;
const pair = { type: 'integers', default: [3, 3], length: 2, min: 1, doc } as const;

describe('typed numbers', () => {
  test.each([
    [filters, '64', 64],
    [filters, ' 1,024 ', 1024],
    [filters, '６４', 64],
    [rate, '1e-3', 0.001],
    [rate, '.5', 0.5],
    [norm, '', null],
    [norm, '−2', -2],
  ])('%o reads "%s"', (param, text, value) => {
    expect(readNumberText(text, param)).toEqual({ ok: true, value });
  });

  test.each([
    [filters, '', 'empty'],
    [filters, 'abc', 'notANumber'],
    [filters, '0x10', 'notANumber'],
    [filters, '1.5', 'notWhole'],
    [filters, '0', 'outOfRange'],
    [rate, '-1', 'tooSmall'],
  ])('%o refuses "%s"', (param, text, key) => {
    expect(readNumberText(text, param)).toMatchObject({ ok: false, problem: { key } });
  });
});

describe('typed lists', () => {
  test.each([
    [shape, '28×28×1', [28, 28, 1]],
    [shape, '28, 28, 1', [28, 28, 1]],
    [shape, '? 8', [null, 8]],
    [pair, '3 x 5', [3, 5]],
  ])('%o reads "%s"', (param, text, value) => {
    expect(readIntegersText(text, param)).toEqual({ ok: true, value });
  });

  test.each([
    [pair, '3', 'wrongCount'],
    [pair, '3, ?', 'notANumber'],
    [shape, '28, 0', 'tooSmall'],
  ])('%o refuses "%s"', (param, text, key) => {
    expect(readIntegersText(text, param)).toMatchObject({ ok: false, problem: { key } });
  });

  test('prints what it reads', () => {
    expect(printIntegersText([28, null, 1])).toBe('28, ?, 1');
    expect(printIntegersText(null)).toBe('');
  });
});

test('a name in camel case becomes a label', () => {
  expect(labelOfName('kernelSize')).toBe('Kernel size');
  expect(labelOfName('filters')).toBe('Filters');
});
