import { describe, expect, test } from 'vitest';
import type { DataRecipe, Windows } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import { checkDocument } from '#shared/document/checkDocument.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { proposeDocument } from '#shared/document/proposeDocument.ts';
import { readDocument, writeDocument } from '#shared/document/readDocument.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

/** A recipe whose features are already as a network takes them: those of a source that was read. */
function recipeOf(features: readonly Feature[], more: Partial<DataRecipe> = {}): DataRecipe {
  return {
    source: { kind: 'penguins', params: {} },
    features,
    steps: [],
    windows: null,
    augmentations: [],
    split: {
      method: 'random',
      feature: null,
      validationFraction: 0.15,
      validation: 'split',
      testFraction: 0.15,
      folds: null,
    },
    bindings: { inputs: {}, outputs: {} },
    ...more,
  };
}

const number = (
  name: string,
  role: Feature['role'] = 'input',
  shape: Feature['shape'] = [],
): Feature => ({
  name,
  role,
  kind: 'number',
  shape,
  dtype: 'float32',
  classes: null,
});
const category = (
  name: string,
  classNames: readonly string[],
  role: Feature['role'] = 'target',
): Feature => ({
  name,
  role,
  kind: 'category',
  shape: [],
  dtype: 'text',
  classes: classNames.length,
  classNames,
});
const part = (
  name: string,
  kind: Feature['kind'],
  shape: Feature['shape'],
  more: Partial<Feature> = {},
): Feature => ({
  name,
  role: 'input',
  kind,
  shape,
  dtype: 'float32',
  classes: null,
  ...more,
});
const species = category('species', ['Adelie', 'Chinstrap', 'Gentoo']);
const windows: Windows = { length: 24, horizon: 1, stride: 1, series: null };

/** Kinds of the layers between input and output, in order. */
function kinds(document: StrataDocument): readonly string[] {
  return document.graph.nodes.map(({ kind }) => kind);
}

function errors(document: StrataDocument): readonly string[] {
  return checkDocument(document, inferGraph(document.graph, []))
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);
}

const cases: readonly (readonly [string, DataRecipe, readonly string[], string])[] = [
  [
    'rows of numbers, classes',
    recipeOf(
      [
        number('beak length (mm)'),
        number('mass'),
        category('island', ['a', 'b'], 'input'),
        species,
      ],
      {
        steps: [{ kind: 'oneHot', features: ['island'], params: {} }],
      },
    ),
    ['inputLayer', 'dense', 'dense', 'dense', 'output'],
    'sparseCategoricalCrossentropy',
  ],
  [
    'one-hot classes',
    recipeOf([number('a'), species], {
      steps: [{ kind: 'oneHot', features: ['species'], params: {} }],
    }),
    ['inputLayer', 'dense', 'dense', 'dense', 'output'],
    'categoricalCrossentropy',
  ],
  [
    'yes or no',
    recipeOf([number('a', 'input', [8]), category('spam', ['no', 'yes'])]),
    ['inputLayer', 'dense', 'dense', 'dense', 'output'],
    'binaryCrossentropy',
  ],
  [
    'a number',
    recipeOf([number('weight'), number('mpg', 'target')]),
    ['inputLayer', 'dense', 'dense', 'dense', 'output'],
    'meanSquaredError',
  ],
  [
    'small pictures',
    recipeOf([part('image', 'image', [28, 28, 1]), species]),
    [
      'inputLayer',
      'conv2d',
      'maxPooling2d',
      'conv2d',
      'maxPooling2d',
      'conv2d',
      'maxPooling2d',
      'flatten',
      'dropout',
      'dense',
      'dense',
      'output',
    ],
    'sparseCategoricalCrossentropy',
  ],
  [
    'large pictures',
    recipeOf([part('image', 'image', [224, 224, 3]), species]),
    [
      'inputLayer',
      'conv2d',
      'maxPooling2d',
      'conv2d',
      'maxPooling2d',
      'conv2d',
      'maxPooling2d',
      'globalAveragePooling2d',
      'dropout',
      'dense',
      'dense',
      'output',
    ],
    'sparseCategoricalCrossentropy',
  ],
  [
    'short texts',
    recipeOf([
      part('text', 'sequence', [50], { dtype: 'int32', classes: 5000 }),
      category('spam', ['no', 'yes']),
    ]),
    ['inputLayer', 'embedding', 'lstm', 'dense', 'dense', 'output'],
    'binaryCrossentropy',
  ],
  [
    'long texts',
    recipeOf([
      part('text', 'sequence', [400], { dtype: 'int32', classes: 5000 }),
      category('spam', ['no', 'yes']),
    ]),
    ['inputLayer', 'embedding', 'globalAveragePooling1d', 'dense', 'dense', 'output'],
    'binaryCrossentropy',
  ],
  [
    'spectrograms',
    recipeOf([part('sound', 'audio', [98, 40]), species]),
    [
      'inputLayer',
      'reshape',
      'conv2d',
      'maxPooling2d',
      'conv2d',
      'maxPooling2d',
      'conv2d',
      'maxPooling2d',
      'flatten',
      'dropout',
      'dense',
      'dense',
      'output',
    ],
    'sparseCategoricalCrossentropy',
  ],
  [
    'recordings as they are',
    recipeOf([part('sound', 'audio', [16_000]), species]),
    [
      'inputLayer',
      'reshape',
      'conv1d',
      'maxPooling1d',
      'conv1d',
      'maxPooling1d',
      'conv1d',
      'maxPooling1d',
      'globalAveragePooling1d',
      'dense',
      'dense',
      'output',
    ],
    'sparseCategoricalCrossentropy',
  ],
  [
    'windows',
    recipeOf([number('price', 'target')], { windows }),
    ['inputLayer', 'lstm', 'dense', 'output'],
    'meanSquaredError',
  ],
  [
    'long windows',
    recipeOf([number('a'), number('price', 'target')], { windows: { ...windows, length: 500 } }),
    [
      'inputLayer',
      'conv1d',
      'maxPooling1d',
      'conv1d',
      'maxPooling1d',
      'conv1d',
      'maxPooling1d',
      'globalAveragePooling1d',
      'dense',
      'dense',
      'output',
    ],
    'meanSquaredError',
  ],
  [
    'a picture beside numbers',
    recipeOf([part('image', 'image', [16, 16, 1]), number('age'), number('size'), species]),
    [
      ...['inputLayer', 'dense', 'dense'],
      ...[
        'inputLayer',
        'conv2d',
        'maxPooling2d',
        'conv2d',
        'maxPooling2d',
        'flatten',
        'dropout',
        'dense',
      ],
      ...['concatenate', 'dense', 'dense', 'output'],
    ],
    'sparseCategoricalCrossentropy',
  ],
];

describe('a starter network', () => {
  test.each(cases)('for %s has the right layers, loss and no error', (_, recipe, layers, loss) => {
    const document = proposeDocument('net', recipe, 500);
    expect(kinds(document)).toEqual(layers);
    expect(errors(document)).toEqual([]);
    expect(Object.values(document.training.outputs).map((output) => output.loss.kind)).toEqual([
      loss,
    ]);
  });

  test.each(cases)(
    'for %s is a valid document whose cards do not cover each other',
    (_, recipe) => {
      const document = proposeDocument('net', recipe, 500);
      const read = readDocument(writeDocument(document));
      expect(read).toMatchObject({ ok: true, value: { readOnly: null, repairs: [] } });
      const places = document.graph.nodes.map(({ position }) => `${position.x},${position.y}`);
      expect(new Set(places).size).toBe(places.length);
    },
  );

  test('joins numbers and binds by name', () => {
    const [, recipe] = cases[0] ?? [];
    if (recipe === undefined) throw new Error('no case');
    const { data, graph } = proposeDocument('net', recipe);
    expect(data.bindings).toEqual({
      inputs: { columns: ['beak length (mm)', 'mass', 'island'] },
      outputs: { species: 'species' },
    });
    expect(graph.nodes[0]?.params).toEqual({ shape: [4] });
  });

  test('has an output for each target', () => {
    const recipe = recipeOf([number('a'), number('mpg', 'target'), species]);
    const document = proposeDocument('net', recipe);
    expect(errors(document)).toEqual([]);
    expect(document.data.bindings.outputs).toEqual({ mpg: 'mpg', species: 'species' });
  });

  test('names a Chinese column in letters', () => {
    const document = proposeDocument(
      'net',
      recipeOf([number('年龄'), category('类别', ['是', '否'])]),
    );
    expect(document.data.bindings).toEqual({
      inputs: { data: ['年龄'] },
      outputs: { data_1: '类别' },
    });
    expect(errors(document)).toEqual([]);
  });

  test('trains long on little and briefly on much', () => {
    const recipe = recipeOf([number('a'), species]);
    const sizes = (rows: number) => {
      const { epochs, batchSize } = proposeDocument('net', recipe, rows).training;
      return [epochs, batchSize];
    };
    expect([300, 5000, 1_000_000].map(sizes)).toEqual([
      [100, 16],
      [13, 32],
      [5, 64],
    ]);
  });

  test('without a target says what is missing', () => {
    expect(errors(proposeDocument('net', recipeOf([number('a')])))).toEqual(['data.outputUnbound']);
  });
});
