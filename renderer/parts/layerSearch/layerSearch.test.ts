import { describe, expect, test } from 'vitest';
import { fitLayer, fitLayers } from '#renderer/parts/layerSearch/fitLayer.ts';
import { searchLayers } from '#renderer/parts/layerSearch/searchLayers.ts';
import { findLayer, layers } from '#shared/layers/index.ts';

function found(query: string): readonly string[] {
  return searchLayers(layers, query).map(({ title }) => title);
}

describe('searching layers', () => {
  test('without a query gives all, in the order of the catalogue', () => {
    expect(searchLayers(layers, '  ')).toBe(layers);
  });

  test.each([
    ['dense', 'Dense'],
    ['conv2d', 'Conv2D'],
    ['Max', 'MaxPooling1D'],
    ['mp2', 'MaxPooling2D'],
    ['pool 2d', 'MaxPooling2D'],
    ['global max', 'GlobalMaxPooling1D'],
    ['batch', 'BatchNormalization'],
    ['max_pooling2d', 'MaxPooling2D'],
    ['flat', 'Flatten'],
  ])('%s finds %s first', (query, title) => {
    expect(found(query)[0]).toBe(title);
  });

  test('finds by Chinese name', () => {
    const dropout = findLayer('dropout');
    expect(found(dropout?.gloss ?? '')[0]).toBe('Dropout');
    expect(found('卷积')).toContain('Conv2D');
  });

  test('a title that begins with the query comes before one that holds it', () => {
    const titles = found('conv');
    expect(titles.indexOf('Conv1D')).toBeLessThan(titles.indexOf('SeparableConv2D'));
  });

  test('nothing answers nonsense', () => {
    expect(found('qqqqq')).toEqual([]);
  });
});

describe('what fits after an output', () => {
  const fit = (kind: string, shape: readonly number[]) => {
    const layer = findLayer(kind);
    if (layer === undefined) throw new Error(`no layer ${kind}`);
    return fitLayer(layer, shape);
  };

  test.each([
    ['maxPooling2d', [11, 11, 64], [5, 5, 64]],
    ['flatten', [3, 3, 64], [576]],
    ['output', [10], [10]],
  ])('%s after %j makes %j', (kind, shape, output) => {
    expect(fit(kind, shape)).toEqual({ fits: true, output });
  });

  test('a merging layer fits, but its output waits for the others', () => {
    expect(fit('add', [14, 14, 64])).toEqual({ fits: true, output: null });
  });

  test('says why a layer does not', () => {
    expect(fit('maxPooling1d', [11, 11, 64])).toEqual({
      fits: false,
      reason: { kind: 'rank', ranks: [2] },
    });
    expect(fit('inputLayer', [11])).toEqual({ fits: false, reason: { kind: 'noInputs' } });
  });

  test('what fits is listed apart from what does not, both in order', () => {
    const pooling = searchLayers(layers, 'maxpooling');
    const { fitting, others } = fitLayers(pooling, [11, 11, 64]);
    expect(fitting.map(({ layer }) => layer.kind)).toEqual(['maxPooling2d', 'globalMaxPooling2d']);
    expect(others.map(({ layer }) => layer.kind)).toEqual([
      'maxPooling1d',
      'maxPooling3d',
      'globalMaxPooling1d',
      'globalMaxPooling3d',
    ]);
  });
});
