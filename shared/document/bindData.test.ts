import { describe, expect, test } from 'vitest';
import type { DataRecipe } from '#shared/data/data.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import type { Feature } from '#shared/data/feature.ts';
import { bindData } from '#shared/document/bindData.ts';
import { checkDocument } from '#shared/document/checkDocument.ts';
import { applyEdit } from '#shared/document/edit.ts';
import { findTemplate } from '#shared/document/templates.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

const row = (name: string, size: number, role: Feature['role'] = 'input'): Feature => ({
  name,
  role,
  kind: 'number',
  shape: size === 0 ? [] : [size],
  dtype: 'float32',
  classes: null,
});
const image = (name: string, side: number): Feature => ({
  name,
  role: 'input',
  kind: 'image',
  shape: [side, side, 1],
  dtype: 'uint8',
  classes: null,
});

function recipeOf(features: readonly Feature[]): DataRecipe {
  return { ...emptyRecipe, source: { kind: 'penguins', params: {} }, features };
}

function bound(template: string, features: readonly Feature[]) {
  const found = findTemplate(template);
  if (found === undefined) throw new Error(template);
  return bindData(found.document, recipeOf(features)).bindings;
}

describe('a network takes', () => {
  test('the picture of its size, wherever it stands', () => {
    const features = [image('small', 8), image('photo', 28), row('answer', 0, 'target')];
    expect(bound('mnist-cnn', features)).toEqual({
      inputs: { image: ['photo'] },
      outputs: { digit: 'answer' },
    });
  });

  test('all columns together', () => {
    const features = [row('a', 0), row('b', 0), row('answer', 0, 'target')];
    expect(Object.values(bound('table-binary', features).inputs)).toEqual([['a', 'b']]);
  });

  test('the past of what is to be predicted, when asked for by the check', () => {
    const series = findTemplate('sine-forecast')?.document;
    if (series === undefined) throw new Error('no template');
    const unbound = {
      ...series,
      data: { ...series.data, bindings: { ...series.data.bindings, inputs: {} } },
    };
    const [problem] = checkDocument(unbound, inferGraph(unbound.graph, []));
    const [fix] = problem?.fixes ?? [];
    if (fix === undefined) throw new Error('no fix');
    expect(applyEdit(unbound, fix.edit).data.bindings).toEqual(series.data.bindings);
  });

  test('what does not fit, rather than nothing', () => {
    expect(bound('mnist-cnn', [image('photo', 64)]).inputs).toEqual({ image: ['photo'] });
    expect(bound('mnist-cnn', [])).toEqual({ inputs: {}, outputs: {} });
  });
});
