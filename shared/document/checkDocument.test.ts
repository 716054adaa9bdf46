import { describe, expect, test } from 'vitest';
import { checkDocument } from '#shared/document/checkDocument.ts';
import { describe as describeProblem } from '#shared/document/describe.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Edit } from '#shared/document/edit.ts';
import { applyEdit } from '#shared/document/edit.ts';
import { makeEdge } from '#shared/document/ids.ts';
import { findTemplate, templates } from '#shared/document/templates.ts';
import type { GraphNode, NodeId } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import type { Feature, FeatureKind, FeatureRole } from '#shared/data/feature.ts';

const id = (text: string) => text as NodeId;

function template(name: string, ...edits: readonly Edit[]): StrataDocument {
  const found = findTemplate(name);
  if (found === undefined) throw new Error(`No template ${name}`);
  return edits.reduce(applyEdit, found.document);
}

function check(document: StrataDocument) {
  return checkDocument(document, inferGraph(document.graph, document.blocks));
}

function node(name: string, kind: string, params: ParamValues = {}): GraphNode {
  return { id: id(name), kind, name, params, position: { x: 0, y: 0 } };
}

function add(name: string, kind: string, params: ParamValues, ...from: readonly string[]): Edit {
  return {
    type: 'addNode',
    node: node(name, kind, params),
    edges: from.map((source, port) =>
      makeEdge({ node: id(source), port: 0 }, { node: id(name), port }),
    ),
  };
}

const insert = (name: string, kind: string, params: ParamValues, edge: string): Edit => ({
  type: 'insertOnEdge',
  node: node(name, kind, params),
  edge: edge as never,
});

const set = (name: string, params: ParamValues): Edit => ({
  type: 'setParams',
  node: id(name),
  params,
});

/** Input, two branches, Add: as in the picture of the problem screen. */
const mismatch = template(
  'blank',
  add('input', 'inputLayer', { shape: [28, 28, 1] }),
  add('conv2d', 'conv2d', { filters: 32, padding: 'same' }, 'input'),
  add('conv2d_1', 'conv2d', { filters: 64, strides: [2, 2], padding: 'same' }, 'conv2d'),
  add('conv2d_2', 'conv2d', { filters: 64, padding: 'same' }, 'conv2d_1'),
  add('max_pooling2d', 'maxPooling2d', {}, 'conv2d'),
  add('add', 'add', {}, 'conv2d_2', 'max_pooling2d'),
  add('pool', 'globalAveragePooling2d', {}, 'add'),
  add('dense', 'dense', { units: 10 }, 'pool'),
  add('output', 'output', {}, 'dense'),
);

interface Case {
  readonly name: string;
  readonly document: StrataDocument;
  readonly code: string;
  readonly sentence: string;
  /** Titles of the fixes offered. */
  readonly fixes: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'merging different channels',
    document: mismatch,
    code: 'document.channelsDiffer',
    sentence: 'Add can’t combine 14×14×64 and 14×14×32.',
    fixes: [
      'Insert Conv2D 1×1 after max_pooling2d',
      'Set filters of conv2d_2 to 32',
      'Replace Add with Concatenate',
    ],
  },
  {
    name: 'a missing input',
    document: template('mnist-cnn', { type: 'disconnect', edges: ['dense:0' as never] }),
    code: 'graph.missingInput',
    sentence: 'dense has no input.',
    fixes: ['Connect flatten to dense'],
  },
  {
    name: 'a circle',
    document: template('mnist-mlp', add('add', 'add', {}, 'dense'), {
      type: 'connect',
      edge: makeEdge({ node: id('add'), port: 0 }, { node: id('add'), port: 1 }),
    }),
    code: 'graph.cycle',
    sentence: 'The lines form a circle: add.',
    fixes: ['Remove the line from add to add'],
  },
  {
    name: 'a wrong rank',
    document: template('mnist-mlp', set('dense', { units: 128 }), {
      type: 'replaceNode',
      node: id('dense'),
      kind: 'conv2d',
      params: {},
    }),
    code: 'layers.wrongRank',
    sentence: 'Conv2D can’t take 784.',
    fixes: ['Insert Reshape 28×28×1 after flatten'],
  },
  {
    name: 'a sequence layer after one that gives only its end',
    document: template('text-lstm', {
      type: 'insertOnEdge',
      node: node('gru', 'gru', { units: 8 }),
      edge: 'dense:0' as never,
    }),
    code: 'layers.wrongRank',
    sentence: 'GRU can’t take 16.',
    fixes: ['Set returnSequences of lstm to true', 'Insert Reshape 16×1 after lstm'],
  },
  {
    name: 'a kernel larger than its input',
    document: template('mnist-cnn', set('conv2d_2', { kernelSize: [7, 7] })),
    code: 'convolution.kernelLargerThanInput',
    sentence: 'A 7×7 kernel doesn’t fit into 5×5.',
    fixes: ['Set kernelSize to 5×5', 'Set padding to same'],
  },
  {
    name: 'an unused layer',
    document: template('mnist-cnn', add('extra', 'dense', {}, 'flatten')),
    code: 'document.unusedLayer',
    sentence: 'extra leads to no output.',
    fixes: ['Delete extra', 'Add an output after extra'],
  },
  {
    name: 'no output',
    document: template('mnist-cnn', { type: 'removeNodes', ids: [id('digit')] }),
    code: 'document.noOutput',
    sentence: 'The network has no output.',
    fixes: ['Add an output after dense_1'],
  },
  {
    name: 'no input',
    document: template('mnist-cnn', { type: 'removeNodes', ids: [id('image')] }),
    code: 'document.noInput',
    sentence: 'The network has no input.',
    fixes: ['Add an input before conv2d'],
  },
  {
    name: 'one name twice',
    document: template('mnist-cnn', { type: 'renameNode', node: id('dense_1'), name: 'dense' }),
    code: 'document.nameTwice',
    sentence: 'Two layers are named dense.',
    fixes: ['Rename to dense_1'],
  },
  {
    name: 'a name that code cannot have',
    document: template('mnist-cnn', {
      type: 'renameNode',
      node: id('dense_1'),
      name: 'my layer/2',
    }),
    code: 'document.nameInvalid',
    sentence: '“my layer/2” cannot be the name of a layer.',
    fixes: ['Rename to my_layer_2'],
  },
  {
    name: 'a loss that does not suit the last layer',
    document: template('mnist-cnn', set('dense_1', { activation: 'linear' })),
    code: 'training.lossNeedsActivation',
    sentence: 'SparseCategoricalCrossentropy does not suit a last layer with linear.',
    fixes: ['Set activation of dense_1 to softmax'],
  },
  {
    name: 'softmax over one number',
    document: template('table-binary', set('dense_1', { activation: 'softmax' })),
    code: 'training.softmaxOfOne',
    sentence: 'target would always be 1.',
    fixes: ['Set activation of dense_1 to sigmoid'],
  },
  {
    name: 'fewer units than classes',
    document: template('mnist-cnn', set('dense_1', { units: 9 })),
    code: 'training.unitsNotClasses',
    sentence: 'digit has 9 outputs, and label has 10 classes.',
    fixes: ['Set units of dense_1 to 10'],
  },
  {
    name: 'class numbers with a loss for one-hot targets',
    document: template('mnist-mlp', {
      type: 'setData',
      data: { steps: [{ kind: 'scale', features: ['image'], params: { divisor: 255 } }] },
    }),
    code: 'training.targetDiffers',
    sentence: 'digit cannot be compared with label.',
    fixes: ['Use SparseCategoricalCrossentropy', 'One-hot encode label (10 classes)'],
  },
  {
    name: 'a yes-or-no loss for ten classes',
    document: template('mnist-cnn', set('dense_1', { units: 1, activation: 'sigmoid' }), {
      type: 'setOutputTraining',
      node: id('digit'),
      training: { loss: { kind: 'binaryCrossentropy', params: {} }, weight: 1, metrics: [] },
    }),
    code: 'training.binaryNeedsTwoClasses',
    sentence: 'BinaryCrossentropy tells two classes apart, and label has 10.',
    fixes: ['Set 10 units with softmax, use SparseCategoricalCrossentropy'],
  },
  {
    name: 'images that never became rows',
    document: template('mnist-cnn', { type: 'removeNodes', ids: [id('flatten')], bridge: true }),
    code: 'training.targetDiffers',
    sentence: 'digit cannot be compared with label.',
    fixes: ['Insert Flatten after dense', 'Insert GlobalAveragePooling2D after dense'],
  },
  {
    name: 'an input of another shape than the data',
    document: template('mnist-mlp', set('image', { shape: [32, 32, 1] })),
    code: 'data.inputShapeDiffers',
    sentence: 'image takes 32×32×1, but image is 28×28×1.',
    fixes: ['Set shape of image to 28×28×1'],
  },
  {
    name: 'an input that nothing feeds',
    document: template('two-inputs', {
      type: 'setData',
      data: { bindings: { inputs: { first: ['first'] }, outputs: { target: 'target' } } },
    }),
    code: 'data.inputUnbound',
    sentence: 'Nothing feeds second.',
    fixes: ['Feed second with second', 'Feed second with first'],
  },
  {
    name: 'an output without target',
    document: template('two-inputs', {
      type: 'setData',
      data: { bindings: { inputs: { first: ['first'], second: ['second'] }, outputs: {} } },
    }),
    code: 'data.outputUnbound',
    sentence: 'target is not compared with anything.',
    fixes: ['Compare target with target'],
  },
  {
    name: 'an output without loss',
    document: template('mnist-cnn', {
      type: 'setOutputTraining',
      node: id('digit'),
      training: null,
    }),
    code: 'training.outputWithoutLoss',
    sentence: 'digit has no loss.',
    fixes: ['Use SparseCategoricalCrossentropy'],
  },
  {
    name: 'no data',
    document: template('mnist-cnn', { type: 'setData', data: { source: null, steps: [] } }),
    code: 'data.noSource',
    sentence: 'No data is chosen.',
    fixes: ['Use MNIST digits'],
  },
  {
    name: 'data whose folder is not given',
    document: template('cifar10-cnn'),
    code: 'data.sourceIncomplete',
    sentence: 'CIFAR-10 photos is not complete: folder is missing.',
    fixes: [],
  },
  {
    name: 'validation with a test part that does not exist',
    document: template('table-binary', {
      type: 'setData',
      data: { split: { ...emptyRecipe.split, validation: 'test', validationFraction: 0.2 } },
    }),
    code: 'data.noTestPart',
    sentence: 'The data has no test part to validate with.',
    fixes: ['Hold back a part of the training examples for validation'],
  },
  {
    name: 'validation with test files that are not given',
    document: template('mnist-mlp', {
      type: 'setData',
      data: { source: { kind: 'idx', params: { images: 'a', labels: 'b' } } },
    }),
    code: 'data.noTestPart',
    sentence: 'The data has no test part to validate with.',
    fixes: ['Hold back a part of the training examples for validation'],
  },
  {
    name: 'decimals for an embedding',
    document: template('text-lstm', set('tokens', { dtype: 'float32' })),
    code: 'embedding.floatInput',
    sentence: 'Embedding looks up whole numbers, and decimals arrive.',
    fixes: ['Set dtype of tokens to int32'],
  },
  {
    name: 'decimals that reach an embedding through a Reshape',
    document: template(
      'text-lstm',
      set('tokens', { dtype: 'float32' }),
      insert('reshape', 'reshape', { targetShape: [20] }, 'embedding:0'),
    ),
    code: 'embedding.floatInput',
    sentence: 'Embedding looks up whole numbers, and decimals arrive.',
    fixes: ['Set dtype of tokens to int32'],
  },
  {
    name: 'a computing layer before an embedding',
    document: template('text-lstm', insert('dense_9', 'dense', { units: 20 }, 'embedding:0')),
    code: 'embedding.floatInput',
    sentence: 'Embedding looks up whole numbers, and decimals arrive.',
    fixes: [],
  },
  {
    name: 'padding marks that a layer between does not carry',
    document: template(
      'text-lstm',
      set('embedding', { maskZero: true }),
      insert('conv1d', 'conv1d', {}, 'lstm:0'),
    ),
    code: 'document.maskMissing',
    sentence: 'lstm would get the padding marks of embedding, which do not belong to its steps.',
    fixes: ['Turn maskZero of embedding off'],
  },
  {
    name: 'padding marks that a sum spoils',
    document: template(
      'text-lstm',
      set('embedding', { maskZero: true }),
      add('sum', 'add', {}, 'embedding', 'embedding'),
      {
        type: 'connect',
        edge: makeEdge({ node: id('sum'), port: 0 }, { node: id('lstm'), port: 0 }),
      },
    ),
    code: 'document.maskMissing',
    sentence: 'lstm would get the padding marks of embedding, which do not belong to its steps.',
    fixes: ['Turn maskZero of embedding off'],
  },
  {
    name: 'a Softmax layer in a network with padding marks',
    document: template(
      'text-lstm',
      set('embedding', { maskZero: true }),
      insert('softmax', 'softmax', {}, 'dense:0'),
    ),
    code: 'document.maskFails',
    sentence: 'softmax cannot run while embedding marks padding.',
    fixes: ['Replace softmax with an Activation', 'Turn maskZero of embedding off'],
  },
  {
    name: 'padding marks that nothing uses',
    document: template('text-lstm', set('embedding', { maskZero: true }), {
      type: 'replaceNode',
      node: id('lstm'),
      kind: 'globalAveragePooling1d',
      params: {},
    }),
    code: 'document.maskUnused',
    sentence: 'Nothing uses the padding marks of embedding.',
    fixes: ['Turn maskZero of embedding off'],
  },
  {
    name: 'a Masking layer whose marks nothing uses',
    document: template('sine-forecast', insert('masking', 'masking', {}, 'lstm:0'), {
      type: 'replaceNode',
      node: id('lstm'),
      kind: 'globalAveragePooling1d',
      params: {},
    }),
    code: 'document.maskUnused',
    sentence: 'Nothing uses the padding marks of masking.',
    fixes: ['Remove masking'],
  },
  {
    name: 'a Masking layer whose marks do not arrive',
    document: template(
      'sine-forecast',
      insert('conv1d', 'conv1d', {}, 'lstm:0'),
      insert('masking', 'masking', {}, 'conv1d:0'),
    ),
    code: 'document.maskMissing',
    sentence: 'lstm would get the padding marks of masking, which do not belong to its steps.',
    fixes: ['Remove masking'],
  },
  {
    name: 'padding marks for attention with several inputs',
    document: template('text-lstm', set('embedding', { maskZero: true }), {
      type: 'batch',
      label: { en: 'Attention', 'zh-CN': '注意力' },
      edits: [
        insert('attention', 'attention', {}, 'lstm:0'),
        {
          type: 'connect',
          edge: makeEdge({ node: id('embedding'), port: 0 }, { node: id('attention'), port: 1 }),
        },
        {
          type: 'replaceNode',
          node: id('lstm'),
          kind: 'globalAveragePooling1d',
          params: {},
        },
      ],
    }),
    code: 'document.maskMissed',
    sentence: 'attention would need the padding marks of embedding, and cannot get them.',
    fixes: ['Turn maskZero of embedding off'],
  },
  {
    name: 'a batch larger than the data',
    document: template('table-binary', { type: 'setTraining', training: { batchSize: 5000 } }),
    code: 'training.batchLargerThanData',
    sentence: 'A batch of 5,000 is larger than the training data.',
    fixes: ['Set the batch size to 32'],
  },
  {
    name: 'early stopping without validation',
    document: template(
      'table-binary',
      {
        type: 'setTraining',
        training: {
          stopping: {
            monitor: 'valLoss',
            patienceEpochs: 3,
            minDelta: 0,
            restoreBestWeights: true,
          },
        },
      },
      {
        type: 'setData',
        data: { split: emptyRecipe.split },
      },
    ),
    code: 'training.monitorMissing',
    sentence: 'Early stopping watches valLoss, which is not measured.',
    fixes: ['Hold back a part of the training examples for validation', 'Watch the training loss'],
  },
  {
    name: 'a metric for other targets',
    document: template('mnist-cnn', {
      type: 'setOutputTraining',
      node: id('digit'),
      training: {
        loss: { kind: 'sparseCategoricalCrossentropy', params: {} },
        weight: 1,
        metrics: [{ kind: 'precision', params: {} }],
      },
    }),
    code: 'training.metricDoesNotFit',
    sentence: 'Precision means nothing together with SparseCategoricalCrossentropy.',
    fixes: ['Remove Precision'],
  },
  {
    name: 'an unknown optimizer',
    document: template('mnist-cnn', {
      type: 'setTraining',
      training: { optimizer: { kind: 'lion', params: {} } },
    }),
    code: 'training.unknownKind',
    sentence: 'This program does not know lion.',
    fixes: [],
  },
  {
    name: 'a learning rate out of range',
    document: template('mnist-cnn', {
      type: 'setTraining',
      training: { optimizer: { kind: 'adam', params: { learningRate: -1 } } },
    }),
    code: 'params.tooSmall',
    sentence: 'learningRate is −1, less than 0.',
    fixes: ['Set learningRate to 0.001'],
  },
  {
    name: 'a step on a feature that the data lacks',
    document: template('table-binary', {
      type: 'setData',
      data: { steps: [{ kind: 'scale', features: ['image'], params: {} }] },
    }),
    code: 'data.noSuchFeature',
    sentence: 'The step Scale works on image, which the data does not have.',
    fixes: ['Remove the step'],
  },
  {
    name: 'a step that drops rows after one that learns',
    document: template('table-binary', {
      type: 'setData',
      data: {
        steps: [
          { kind: 'standardize', features: ['columns'], params: {} },
          { kind: 'dropMissing', features: ['columns'], params: {} },
        ],
      },
    }),
    code: 'data.rowsAfterLearning',
    sentence: 'The step Drop rows with gaps comes too late for columns.',
    fixes: ['Move it before the steps that learn'],
  },
  {
    name: 'a step that cannot take a feature',
    document: template('table-binary', {
      type: 'setData',
      data: { steps: [{ kind: 'cleanText', features: ['columns'], params: {} }] },
    }),
    code: 'steps.alreadyNumbers',
    sentence: 'Clean text cannot take columns: it already holds numbers.',
    fixes: ['Remove the step'],
  },
  {
    name: 'a step for another kind of feature',
    document: template('mnist-mlp', {
      type: 'setData',
      data: { steps: [{ kind: 'movingAverage', features: ['label', 'image'], params: {} }] },
    }),
    code: 'data.wrongKind',
    sentence: 'The step Moving average cannot take label.',
    fixes: ['Remove the step'],
  },
  {
    name: 'an augmentation that nobody knows',
    document: template('mnist-mlp', {
      type: 'setData',
      data: {
        augmentations: [
          { kind: 'rotate', feature: 'image', params: {} },
          { kind: 'melt', feature: 'image', params: {} },
        ],
      },
    }),
    code: 'data.unknownAugmentation',
    sentence: 'This program does not know the augmentation melt.',
    fixes: ['Remove the augmentation'],
  },
  {
    name: 'an augmentation of a feature that is not there',
    document: template('mnist-mlp', {
      type: 'setData',
      data: {
        augmentations: [
          { kind: 'rotate', feature: 'image', params: {} },
          { kind: 'flip', feature: 'picture', params: {} },
        ],
      },
    }),
    code: 'data.noAugmentedFeature',
    sentence: 'The augmentation Flip changes picture, which the data does not have.',
    fixes: ['Remove the augmentation'],
  },
  {
    name: 'an augmentation for another kind of feature',
    document: template('mnist-mlp', {
      type: 'setData',
      data: {
        augmentations: [
          { kind: 'rotate', feature: 'image', params: {} },
          { kind: 'shiftTime', feature: 'image', params: {} },
        ],
      },
    }),
    code: 'data.wrongAugmentation',
    sentence: 'The augmentation Shift in time cannot change image.',
    fixes: ['Remove the augmentation'],
  },
  {
    name: 'groups without a feature',
    document: template('two-inputs', {
      type: 'setData',
      data: { split: { ...emptyRecipe.split, method: 'group' } },
    }),
    code: 'data.splitNeedsFeature',
    sentence: 'Nothing is chosen to divide by.',
    fixes: ['Divide by first', 'Divide at random'],
  },
  {
    name: 'times that the data lack',
    document: template('table-binary', {
      type: 'setData',
      data: { split: { ...emptyRecipe.split, method: 'time', feature: 'day' } },
    }),
    code: 'data.noSplitFeature',
    sentence: 'The rows are divided by day, which the data does not have.',
    fixes: ['Divide by columns', 'Divide at random'],
  },
  {
    name: 'series that the data lack',
    document: template('table-binary', {
      type: 'setData',
      data: { windows: { length: 1, horizon: 0, stride: 1, series: 'shop' } },
    }),
    code: 'data.noSeriesFeature',
    sentence: 'Windows tell series apart by shop, which the data does not have.',
    fixes: ['Take all rows for one series'],
  },
  {
    name: 'an unknown layer',
    document: template('mnist-cnn', {
      type: 'insertOnEdge',
      node: node('odd', 'quantumLayer'),
      edge: 'dense_1:0' as never,
    }),
    code: 'graph.unknownLayer',
    sentence: 'This program does not know the layer quantumLayer.',
    fixes: ['Delete odd'],
  },
  {
    name: 'nothing at all',
    document: template('blank'),
    code: 'document.empty',
    sentence: 'The network is empty.',
    fixes: [],
  },
];

describe('checkDocument', () => {
  const complete = templates.filter(({ id: name }) => name !== 'blank' && name !== 'cifar10-cnn');

  test.each(complete.filter(({ document }) => document.data.source !== null))(
    'finds nothing in the template $id',
    ({ document }) => {
      expect(check(document)).toEqual([]);
    },
  );

  // Known architectures for pictures that do not come with the program.
  test.each(complete.filter(({ document }) => document.data.source === null))(
    'finds that the template $id has no data, and nothing else',
    ({ document, category }) => {
      expect(category).toBe('architectures');
      expect(check(document).map(({ code }) => code)).toEqual(['data.noSource']);
    },
  );

  test.each(cases)('finds $name', ({ document, code, sentence, fixes }) => {
    const problem = check(document).find((each) => each.code === code);
    expect(check(document).map((each) => each.code)).toContain(code);
    expect(problem && describeProblem(problem, 'en').sentence).toBe(sentence);
    expect(problem && describeProblem(problem, 'zh-CN').sentence).toMatch(/\p{Script=Han}/u);
    expect(problem?.fixes?.map((fix) => fix.title.en) ?? []).toEqual(fixes);
    expect(problem?.fixes?.map((fix) => fix.recommended ?? false) ?? []).toEqual(
      fixes.map((_title, index) => index === 0),
    );
  });

  test('finds nothing where padding marks reach a recurrent layer', () => {
    const document = template(
      'text-lstm',
      set('embedding', { maskZero: true }),
      set('lstm', { returnSequences: true, bidirectional: true }),
      insert('gru', 'gru', {}, 'dense:0'),
      insert('dropout', 'dropout', {}, 'gru:0'),
    );
    expect(check(document)).toEqual([]);
  });

  test.each(cases)('every fix of $name mends it', ({ document, code }) => {
    const before = check(document);
    const problem = before.find((each) => each.code === code);
    for (const fix of problem?.fixes ?? []) {
      expect(fix.title['zh-CN']).toMatch(/\p{Script=Han}/u);
      const after = check(applyEdit(document, fix.edit));
      const same = after.filter((each) => each.code === code);
      expect(same.length, fix.title.en).toBeLessThan(
        before.filter((each) => each.code === code).length,
      );
    }
  });
});

describe('weights of examples', () => {
  const feature = (name: string, role: FeatureRole, kind: FeatureKind = 'number'): Feature => ({
    name,
    role,
    kind,
    shape: [],
    dtype: kind === 'number' ? 'float32' : 'text',
    classes: null,
  });
  const weighed = (...features: readonly Feature[]) =>
    template('blank', {
      type: 'setData',
      data: { source: { kind: 'table', params: { file: 'a.csv' } }, features },
    });
  const codes = (document: StrataDocument) =>
    check(document)
      .map(({ code }) => code)
      .filter((code) => code.toLowerCase().includes('weight'));

  test('one number is right, and so is none', () => {
    expect(codes(weighed(feature('w', 'weight')))).toEqual([]);
    expect(codes(weighed(feature('w', 'input')))).toEqual([]);
  });

  test.each([
    [
      'data.severalWeights',
      [feature('w', 'weight'), feature('v', 'weight')],
      ['weight', 'ignored'],
    ],
    ['data.weightNotNumber', [feature('w', 'weight', 'text')], ['ignored']],
  ])('%s, and the fix mends it', (code, features, roles) => {
    const document = weighed(...features);
    expect(codes(document)).toEqual([code]);
    const fix = check(document).find((problem) => problem.code === code)?.fixes?.[0];
    if (fix === undefined) expect.fail('There is no fix.');
    const mended = applyEdit(document, fix.edit);
    expect(codes(mended)).toEqual([]);
    expect(mended.data.features.map(({ role }) => role)).toEqual(roles);
  });
});
