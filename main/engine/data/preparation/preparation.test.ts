import { describe, expect, test } from 'vitest';
import { numberFeature } from '#main/engine/data/source/featuresForTests.ts';
import { cellsSource } from '#main/engine/data/source/cellsSource.ts';
import { applySteps, fitRecipe } from '#main/engine/data/preparation/preparation.ts';
import type { CellsByName } from '#main/engine/data/readers/reader.ts';
import type { PreparationStep } from '#shared/data/data.ts';
import type { Result } from '#shared/problems/problem.ts';

const column = (...values: readonly number[]) =>
  ({ type: 'numbers', shape: [], values: Float32Array.from(values) }) as const;

function source(columns: CellsByName, count: number) {
  const features = Object.keys(columns).map((name) => numberFeature(name));
  return cellsSource(features, count, columns, { fingerprint: '', bytes: null });
}

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const fill: PreparationStep = { kind: 'fillNumbers', features: ['x'], params: {} };
const standardize: PreparationStep = { kind: 'standardize', features: ['x'], params: {} };

describe('learning', () => {
  test('is from the training rows only, each step of what the steps before it give', async () => {
    // The rows 0, 1, 3 train: the mean without the gap is 3, so that 2, 3 and 4 are standardised.
    const x = column(2, NaN, 1000, 4, 5000);
    const steps = [fill, standardize];
    const opened = source({ x }, 5);
    const fitted = valueOf(await fitRecipe({ steps }, opened, Uint32Array.of(0, 1, 3)));
    expect(fitted.version).toBe(1);
    expect(fitted.steps.map(({ kind }) => kind)).toEqual(['fillNumbers', 'standardize']);
    expect(Object.keys(fitted.steps[0]?.fitted ?? {})).toEqual(['x']);
    const { cells } = valueOf(applySteps({ steps }, fitted, { x }, opened.features));
    const values = cells['x']?.type === 'numbers' ? [...cells['x'].values] : [];
    expect(values[0]).toBeCloseTo(-1.2247, 3);
    expect(values[1]).toBeCloseTo(0, 5);
    expect(values[3]).toBeCloseTo(1.2247, 3);
    expect(values[2]).toBeGreaterThan(1000);
  });

  test('goes through JSON', async () => {
    const x = column(1, 2, 3);
    const fitted = valueOf(await fitRecipe({ steps: [standardize] }, source({ x }, 3), null));
    expect(JSON.parse(JSON.stringify(fitted))).toEqual(fitted);
  });

  test('leaves out rows that a step has dropped', async () => {
    const y = column(1, 2, NaN, 3);
    const x = column(10, 20, 9000, 30);
    const steps = [{ kind: 'dropMissing', features: ['y'], params: {} }, standardize];
    const opened = source({ x, y }, 4);
    const fitted = valueOf(await fitRecipe({ steps }, opened, null));
    const { cells } = valueOf(applySteps({ steps }, fitted, { x, y }, opened.features));
    const values = cells['x']?.type === 'numbers' ? [...cells['x'].values] : [];
    expect(values[1]).toBeCloseTo(0, 5);
  });

  test('bounds of rows that leave are learned of all rows', async () => {
    const x = column(1, 2, 3, 4, 1000);
    const steps = [{ kind: 'dropOutliers', features: ['x'], params: { factor: 3 } }];
    const fitted = valueOf(await fitRecipe({ steps }, source({ x }, 5), Uint32Array.of(0)));
    expect(Object.keys(fitted.steps[0]?.fitted ?? {})).toEqual(['x']);
  });
});

test('repeated rows are told by numbers and texts together', async () => {
  const x = column(1, 1, 1, 4);
  const word = { type: 'texts', values: ['a', 'a', 'b', 'a'] } as const;
  const features = [
    numberFeature('x'),
    { ...numberFeature('word'), kind: 'text', dtype: 'text' } as const,
  ];
  const steps = [{ kind: 'dropDuplicates', features: ['x', 'word'], params: {} }, standardize];
  const opened = cellsSource(features, 4, { x, word }, { fingerprint: '', bytes: null });
  // 1, 1, 4 are left.
  const fitted = valueOf(await fitRecipe({ steps }, opened, null));
  expect(fitted.steps[1]?.fitted).toEqual({ x: [[2, Math.sqrt(2)]] });
});

test('a step that needs the order of rows is made before rows are divided', async () => {
  const x = column(1, NaN, 3, NaN, 5);
  const steps = [{ kind: 'fillForward', features: ['x'], params: {} }, standardize];
  const opened = source({ x }, 5);
  // 1, 1, 3 of the rows 0 to 2.
  const fitted = valueOf(await fitRecipe({ steps }, opened, Uint32Array.of(0, 1, 2)));
  const { cells } = valueOf(applySteps({ steps }, fitted, { x }, opened.features));
  const values = cells['x']?.type === 'numbers' ? [...cells['x'].values] : [];
  expect(values.map((value) => Math.round(value * 1000))).toEqual([-707, -707, 1414, 1414, 3536]);
});

test('a step that looks at all rows must not come after one that learns of some', async () => {
  const x = column(1, 2);
  const steps = [standardize, { kind: 'dropMissing', features: ['x'], params: {} }];
  expect(await fitRecipe({ steps }, source({ x }, 2), null)).toMatchObject({
    ok: false,
    problem: { code: 'data.rowsAfterLearning', values: { feature: 'x' } },
  });
});

test('many pieces give what one gives', async () => {
  const values = Float32Array.from({ length: 10_000 }, (_, row) => (row * 7919) % 1000);
  const x = { type: 'numbers', shape: [], values } as const;
  const rows = Uint32Array.from({ length: 5000 }, (_, index) => 2 * index);
  const fitted = valueOf(await fitRecipe({ steps: [standardize] }, source({ x }, 10_000), rows));
  const half = { ...x, values: values.filter((_, row) => row % 2 === 0) };
  const whole = valueOf(await fitRecipe({ steps: [standardize] }, source({ x: half }, 5000), null));
  expect(fitted).toEqual(whole);
});

test('a piece that is asked to end answers so', async () => {
  const abort = new AbortController();
  abort.abort();
  const opened = source({ x: column(1, 2) }, 2);
  expect(await fitRecipe({ steps: [standardize] }, opened, null, abort.signal)).toMatchObject({
    ok: false,
    problem: { code: 'data.cancelled' },
  });
});
