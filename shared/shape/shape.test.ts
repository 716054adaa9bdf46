import { describe, expect, test } from 'vitest';
import {
  axisIndex,
  broadcastShapes,
  elementCount,
  formatShape,
  knownElementCount,
  shapesEqual,
} from '#shared/shape/shape.ts';
import type { Shape } from '#shared/shape/shape.ts';

test.each<[Shape, string]>([
  [[26, 26, 32], '26×26×32'],
  [[null, 8], '?×8'],
  [[10], '10'],
  [[], '()'],
])('%j prints as %s', (shape, text) => {
  expect(formatShape(shape)).toBe(text);
});

test.each<[Shape, Shape, boolean]>([
  [[2, 3], [2, 3], true],
  [[2, 3], [2], false],
  [[2, null], [2, null], true],
  [[2, null], [2, 3], false],
])('%j equals %j: %s', (a, b, expected) => {
  expect(shapesEqual(a, b)).toBe(expected);
});

describe('counting', () => {
  test('an unknown size makes the count unknown', () => {
    expect(elementCount([28, 28, 1])).toBe(784);
    expect(elementCount([])).toBe(1);
    expect(elementCount([null, 8])).toBe(null);
    expect(knownElementCount([null, 8])).toBe(8);
  });
});

test.each<[Shape, Shape, Shape | null]>([
  [
    [14, 14, 64],
    [14, 14, 64],
    [14, 14, 64],
  ],
  [[14, 14, 64], [14, 14, 32], null],
  [
    [14, 14, 64],
    [1, 1, 64],
    [14, 14, 64],
  ],
  [[4, 3], [3], [4, 3]],
  [[3], [4, 3], [4, 3]],
  [
    [null, 3],
    [5, 3],
    [null, 3],
  ],
])('%j with %j gives %j', (a, b, expected) => {
  expect(broadcastShapes(a, b)).toEqual(expected);
});

test.each<[number, number, number | null]>([
  [-1, 3, 2],
  [-3, 3, 0],
  [-4, 3, null],
  [0, 3, null],
  [1, 3, 0],
  [3, 3, 2],
  [4, 3, null],
])('axis %i of rank %i is index %j', (axis, rank, expected) => {
  expect(axisIndex(axis, rank)).toBe(expected);
});
