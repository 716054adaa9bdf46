import { describe, expect, test } from 'vitest';
import { checkData } from '#shared/data/checkData/index.ts';
import { dataCheckMessages } from '#shared/data/checkData/messages.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import { guessRecipe } from '#shared/data/guess/guessRecipe.ts';
import { reportForTests } from '#shared/data/guess/reportForTests.ts';
import type { DataReport, PreviewRows } from '#shared/data/report.ts';

const source = { kind: 'penguins', params: {} };

function values<Value>(count: number, value: (index: number) => Value): Value[] {
  return Array.from({ length: count }, (_, index) => value(index));
}

/** The recipe that is guessed, with every ignored feature used after all. */
function careless(report: DataReport): DataRecipe {
  const recipe = guessRecipe(source, report);
  const features = recipe.features.map((feature) =>
    feature.role === 'ignored' ? { ...feature, role: 'input' as const } : feature,
  );
  return { ...recipe, features, steps: [] };
}

function codes(recipe: DataRecipe, report: DataReport, sample?: PreviewRows): string[] {
  return checkData(recipe, report, sample).map(({ problem }) => problem.code);
}

/** What a finding says and what its first fix changes. */
function finding(recipe: DataRecipe, report: DataReport, code: string) {
  const found = checkData(recipe, report).find(({ problem }) => problem.code === code);
  return {
    values: found?.problem.values,
    fix: found?.problem.fixes?.[0]?.data,
    handled: found?.handled,
  };
}

const number = values(300, (index) => ((index * 37) % 101) / 101);
const survived = values(300, (index) => (index % 13 < 8 ? 0 : 1));

describe('leaks', () => {
  const report = reportForTests({
    survived,
    alive: survived.map((value) => (value === 1 ? 'yes' : 'no')),
    age: number,
  });

  test('a copy of the target is found, and left out by its fix', () => {
    const recipe = careless(report);
    const { values: said, fix, handled } = finding(recipe, report, 'check.leak');
    expect(said).toEqual({ feature: 'alive', target: 'survived', rows: 300 });
    expect(handled).toBe(false);
    expect(codes({ ...recipe, ...fix }, report)).toContain('check.leakHandled');
  });

  test('what was left out is told with a tick', () => {
    expect(finding(guessRecipe(source, report), report, 'check.leakHandled').handled).toBe(true);
  });

  test('rows decide where they are at hand', () => {
    const names = ['survived', 'alive', 'age'];
    const rows = survived.map((value, index) => [value, index % 2 === 0 ? 'yes' : 'no', index]);
    expect(codes(careless(report), report, { from: 0, names, rows })).not.toContain('check.leak');
    const copies = survived.map((value, index) => [value, value === 1 ? 'yes' : 'no', index]);
    expect(codes(careless(report), report, { from: 0, names, rows: copies })).toContain(
      'check.leak',
    );
  });

  test('the same weight in grams and pounds', () => {
    const grams = values(200, (index) => 3000 + ((index * 73) % 997));
    const inPounds = reportForTests({
      a: number.slice(0, 200),
      pounds: grams.map((gram) => gram / 453.6),
      grams,
    });
    expect(finding(careless(inPounds), inPounds, 'check.leak').values).toMatchObject({
      feature: 'pounds',
    });
  });
});

describe('weights', () => {
  const y = values(300, (index) => (index % 13) / 13);
  const weighed = (weights: readonly (number | string | null)[]) =>
    reportForTests({ a: number, sample_weight: weights, y });
  const roleOf = ({ features }: DataRecipe) =>
    features.find(({ name }) => name === 'sample_weight')?.role;

  test('are told with a tick where they can be', () => {
    const report = weighed(values(300, (index) => index % 3));
    const recipe = guessRecipe(source, report);
    expect(roleOf(recipe)).toBe('weight');
    expect(finding(recipe, report, 'check.weighed')).toMatchObject({
      values: { feature: 'sample_weight', mean: 1 },
      handled: true,
    });
  });

  test.each([
    ['negative', values(300, (index) => (index % 3) - 1), { missing: 0, min: -1 }],
    ['missing', values(300, (index) => (index % 3 === 0 ? null : 2)), { missing: 100, min: 2 }],
  ])('that are %s are told, and are not guessed', (_, weights, said) => {
    const report = weighed(weights);
    const guessed = guessRecipe(source, report);
    expect(roleOf(guessed)).toBe('ignored');
    const features = guessed.features.map((feature) =>
      feature.name === 'sample_weight' ? { ...feature, role: 'weight' as const } : feature,
    );
    const recipe = { ...guessed, features };
    const { values: found, fix, handled } = finding(recipe, report, 'check.wrongWeights');
    expect(found).toEqual({ feature: 'sample_weight', ...said });
    expect(handled).toBe(false);
    expect(codes({ ...recipe, ...fix }, report)).not.toContain('check.wrongWeights');
    const clip = { kind: 'clip', features: ['sample_weight'], params: {} };
    expect(codes({ ...recipe, steps: [clip] }, report)).toContain('check.weighed');
  });

  test('that look like classes are numbers', () => {
    const report = weighed(values(300, (index) => String(index % 3)));
    const recipe = guessRecipe(source, report);
    expect(recipe.features.find(({ name }) => name === 'sample_weight')).toEqual({
      name: 'sample_weight',
      role: 'weight',
      kind: 'number',
      shape: [],
      dtype: 'float32',
      classes: null,
    });
    expect(recipe.steps.some(({ features }) => features.includes('sample_weight'))).toBe(false);
  });
});

describe('balance', () => {
  test('guessing alone is told: 0 is right for 61.6% of rows', () => {
    const report = reportForTests({
      survived: [...values(549, () => 0), ...values(342, () => 1)],
      age: values(891, (index) => index % 7),
    });
    expect(finding(guessRecipe(source, report), report, 'check.balanced')).toMatchObject({
      values: { class: '0', share: '61.6%', least: '1', leastShare: '38.4%' },
      handled: true,
    });
  });

  test('a rare class warns, and asks for the same share in every part', () => {
    const label = values(300, (index) => (index % 30 === 0 ? 'fraud' : 'fine'));
    const report = reportForTests({ a: number, label });
    const recipe = guessRecipe(source, report);
    expect(codes(recipe, report)).toContain('check.imbalance');
    const random = { ...recipe, split: { ...recipe.split, method: 'random' as const } };
    expect(finding(random, report, 'check.imbalance').fix?.split?.method).toBe('stratified');
  });

  test('classes with hardly any rows, and one class only', () => {
    const few = reportForTests({
      a: number,
      label: values(300, (index) => (index < 3 ? 'rare' : index % 2 === 0 ? 'b' : 'c')),
    });
    expect(finding(guessRecipe(source, few), few, 'check.fewExamples').values).toMatchObject({
      classes: ['rare'],
      least: 3,
    });
    const one = reportForTests({ a: number, label: values(300, () => 'same') });
    const recipe = careless(one);
    const features = recipe.features.map((feature) => ({
      ...feature,
      role: feature.name === 'label' ? ('target' as const) : ('input' as const),
    }));
    expect(codes({ ...recipe, features }, one)).toContain('check.oneClass');
  });
});

test('always saying the mean: off by the deviation', () => {
  const report = reportForTests({
    a: number,
    mpg: values(300, (index) => (index % 2 === 0 ? 10 : 20)),
  });
  const recipe = careless(report);
  const features = recipe.features.map((feature) =>
    feature.name === 'mpg'
      ? { ...feature, kind: 'number' as const, classes: null, role: 'target' as const }
      : { ...feature, role: 'input' as const },
  );
  expect(finding({ ...recipe, features }, report, 'check.meanBaseline').values).toEqual({
    target: 'mpg',
    mean: 15,
    deviation: 5,
    variance: 25,
  });
});

test('groups on both sides', () => {
  const report = reportForTests({
    patient_id: values(300, (index) => Math.floor(index / 10)),
    a: number,
    diagnosis: values(300, (index) => (index % 2 === 0 ? 'ill' : 'well')),
  });
  const recipe = guessRecipe(source, report);
  expect(codes(recipe, report)).toContain('check.groupsTogether');
  const random = { ...recipe, split: { ...recipe.split, method: 'random' as const } };
  const { values: said, fix } = finding(random, report, 'check.groupsApart');
  expect(said).toEqual({ feature: 'patient_id', groups: 30 });
  expect(codes({ ...random, ...fix }, report)).toContain('check.groupsTogether');
});

test('repeated rows', () => {
  const report = reportForTests({ a: number, label: survived }, { duplicates: 107 });
  expect(finding(guessRecipe(source, report), report, 'check.duplicates').values).toEqual({
    duplicates: 107,
    share: '35.7%',
  });
});

describe('columns', () => {
  const report = reportForTests({
    deck: values(300, (index) => (index % 4 === 0 ? (['A', 'B'][(index / 4) % 2] ?? null) : null)),
    ship: values(300, () => 'Titanic'),
    a: number,
    label: survived,
  });
  test.each([
    ['check.mostlyEmpty', { feature: 'deck', missing: 225, share: '75%' }],
    ['check.constant', { feature: 'ship', value: 'Titanic' }],
  ])('%s', (code, said) => {
    const recipe = careless(report);
    const found = finding(recipe, report, code);
    expect(found.values).toEqual(said);
    const mended = { ...recipe, ...found.fix };
    expect(codes(mended, report)).not.toContain(code);
    expect(codes(mended, report)).toContain(`${code}Handled`);
  });
});

test.each([
  ['check.gaps', values(300, (index) => (index % 10 === 0 ? null : index % 7))],
  ['check.unscaled', values(300, (index) => index * 100)],
  [
    'check.dateAsInput',
    values(300, (index) => `date:2020-01-${String((index % 28) + 1).padStart(2, '0')}`),
  ],
])('%s is mended by its first fix', (code, column) => {
  const report = reportForTests({ column, a: number, label: survived });
  const recipe = careless(report);
  const { fix } = finding(recipe, report, code);
  expect(codes(recipe, report)).toContain(code);
  expect(fix).toBeDefined();
  expect(codes({ ...recipe, ...fix }, report)).not.toContain(code);
  expect(codes(guessRecipe(source, report), report)).not.toContain(code);
});

test('every text names what it says in both languages', () => {
  for (const [code, { en, 'zh-CN': chinese }] of Object.entries(dataCheckMessages)) {
    const names = (texts: object) => [...new Set(JSON.stringify(texts).match(/\{\w+\}/g))].sort();
    expect([code, names(chinese)]).toEqual([code, names(en)]);
  }
});
