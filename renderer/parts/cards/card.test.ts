import { describe, expect, test } from 'vitest';
import { cardSize } from '#renderer/parts/cards/cardSize.ts';
import { freePort, portOffsets, shownInputs } from '#renderer/parts/cards/ports.ts';

describe('size of a card', () => {
  test.each([
    ['Conv2D', 'conv2d', '32 · 3×3 · relu', 126],
    ['MaxPooling2D', 'max_pooling2d', '2×2', 126],
    ['Conv2D', 'conv2d_1', '64 · 3×3 · stride 2', 126],
    ['GlobalAveragePooling2D', 'global_average_pooling2d', '', 186],
    ['Dense', 'a_name_that_nobody_should_give_to_a_layer_but_somebody_will', '64', 200],
  ])('%s %s', (title, name, highlights, width) => {
    expect(cardSize({ title, name, highlights }, 1).width).toBe(width);
  });

  test.each([
    [0, 90],
    [1, 90],
    [2, 90],
    [3, 90],
    [4, 110],
    [12, 300],
  ])('%i inputs make it %i high', (inputs, height) => {
    expect(cardSize({ title: 'Add', name: 'add', highlights: '' }, inputs).height).toBe(height);
  });
});

describe('input dots', () => {
  test('stand around the middle', () => {
    expect(portOffsets(1)).toEqual([0]);
    expect(portOffsets(2)).toEqual([-22, 22]);
    expect(portOffsets(3)).toEqual([-28, 0, 28]);
    expect(portOffsets(4)).toEqual([-36, -12, 12, 36]);
  });

  const used = (...ports: number[]): ReadonlySet<number> => new Set(ports);

  test.each([
    ['a plain layer', { min: 1, max: 1, used: used(0) }, 1, 1],
    ['an input', { min: 0, max: 0, used: used() }, 0, 0],
    ['an empty merge', { min: 2, max: null, used: used() }, 2, 2],
    ['a full merge', { min: 2, max: null, used: used(0, 1) }, 2, 3],
    ['a merge with a gap', { min: 2, max: null, used: used(0, 2) }, 3, 3],
    ['a merge of exactly two', { min: 2, max: 2, used: used(0, 1) }, 2, 2],
  ])('%s', (_name, use, resting, connecting) => {
    expect(shownInputs(use, false)).toBe(resting);
    expect(shownInputs(use, true)).toBe(connecting);
  });

  test('the free port', () => {
    expect(freePort({ max: 1, used: used() })).toBe(0);
    expect(freePort({ max: 1, used: used(0) })).toBeNull();
    expect(freePort({ max: null, used: used(0, 2) })).toBe(1);
    expect(freePort({ max: 0, used: used() })).toBeNull();
  });
});
