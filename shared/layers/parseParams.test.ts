import { describe, expect, test } from 'vitest';
import type { ParamTable, ParamValue, ParamValues } from '#shared/layers/params.ts';
import { parseParams } from '#shared/layers/parseParams.ts';

const doc = { en: 'A parameter.', 'zh-CN': '一个参数。' };
const table = {
  units: { type: 'integer', default: 8, min: 1, max: 100, doc },
  rate: { type: 'number', default: 0.5, min: 0, max: 1, doc },
  useBias: { type: 'boolean', default: true, doc },
  padding: { type: 'choice', default: 'valid', choices: ['valid', 'same'], doc },
  kernelSize: { type: 'integers', default: [3, 3], length: 2, min: 1, doc },
  shape: { type: 'integers', default: [null], holes: true, doc },
  seed: { type: 'integer', default: null, optional: true, doc },
  label: { type: 'text', default: '', doc },
  kernelInitializer: { type: 'initializer', default: { kind: 'glorotUniform' }, doc },
  kernelRegularizer: { type: 'regularizer', default: null, optional: true, doc },
} as const satisfies ParamTable;

const defaults = Object.fromEntries(
  Object.entries(table).map(([name, param]) => [name, param.default]),
);

test('what is absent becomes its default, without a word', () => {
  expect(parseParams(table, {})).toEqual({ values: defaults, problems: [] });
});

test.each<[string, ParamValue]>([
  ['units', 100],
  ['rate', 0],
  ['useBias', false],
  ['padding', 'same'],
  ['kernelSize', [1, 5]],
  ['shape', [28, null, 1]],
  ['shape', []],
  ['seed', 7],
  ['seed', null],
  ['label', 'x'],
  ['kernelInitializer', { kind: 'constant', value: 2 }],
  ['kernelRegularizer', { kind: 'l2' }],
  ['kernelRegularizer', null],
])('%s may be %j', (name, value) => {
  expect(parseParams(table, { [name]: value })).toEqual({
    values: { ...defaults, [name]: value },
    problems: [],
  });
});

describe('an invalid value becomes the default and a problem', () => {
  test.each<[string, ParamValue, string]>([
    ['units', 0, 'params.tooSmall'],
    ['units', 101, 'params.tooLarge'],
    ['units', 1.5, 'params.wrongType'],
    ['units', '8', 'params.wrongType'],
    ['units', null, 'params.wrongType'],
    ['units', Number.NaN, 'params.wrongType'],
    ['units', { param: 'width' }, 'params.wrongType'],
    ['rate', Number.POSITIVE_INFINITY, 'params.wrongType'],
    ['rate', -0.1, 'params.tooSmall'],
    ['useBias', 1, 'params.wrongType'],
    ['padding', 'full', 'params.notAChoice'],
    ['padding', null, 'params.notAChoice'],
    ['kernelSize', 3, 'params.wrongType'],
    ['kernelSize', [3], 'params.wrongLength'],
    ['kernelSize', [3, null], 'params.wrongType'],
    ['kernelSize', [3, 0], 'params.tooSmall'],
    ['kernelSize', [3, 0.5], 'params.wrongType'],
    ['label', 4, 'params.wrongType'],
    ['kernelInitializer', 'heNormal', 'params.wrongType'],
    ['kernelInitializer', { kind: 'hopeful' }, 'params.notAChoice'],
    ['kernelInitializer', { kind: 'constant', value: 'two' }, 'params.wrongType'],
    ['kernelRegularizer', { kind: 'l2', l2: -1 }, 'params.tooSmall'],
  ])('%s can’t be %j: %s', (name, value, code) => {
    const { values, problems } = parseParams(table, { [name]: value });
    expect(values).toEqual(defaults);
    expect(problems).toMatchObject([{ code, severity: 'error', place: { param: name } }]);
    expect(problems[0]?.fixes?.length).toBeGreaterThan(0);
  });
});

test('an argument of a part that it lacks is left out', () => {
  const { values, problems } = parseParams(table, {
    kernelInitializer: { kind: 'zeros', gain: 2 },
  });
  expect(values['kernelInitializer']).toEqual({ kind: 'zeros' });
  expect(problems).toEqual([]);
});

test('an unknown name is a warning', () => {
  const { values, problems } = parseParams(table, { wings: 2 });
  expect(values).toEqual(defaults);
  expect(problems).toEqual([
    {
      code: 'params.unknown',
      severity: 'warning',
      place: { param: 'wings' },
      values: { param: 'wings' },
    },
  ]);
});

test('names that every object has are unknown too', () => {
  const { values, problems } = parseParams(
    {},
    JSON.parse('{"__proto__": 1, "toString": 2}') as ParamValues,
  );
  expect(Object.keys(values)).toEqual([]);
  expect(problems.map(({ values: { param } }) => param)).toEqual(['__proto__', 'toString']);
});
