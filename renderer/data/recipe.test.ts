import { describe, expect, test } from 'vitest';
import type { DataRecipe } from '#shared/data/data.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import type { Feature } from '#shared/data/feature.ts';
import { guessRecipe } from '#shared/data/guess/guessRecipe.ts';
import type { DataReport, FeatureReport } from '#shared/data/report.ts';
import { applyEdit, editLabel } from '#shared/document/edit.ts';
import { columnsOf, columnWidth } from '#renderer/data/columns.ts';
import {
  moved,
  moveStep,
  setKind,
  setRole,
  setTarget,
  setUsed,
} from '#renderer/data/recipeEdits.ts';
import { moveHandle, partsOf, withParts } from '#renderer/data/splitParts.ts';
import { dateText, shareText, shortText, valueText } from '#renderer/data/valueText.ts';
import { blankDocument } from '#renderer/store/blankDocument.ts';
import { reconcile } from '#renderer/store/reconcile.ts';

const number = (name: string): Feature => ({
  name,
  role: 'input',
  kind: 'number',
  shape: [],
  dtype: 'float32',
  classes: null,
});
const category = (name: string, ...classNames: readonly string[]): Feature => ({
  ...number(name),
  kind: 'category',
  dtype: 'text',
  classes: classNames.length,
  classNames,
});

const statistics = {
  min: 0,
  max: 9,
  mean: 4.5,
  deviation: 3,
  quartiles: [2, 4, 7],
  histogram: [],
  outliers: 0,
} as const;

function found(feature: Feature, missing = 0): FeatureReport {
  const names = feature.classNames ?? [];
  return {
    feature,
    missing,
    distinct: feature.classes ?? 90,
    numbers: feature.kind === 'number' ? statistics : null,
    top: names.map((value) => ({ value, count: 50 })),
    sizes: [],
  };
}

const report: DataReport = {
  name: 'flowers.csv',
  bytes: 1000,
  trainCount: 100,
  testCount: 0,
  features: [
    found(number('length')),
    found(number('width'), 10),
    found(category('color', 'blue', 'red')),
    found(category('kind', 'daisy', 'lily')),
  ],
  duplicates: 0,
  problems: [],
};
const source = { kind: 'table', params: { file: '/data/flowers.csv' } };
const recipe = guessRecipe(source, report);
const after = (edit: ReturnType<typeof setRole>): DataRecipe =>
  applyEdit({ ...blankDocument, data: recipe }, edit).data;

describe('what is done with columns', () => {
  test('a proposed recipe follows the roles', () => {
    expect(recipe.features.find(({ role }) => role === 'target')?.name).toBe('kind');
    const edit = setTarget({ recipe, report }, 'color');
    expect(editLabel(edit)).toEqual({ en: 'Predict color', 'zh-CN': '预测 color' });
    const { features, steps } = after(edit);
    expect(features.map(({ name, role }) => [name, role])).toEqual([
      ['length', 'input'],
      ['width', 'input'],
      ['color', 'target'],
      ['kind', 'input'],
    ]);
    // What was encoded was an input; now the other one is.
    const encoded = steps.filter(({ kind }) => kind === 'oneHot').flatMap((step) => step.features);
    expect(encoded).toEqual(['kind']);
  });

  test('of a recipe that was edited only what is left out goes', () => {
    const own = {
      ...recipe,
      steps: [
        { kind: 'fillNumbers', features: ['width'], params: { strategy: 'value' } },
        { kind: 'standardize', features: ['length', 'width'], params: {} },
      ],
    };
    const edit = setUsed({ recipe: own, report }, ['width'], false);
    expect(applyEdit({ ...blankDocument, data: own }, edit).data.steps).toEqual([
      { kind: 'standardize', features: ['length'], params: {} },
    ]);
  });

  test('what is no input any more is not bound', () => {
    const bound = {
      ...recipe,
      bindings: { inputs: { input: ['length', 'width'] }, outputs: { output: 'kind' } },
    };
    const edit = setRole({ recipe: bound, report }, 'width', 'weight');
    expect(applyEdit({ ...blankDocument, data: bound }, edit).data.bindings).toEqual({
      inputs: { input: ['length'] },
      outputs: { output: 'kind' },
    });
  });

  test('another kind forgets the classes of the old one', () => {
    expect(after(setKind({ recipe, report }, 'color', 'text')).features[2]).toEqual({
      name: 'color',
      role: 'input',
      kind: 'text',
      shape: [],
      dtype: 'text',
      classes: null,
    });
  });

  test('targets stand first, and a column has room for its name', () => {
    const columns = columnsOf(recipe, report);
    expect(columns.map(({ feature }) => feature.name)).toEqual([
      'kind',
      'length',
      'width',
      'color',
    ]);
    const [first] = columns;
    if (first === undefined) throw new Error('no column');
    expect(columnWidth(first)).toBeLessThan(
      columnWidth({ ...first, feature: { ...first.feature, name: 'a much longer name' } }),
    );
  });
});

describe('the order of steps', () => {
  test.each([
    [0, 2, 'bca'],
    [2, 0, 'cab'],
    [1, 1, 'abc'],
    [5, 0, 'abc'],
  ])('%i to %i', (from, to, expected) => {
    expect(moved(['a', 'b', 'c'], from, to).join('')).toBe(expected);
  });

  test('is one edit', () => {
    const edit = moveStep(recipe, 0, 1);
    expect(
      after(edit)
        .steps.map(({ kind }) => kind)
        .slice(0, 2),
    ).toEqual(
      recipe.steps
        .map(({ kind }) => kind)
        .slice(0, 2)
        .reverse(),
    );
    expect(editLabel(edit).en).toBe('Move step');
  });
});

describe('reading again', () => {
  test('an empty recipe takes what is found', () => {
    expect(reconcile({ ...emptyRecipe, source }, report)).toMatchObject({
      features: recipe.features,
      steps: recipe.steps,
    });
  });

  test('the same columns change nothing', () => {
    expect(reconcile(recipe, report)).toBeNull();
  });

  test('columns that came are left out, those that went go everywhere', () => {
    const other = {
      ...report,
      features: [
        ...report.features.filter(({ feature }) => feature.name !== 'width'),
        found(number('height')),
      ],
    };
    const changes = reconcile(recipe, other);
    expect(changes?.features?.map(({ name, role }) => [name, role])).toEqual([
      ['length', 'input'],
      ['color', 'input'],
      ['kind', 'target'],
      ['height', 'ignored'],
    ]);
    expect(changes?.steps?.flatMap((step) => step.features)).not.toContain('width');
  });
});

describe('the bar of parts', () => {
  const parts = { train: 70, validation: 15, test: 15 };
  test.each([
    [0, 72, { train: 72, validation: 13, test: 15 }],
    [0, 90, { train: 85, validation: 0, test: 15 }],
    [0, -5, { train: 5, validation: 80, test: 15 }],
    [1, 80, { train: 70, validation: 10, test: 20 }],
    [1, 60, { train: 60, validation: 0, test: 40 }],
    [1, 120, { train: 70, validation: 30, test: 0 }],
  ] as const)('handle %i to %i%%', (handle, at, expected) => {
    expect(moveHandle(parts, handle, at)).toEqual(expected);
  });

  test('without validation the test part takes from training', () => {
    expect(moveHandle({ train: 80, validation: 0, test: 20 }, 1, 75)).toEqual({
      train: 75,
      validation: 0,
      test: 25,
    });
  });

  test('shares are those of the split', () => {
    const split = { ...emptyRecipe.split, validation: 'split', validationFraction: 0.15 } as const;
    expect(partsOf({ ...split, testFraction: 0.15 }, false)).toEqual(parts);
    expect(partsOf({ ...split, testFraction: 0.15 }, true)).toEqual({
      train: 85,
      validation: 15,
      test: 0,
    });
    expect(withParts(parts)).toEqual({ validationFraction: 0.15, testFraction: 0.15 });
  });
});

describe('values as text', () => {
  test.each([
    [22, '22'],
    [7.25, '7.25'],
    [-0.344_843_2, '−0.344843'],
    [0.000_01, '1.00e-5'],
    [Number.POSITIVE_INFINITY, '∞'],
  ])('%d', (value, text) => {
    expect(valueText(value)).toBe(text);
  });

  test('in sentences, shares and dates', () => {
    expect(shortText(512.3292)).toBe('512.3');
    expect(shortText(12_345.6)).toBe('12,346');
    expect(shareText(0.001)).toBe('<1%');
    expect(shareText(0.999)).toBe('>99%');
    expect(shareText(0.618)).toBe('62%');
    expect(dateText(Date.UTC(2024, 1, 29))).toBe('2024-02-29');
    expect(dateText(Date.UTC(2024, 1, 29, 13, 5))).toBe('2024-02-29 13:05');
  });
});
