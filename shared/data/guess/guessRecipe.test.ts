import { describe, expect, test } from 'vitest';
import { guessRecipe } from '#shared/data/guess/guessRecipe.ts';
import { namesId, targetRank } from '#shared/data/guess/names.ts';
import { reportForTests } from '#shared/data/guess/reportForTests.ts';
import type { DataReport, FeatureReport } from '#shared/data/report.ts';

/** A source whose features are found by reading. */
const source = { kind: 'penguins', params: {} };

/** `count` values, by their number. */
function values<Value>(count: number, value: (index: number) => Value): Value[] {
  return Array.from({ length: count }, (_, index) => value(index));
}

function rolesOf(columns: Parameters<typeof reportForTests>[0]) {
  const { features } = guessRecipe(source, reportForTests(columns));
  return Object.fromEntries(features.map(({ name, role }) => [name, role]));
}

describe('what is predicted', () => {
  const number = values(100, (index) => (index * 37) % 101);
  const classes = values(100, (index) => ['a', 'b', 'c'][index % 3] ?? '');
  test.each([
    ['a telling name', { survived: values(100, (i) => i % 2), age: number }, 'survived'],
    ['a Chinese name', { 年龄: number, 鸢尾花品种: classes, 备注: classes }, '鸢尾花品种'],
    ['the last column with classes', { a: number, kind: classes, b: number }, 'kind'],
    ['the last numbers', { a: number, b: number }, 'b'],
    ['the surer of two names', { price: number, label: classes, a: number }, 'label'],
  ])('%s', (_, columns, target) => {
    expect(rolesOf(columns)[target]).toBe('target');
    expect(Object.values(rolesOf(columns)).filter((role) => role === 'target')).toHaveLength(1);
  });

  test('whole numbers under a telling name are classes', () => {
    const { features } = guessRecipe(
      source,
      reportForTests({ a: number, label: values(100, (index) => (index % 10) + 1) }),
    );
    expect(features[1]).toMatchObject({
      role: 'target',
      kind: 'category',
      classes: 10,
      classNames: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
    });
  });

  test('names are compared without case, spaces and signs', () => {
    expect(targetRank('Sale Price')).not.toBeNull();
    expect(targetRank('sale_price')).toBe(targetRank('SalePrice'));
    expect(targetRank('width')).toBeNull();
    expect(
      ['PassengerId', 'user_id', 'id', '学号', 'Unnamed: 0'].filter((name) => !namesId(name)),
    ).toEqual([]);
    expect(['width', 'valid', 'ideal', 'liquid'].filter(namesId)).toEqual([]);
  });
});

test('ids, empty and constant columns, copies of the target and names are left out', () => {
  const survived = values(90, (index) => Number(index % 3 === 0));
  expect(
    rolesOf({
      PassengerId: values(90, (index) => index + 1),
      survived,
      alive: survived.map((value) => (value === 1 ? 'yes' : 'no')),
      deck: values(90, (index) => (index % 5 === 0 ? 'A' : null)),
      ship: values(90, () => 'Titanic'),
      name: values(90, (index) => `Person ${index}`),
      age: values(90, (index) => (index * 17) % 71),
      sex: values(90, (index) => (index % 2 === 0 ? 'male' : 'female')),
    }),
  ).toEqual({
    PassengerId: 'ignored',
    survived: 'target',
    alive: 'ignored',
    deck: 'ignored',
    ship: 'ignored',
    name: 'ignored',
    age: 'input',
    sex: 'input',
  });
});

test('steps fill, encode and standardize, in this order', () => {
  const recipe = guessRecipe(
    source,
    reportForTests({
      age: values(90, (index) => (index % 9 === 0 ? null : (index * 17) % 71)),
      share: values(90, (index) => (index % 10) / 10),
      sex: values(90, (index) => (index % 2 === 0 ? 'male' : 'female')),
      port: values(90, (index) => (index % 30 === 0 ? null : (['S', 'C', 'Q'][index % 3] ?? null))),
      class: values(90, (index) => (index % 20 === 0 ? null : (['x', 'y'][index % 2] ?? null))),
    }),
  );
  expect(recipe.steps).toEqual([
    { kind: 'dropMissing', features: ['class'], params: {} },
    { kind: 'fillNumbers', features: ['age'], params: { strategy: 'median' } },
    { kind: 'fillCategories', features: ['port'], params: {} },
    { kind: 'oneHot', features: ['sex', 'port'], params: {} },
    { kind: 'standardize', features: ['age', 'share'], params: {} },
  ]);
  expect(recipe.split).toEqual({
    method: 'stratified',
    feature: null,
    validationFraction: 0.15,
    validation: 'split',
    testFraction: 0.15,
    folds: null,
  });
});

describe('rows in time', () => {
  const day = (index: number) => `date:${new Date(Date.UTC(2020, 0, index + 1)).toISOString()}`;

  test('become windows, divided by time', () => {
    const recipe = guessRecipe(
      source,
      reportForTests({
        date: values(200, day),
        price: values(200, (index) => 20 + Math.sin(index)),
      }),
    );
    expect(recipe.windows).toEqual({ length: 20, horizon: 1, stride: 1, series: null });
    expect(recipe.split).toMatchObject({ method: 'time', feature: 'date' });
    expect(recipe.features.map(({ role }) => role)).toEqual(['ignored', 'target']);
    // Its past goes in: 20 is far from 0 for a network.
    expect(recipe.steps).toEqual([{ kind: 'standardize', features: ['price'], params: {} }]);
  });

  test('of several series stay apart', () => {
    const recipe = guessRecipe(
      source,
      reportForTests({
        symbol: values(300, (index) => ['A', 'B', 'C'][Math.floor(index / 100)] ?? ''),
        date: values(300, (index) => day(index % 100)),
        price: values(300, (index) => index),
      }),
    );
    expect(recipe.windows).toEqual({ length: 10, horizon: 1, stride: 1, series: 'symbol' });
  });

  test('a date beside other things is taken apart', () => {
    const recipe = guessRecipe(
      source,
      reportForTests({
        when: values(200, (index) => day(index * 7)),
        rain: values(200, (index) => index % 40),
        weather: values(200, (index) => (index % 3 === 0 ? 'sun' : 'rain')),
      }),
    );
    expect(recipe.windows).toBeNull();
    expect(recipe.steps.map(({ kind, features }) => [kind, ...features])).toEqual([
      ['dateParts', 'when'],
      ['standardize', 'when'],
      ['standardize', 'rain'],
    ]);
  });
});

test('groups stay together', () => {
  const recipe = guessRecipe(
    source,
    reportForTests({
      patient_id: values(100, (index) => Math.floor(index / 5)),
      dose: values(100, (index) => (index * 31) % 97),
      diagnosis: values(100, (index) => (index % 2 === 0 ? 'ill' : 'well')),
    }),
  );
  expect(recipe.split).toMatchObject({ method: 'group', feature: 'patient_id' });
});

test('a source that knows its features keeps them out of the document', () => {
  const recipe = guessRecipe(
    { kind: 'mnist', params: {} },
    {
      ...reportForTests({}),
      trainCount: 60_000,
      testCount: 10_000,
      features: [
        {
          feature: {
            name: 'image',
            role: 'input',
            kind: 'image',
            shape: [28, 28, 1],
            dtype: 'uint8',
            classes: null,
          },
          missing: 0,
          distinct: null,
          numbers: null,
          top: [],
          sizes: [],
        },
      ],
    },
  );
  expect(recipe.features).toEqual([]);
  expect(recipe.steps).toEqual([{ kind: 'scale', features: ['image'], params: { divisor: 255 } }]);
  expect(recipe.split.testFraction).toBe(0);
});

/** A report of a folder of pictures or recordings by class. */
function folderReport(part: FeatureReport['feature'], more: Partial<FeatureReport>): DataReport {
  const classes = reportForTests({
    label: values(60, (index) => (index % 2 === 0 ? 'cat' : 'dog')),
  });
  const common = { missing: 0, distinct: null, numbers: null, top: [], sizes: [] };
  return { ...classes, features: [{ feature: part, ...common, ...more }, ...classes.features] };
}

const image = {
  name: 'image',
  role: 'input',
  kind: 'image',
  dtype: 'uint8',
  classes: null,
} as const;

describe('pictures', () => {
  const folder = { kind: 'imageFolder', params: { folder: 'cats' } };

  test.each([
    ['of many sizes', [null, null, 3], '480×640×3', 96],
    ['large ones', [512, 512, 3], '512×512×3', 96],
  ])('%s are read at one size', (_, shape, size, side) => {
    const recipe = guessRecipe(
      folder,
      folderReport({ ...image, shape }, { sizes: [{ value: size, count: 60 }] }),
    );
    expect(recipe.source?.params).toEqual({ folder: 'cats', height: side, width: side });
    expect(recipe.features[0]?.shape).toEqual([side, side, shape[2]]);
    expect(recipe.steps).toEqual([
      { kind: 'scale', features: ['image'], params: { divisor: 255 } },
    ]);
  });

  test('small ones of many sizes are resized by a step, with the same numbers in exported Python', () => {
    const sizes = ['40×60×1', '200×30×1'].map((value) => ({ value, count: 30 }));
    const recipe = guessRecipe(
      folder,
      folderReport({ ...image, shape: [null, null, 1] }, { sizes }),
    );
    expect(recipe.source).toBe(folder);
    expect(recipe.features[0]?.shape).toEqual([null, null, 1]);
    expect(recipe.steps[0]).toEqual({
      kind: 'resize',
      features: ['image'],
      params: { height: 40, width: 40 },
    });
    const mixed = [...sizes, { value: '480×640×1', count: 1 }];
    const read = guessRecipe(
      folder,
      folderReport({ ...image, shape: [null, null, 1] }, { sizes: mixed }),
    );
    expect(read.source?.params).toEqual({ folder: 'cats', height: 40, width: 40 });
  });

  test('of many sizes are resized by a step where the source cannot', () => {
    const recipe = guessRecipe(
      { kind: 'table', params: { file: 'a.parquet' } },
      folderReport({ ...image, shape: [null, null, 3] }, {}),
    );
    expect(recipe.steps.map(({ kind }) => kind)).toEqual(['resize', 'scale']);
    expect(recipe.steps[0]?.params).toEqual({ height: 96, width: 96 });
  });

  test('of one small size stay, and so does a size that was chosen', () => {
    const small = folderReport({ ...image, shape: [64, 64, 3] }, {});
    expect(guessRecipe(folder, small).source).toBe(folder);
    const chosen = { kind: 'imageFolder', params: { folder: 'cats', height: 200, width: 200 } };
    const large = folderReport({ ...image, shape: [200, 200, 3] }, {});
    expect(guessRecipe(chosen, large).source).toBe(chosen);
  });
});

test('recordings become log-mel pictures of one length', () => {
  const sound = {
    name: 'sound',
    role: 'input',
    kind: 'audio',
    shape: null,
    dtype: 'float32',
    classes: null,
  } as const;
  const numbers = {
    min: 0.5,
    max: 1.4,
    mean: 0.9,
    deviation: 0.1,
    quartiles: [0.8, 0.9, 1] as const,
    histogram: [],
    outliers: 0,
  };
  const recipe = guessRecipe(
    { kind: 'audioFolder', params: { folder: 'a' } },
    folderReport(sound, { numbers }),
  );
  expect(recipe.steps.map(({ kind, params }) => [kind, params])).toEqual([
    ['resample', { rate: 16_000 }],
    ['trimSilence', {}],
    ['logMel', { frames: 64 }],
    ['standardize', {}],
  ]);
});

test('short texts are read where there is nothing else', () => {
  const report = reportForTests({
    评论: values(60, (index) => `好看 ${index}`),
    情感: values(60, (index) => (index % 2 === 0 ? '正面' : '负面')),
  });
  const features = report.features.map((each) =>
    each.feature.kind === 'text'
      ? { ...each, feature: { ...each.feature, role: 'ignored' as const } }
      : each,
  );
  const roles = guessRecipe(source, { ...report, features }).features.map(({ role }) => role);
  expect(roles).toEqual(['input', 'target']);
});

test('texts become numbers of words', () => {
  const text = {
    name: 'text',
    role: 'input',
    kind: 'text',
    shape: [],
    dtype: 'text',
    classes: null,
  } as const;
  const numbers = {
    min: 20,
    max: 900,
    mean: 200,
    deviation: 90,
    quartiles: [100, 180, 220] as const,
    histogram: [],
    outliers: 0,
  };
  const stepsOf = (top: FeatureReport['top']) =>
    guessRecipe({ kind: 'table', params: { file: 'a.csv' } }, folderReport(text, { numbers, top }))
      .steps;
  expect(stepsOf([])).toEqual([
    {
      kind: 'tokenizeWords',
      features: ['text'],
      params: { length: 40, vocabularySize: 1000, padding: 'start' },
    },
  ]);
  expect(stepsOf([{ value: '今天天气很好', count: 1 }])[0]?.params).toEqual({
    length: 220,
    vocabularySize: 1000,
  });
});
