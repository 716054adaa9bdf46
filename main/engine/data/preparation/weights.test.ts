import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { catchReads } from '#main/engine/data/catchReads.ts';
import { cellsSource } from '#main/engine/data/source/cellsSource.ts';
import { numberFeature } from '#main/engine/data/source/featuresForTests.ts';
import { smallDocument } from '#main/engine/data/examples/documentForTests.ts';
import { examplesOfSource } from '#main/engine/data/examples/loadExamples.ts';
import type { Examples } from '#main/engine/train/examples.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import { describe as describeProblem } from '#shared/document/describe.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

const numbers = (...values: readonly number[]): Cells => ({
  type: 'numbers',
  shape: [],
  values: Float64Array.from(values),
});

const features = [
  numberFeature('a'),
  numberFeature('y', { role: 'target' }),
  numberFeature('w', { role: 'weight' }),
  numberFeature('v'),
  numberFeature('color', {
    kind: 'category',
    dtype: 'text',
    classes: 2,
    classNames: ['blue', 'red'],
  }),
];
const cells = {
  a: numbers(1, 2, 3, 4, 5, 6),
  y: numbers(10, 20, 30, 40, 50, 60),
  w: numbers(1, 0.5, 2, 0, 3, 1),
  v: numbers(1, 1, -0.5, 1, NaN, 1),
  color: { type: 'texts', values: ['red', 'blue', 'red', 'red', 'blue', 'red'] },
} satisfies Record<string, Cells>;

/** Loads the table with these features as weights. */
function load(weights: readonly string[], data: Partial<DataRecipe> = {}) {
  const own = features.map((each): Feature => {
    if (weights.includes(each.name)) return { ...each, role: 'weight' };
    return each.role === 'weight' ? { ...each, role: 'ignored' } : each;
  });
  const document = smallDocument({
    shape: [1],
    units: 1,
    loss: 'meanSquaredError',
    data: { bindings: { inputs: { x: ['a'] }, outputs: { y: 'y' } }, ...data },
  });
  const facts = inferGraph(document.graph, document.blocks);
  const source = cellsSource(own, 6, cells, { fingerprint: 'x', bytes: null });
  return catchReads(new AbortController().signal, () =>
    examplesOfSource(tf, document, facts, source, { seed: 1 }),
  );
}

async function weightsOf(part: Examples | undefined) {
  const batch = await part?.batch(Uint32Array.from({ length: part.count }, (_, row) => row));
  return batch?.weights && { shape: batch.weights.shape, values: [...batch.weights.dataSync()] };
}

describe('weights of examples', () => {
  test('are one number for each', async () => {
    const loaded = await load(['w']);
    expect(await weightsOf(loaded.ok ? loaded.value.examples.train : undefined)).toEqual({
      shape: [6],
      values: [1, 0.5, 2, 0, 3, 1],
    });
  });

  test('are prepared as other features are', async () => {
    const loaded = await load(['w'], {
      steps: [{ kind: 'clip', features: ['w'], params: { by: 'value', low: 0.5, high: 2 } }],
    });
    expect(await weightsOf(loaded.ok ? loaded.value.examples.train : undefined)).toEqual({
      shape: [6],
      values: [1, 0.5, 2, 0.5, 2, 1],
    });
  });

  test('of windows are those of the rows of their targets', async () => {
    const loaded = await load(['w'], {
      windows: { length: 1, horizon: 2, stride: 1, series: null },
    });
    expect(await weightsOf(loaded.ok ? loaded.value.examples.train : undefined)).toEqual({
      shape: [4],
      values: [2, 0, 3, 1],
    });
  });

  test('are absent where no feature is one', async () => {
    const loaded = await load([]);
    expect(loaded.ok && loaded.value.examples.train).not.toHaveProperty('weights');
    expect(await weightsOf(loaded.ok ? loaded.value.examples.train : undefined)).toBe(undefined);
  });

  test.each([
    ['missing', ['v'], [], 'data.missingValue', { feature: 'v', row: 5 }],
    [
      'negative',
      ['v'],
      [{ kind: 'fillNumbers', features: ['v'], params: {} }],
      'data.wrongWeight',
      { feature: 'v', row: 3, value: -0.5 },
    ],
    ['texts', ['color'], [], 'data.weightNotNumber', { feature: 'color' }],
    ['two', ['w', 'v'], [], 'data.severalWeights', { feature: 'w', other: 'v' }],
  ])('that are %s are refused in both languages', async (_, weights, steps, code, values) => {
    const loaded = await load(weights, { steps });
    if (loaded.ok) expect.fail('It was loaded.');
    const { problem } = loaded;
    expect({ code: problem.code, values: problem.values }).toEqual({ code, values });
    for (const language of ['en', 'zh-CN'] as const) {
      const { sentence, remedy } = describeProblem(problem, language);
      expect(sentence).not.toContain(code);
      expect(`${sentence}${remedy ?? ''}`).not.toMatch(/[{}]|undefined/);
    }
  });
});
