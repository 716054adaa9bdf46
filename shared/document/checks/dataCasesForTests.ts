import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import type { Case } from '#shared/document/checks/casesForTests.ts';
import { set, template } from '#shared/document/checks/casesForTests.ts';

/** What is found in data, their preparation and their division. */
export const dataCases: readonly Case[] = [
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
];
