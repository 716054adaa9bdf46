import { expect, test } from 'vitest';
import type { Feature } from '#shared/data/feature.ts';
import { inputShape, joinedShape } from '#shared/data/joinFeatures.ts';
import type { Shape } from '#shared/shape/shape.ts';

const feature = (shape: Shape | null): Feature => ({
  name: 'x',
  role: 'input',
  kind: 'number',
  shape,
  dtype: 'float32',
  classes: null,
});

test.each<[string, readonly (Shape | null)[], Shape | null, Shape | null]>([
  ['none', [], null, null],
  ['a number', [[]], [], [3, 1]],
  ['a picture', [[28, 28, 1]], [28, 28, 1], [3, 28, 28, 1]],
  ['numbers and a one-hot row', [[], [4], [1]], [6], [3, 6]],
  ['a picture beside a number', [[2, 2, 3], []], [13], [3, 13]],
  ['one that is not known', [null], null, null],
  ['one of several that is not known', [[], null], [null], [3, null]],
  ['one of several with an open size', [[], [null, 3]], [null], [3, null]],
])('%s', (_, shapes, joined, windowed) => {
  const features = shapes.map(feature);
  expect(joinedShape(features)).toEqual(joined);
  expect(inputShape(features, null)).toEqual(joined);
  const windows = { length: 3, horizon: 1, stride: 1, series: null };
  expect(inputShape(features, windows)).toEqual(windowed);
});
