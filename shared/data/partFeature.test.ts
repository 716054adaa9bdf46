import { expect, test } from 'vitest';
import type { DataRecipe } from '#shared/data/data.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import type { Feature } from '#shared/data/feature.ts';
import { findPartFeature, partFeature, withSourceParam } from '#shared/data/partFeature.ts';

const x: Feature = {
  name: 'x',
  role: 'input',
  kind: 'number',
  shape: [],
  dtype: 'float32',
  classes: null,
};
const recipe: DataRecipe = {
  ...emptyRecipe,
  source: { kind: 'table', params: { file: 'a.csv' } },
  features: [x],
  split: { ...emptyRecipe.split, method: 'stratified' },
};

test('a validation file brings its column and divides by it; without it both are gone', () => {
  const named = { ...recipe, ...withSourceParam(recipe, 'validationFile', 'b.csv') };
  expect(named.source?.params).toEqual({ file: 'a.csv', validationFile: 'b.csv' });
  expect(named.features).toEqual([x, partFeature()]);
  expect(named.split).toMatchObject({ method: 'column', feature: 'part' });
  const other = { ...named, ...withSourceParam(named, 'validationFile', 'c.csv') };
  expect(other.features).toEqual(named.features);
  const without = { ...other, ...withSourceParam(other, 'validationFile', '') };
  expect(without.features).toEqual([x]);
  expect(without.split).toMatchObject({ method: 'random', feature: null });
});

test('how rows are divided is left alone where it has nothing to do with the part', () => {
  const named = { ...recipe, ...withSourceParam(recipe, 'validationFolder', 'b') };
  const divided = { ...named, split: recipe.split };
  const without = { ...divided, ...withSourceParam(divided, 'validationFolder', '') };
  expect(without.split).toBe(recipe.split);
  expect(withSourceParam(recipe, 'testFile', 'c.csv')).toEqual({
    source: { kind: 'table', params: { file: 'a.csv', testFile: 'c.csv' } },
  });
});

test('a column of the same name is another one', () => {
  const own: Feature = { ...x, name: 'Part', kind: 'category', classNames: ['left', 'right'] };
  const added = partFeature(['x', 'Part']);
  expect(added.name).toBe('part_2');
  expect(findPartFeature([x, own, added])).toBe(added);
  expect(findPartFeature([x, own])).toBeUndefined();
});
