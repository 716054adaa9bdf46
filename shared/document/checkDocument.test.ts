import { describe, expect, test } from 'vitest';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import type { Case } from '#shared/document/checks/casesForTests.ts';
import {
  add,
  check,
  id,
  insert,
  node,
  set,
  template,
} from '#shared/document/checks/casesForTests.ts';
import { dataCases } from '#shared/document/checks/dataCasesForTests.ts';
import { describe as describeProblem } from '#shared/document/describe.ts';
import { applyEdit } from '#shared/document/edit.ts';
import { makeEdge } from '#shared/document/ids.ts';
import { templates } from '#shared/document/templates.ts';

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

  test.each([...cases, ...dataCases])('finds $name', ({ document, code, sentence, fixes }) => {
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

  test.each([...cases, ...dataCases])('every fix of $name mends it', ({ document, code }) => {
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
