import { expect, test } from 'vitest';
import { undoSteps } from '#main/engine/predict/undoSteps.ts';
import { applySteps, fitRecipe } from '#main/engine/data/preparation/preparation.ts';
import { cellsSource } from '#main/engine/data/source/cellsSource.ts';
import type { PreparationStep } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';

const price: Feature = {
  name: 'price',
  role: 'target',
  kind: 'number',
  shape: [],
  dtype: 'float32',
  classes: null,
};
const values = Float32Array.of(120, 340, 80, 990, 415, 7);

async function roundTrip(steps: readonly PreparationStep[]): Promise<number[] | null> {
  const cells = { price: { type: 'numbers', shape: [], values } as const };
  const source = cellsSource([price], values.length, cells, { fingerprint: '', bytes: null });
  const fitted = await fitRecipe({ steps }, source, null);
  if (!fitted.ok) throw new Error(fitted.problem.code);
  const made = applySteps({ steps }, fitted.value, cells, [price]);
  const own = made.ok ? made.value.cells['price'] : undefined;
  const undo = undoSteps({ steps }, fitted.value, price);
  if (own?.type !== 'numbers' || undo === null) return null;
  return [...undo(Float32Array.from(own.values))];
}

const step = (kind: string, params: PreparationStep['params'] = {}): PreparationStep => ({
  kind,
  features: ['price'],
  params,
});

test.each([
  ['standardize', [step('standardize')]],
  ['normalize', [step('normalize')]],
  ['normalize to -1', [step('normalize', { range: '-1 to 1' })]],
  ['robustScale', [step('robustScale')]],
  ['scale', [step('scale', { divisor: 100 })]],
  ['logarithm, then standardize', [step('logarithm'), step('standardize')]],
  ['filled, then standardized', [step('fillNumbers'), step('standardize')]],
])('%s is undone', async (_name, steps) => {
  const back = await roundTrip(steps);
  expect(back).toHaveLength(values.length);
  back?.forEach((value, index) => {
    expect(Math.abs(value / (values[index] ?? 1) - 1)).toBeLessThan(1e-5);
  });
});

test('what cannot be undone stays as the network gives it', async () => {
  expect(await roundTrip([step('bin')])).toBeNull();
  expect(await roundTrip([])).toBeNull();
});
