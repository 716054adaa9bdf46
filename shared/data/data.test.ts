import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Cells, NumberValues } from '#shared/data/arithmetic/cells.ts';
import { oneHot } from '#shared/data/arithmetic/oneHot.ts';
import { scale } from '#shared/data/arithmetic/scale.ts';
import { shuffledIndices } from '#shared/data/arithmetic/shuffle.ts';
import { splitIndices } from '#shared/data/arithmetic/split.ts';
import { mulberry32 } from '#shared/data/generators/mulberry32.ts';
import { prepareFeatures } from '#shared/data/prepareFeatures.ts';
import { sources } from '#shared/data/sources/index.ts';
import { steps } from '#shared/data/steps/index.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';

const recipe = (source: DataRecipe['source'], ...list: DataRecipe['steps']): DataRecipe => ({
  ...emptyRecipe,
  source,
  steps: list,
});

const numbers = (values: NumberValues): Cells => ({ type: 'numbers', shape: [], values });
const valuesOf = (cells: Cells) => (cells.type === 'numbers' ? [...cells.values] : cells.values);

describe('arithmetic', () => {
  test('scale divides', () => {
    expect(valuesOf(scale(numbers(Uint8Array.of(0, 51, 255)), 255))).toEqual([
      0,
      Math.fround(0.2),
      1,
    ]);
  });

  test('oneHot puts a one at the place of the class', () => {
    expect(valuesOf(oneHot(numbers(Int32Array.of(2, 0, 7, -1)), 3))).toEqual([
      0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0,
    ]);
  });

  test('shuffledIndices is a permutation that follows the seed', () => {
    expect([...shuffledIndices(8, mulberry32(1))]).toEqual([2, 1, 6, 7, 4, 3, 0, 5]);
    expect([...shuffledIndices(1000, mulberry32(2))].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 1000 }, (_value, index) => index),
    );
  });

  test.each([
    [10, 0.2, 0.1, [7, 2, 1]],
    [10, 0, 0, [10, 0, 0]],
    [1, 0.5, 0.5, [1, 0, 0]],
    [2000, 0.15, 0.15, [1400, 300, 300]],
    [0, 0.2, 0.2, [0, 0, 0]],
  ])('splitIndices of %d with %d and %d', (count, validation, held, sizes) => {
    const parts = splitIndices(shuffledIndices(count, mulberry32(1)), validation, held);
    expect([parts.train.length, parts.validation.length, parts.test.length]).toEqual(sizes);
    const all = [...parts.train, ...parts.validation, ...parts.test].sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: count }, (_value, index) => index));
  });

  test('files that exports carry import only their neighbours', () => {
    for (const folder of ['arithmetic', 'generators', '../training/schedules/rates']) {
      for (const file of readdirSync(join(import.meta.dirname, folder))) {
        const text = readFileSync(join(import.meta.dirname, folder, file), 'utf8');
        expect(file.endsWith('.test.ts') || !/^import (?!.*'\.\/\w+\.ts';)/m.test(text), file).toBe(
          true,
        );
      }
    }
  });
});

describe('catalogues', () => {
  test('kinds are unique', () => {
    for (const catalogue of [sources, steps]) {
      const kinds = catalogue.map((entry) => entry.kind);
      expect(new Set(kinds).size).toBe(kinds.length);
    }
  });

  test.each(sources)('$kind tells its examples with its defaults', (source) => {
    const parsed = parseParams(source.params, {});
    expect(parsed.problems).toEqual([]);
    if (source.features === null) return;
    const features = source.features(parsed.values);
    // A series is its own input: windows over what is to be predicted.
    const isSeries = features.length === 1;
    expect(features.some((feature) => feature.role === 'input' || isSeries)).toBe(true);
    expect(features.some((feature) => feature.role === 'target')).toBe(true);
  });
});

describe('prepareFeatures', () => {
  test('follows the steps', () => {
    const { features, counts, problems } = prepareFeatures(
      recipe(
        { kind: 'mnist', params: {} },
        { kind: 'scale', features: ['image'], params: { divisor: 255 } },
        { kind: 'oneHot', features: ['label'], params: { classes: 10 } },
      ),
    );
    expect(problems).toEqual([]);
    expect(counts).toEqual({ train: 60_000, test: 10_000 });
    expect(features).toEqual([
      {
        name: 'image',
        role: 'input',
        kind: 'image',
        shape: [28, 28, 1],
        dtype: 'float32',
        classes: null,
      },
      {
        name: 'label',
        role: 'target',
        kind: 'category',
        shape: [10],
        dtype: 'float32',
        classes: null,
      },
    ]);
  });

  test.each<[string, DataRecipe, string]>([
    ['no source', recipe(null), 'data.noSource'],
    ['an unknown source', recipe({ kind: 'oracle', params: {} }), 'data.unknownSource'],
    ['a source without its files', recipe({ kind: 'idx', params: {} }), 'data.sourceIncomplete'],
    [
      'an unknown step',
      recipe({ kind: 'mnist', params: {} }, { kind: 'melt', features: ['image'], params: {} }),
      'data.unknownStep',
    ],
    [
      'one-hot of an image',
      recipe({ kind: 'mnist', params: {} }, { kind: 'oneHot', features: ['image'], params: {} }),
      'data.oneHotNeedsNumber',
    ],
    [
      'one-hot with too few classes',
      recipe(
        { kind: 'mnist', params: {} },
        { kind: 'oneHot', features: ['label'], params: { classes: 5 } },
      ),
      'data.oneHotTooFewClasses',
    ],
    [
      'a wrong parameter',
      recipe({ kind: 'generatedPoints', params: { figure: 'square' } }),
      'params.notAChoice',
    ],
  ])('tells %s', (_name, given, code) => {
    expect(prepareFeatures(given).problems.map((problem) => problem.code)).toEqual([code]);
  });
});
