import { expect, test } from 'vitest';
import { groupLayers } from '#renderer/parts/families/families.ts';
import { layers } from '#shared/layers/index.ts';

test('every layer stands in exactly one section of the palette', () => {
  const kinds = groupLayers(layers).flatMap((group) => group.layers.map((layer) => layer.kind));
  expect([...kinds].sort()).toEqual(layers.map((layer) => layer.kind).sort());
});

test('normalization and regularization share a section', () => {
  const group = groupLayers(layers).find(({ id }) => id === 'normalization');
  expect(group?.layers.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['batchNormalization', 'dropout']),
  );
});
