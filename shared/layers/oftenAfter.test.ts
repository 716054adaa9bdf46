import { describe, expect, test } from 'vitest';
import { findLayer, layers } from '#shared/layers/index.ts';
import { oftenAfter } from '#shared/layers/oftenAfter.ts';

describe.each(layers.map(({ kind }) => kind))('after %s', (kind) => {
  test('only layers that exist are offered, none twice', () => {
    const next = oftenAfter(kind);
    expect(next.filter((other) => findLayer(other) === undefined)).toEqual([]);
    expect(new Set(next).size).toBe(next.length);
    if (kind !== 'output') expect(next.length).toBeGreaterThan(0);
  });
});

test('a kind that is not known has no successors', () => {
  expect(oftenAfter('wishfulLayer')).toEqual([]);
});
