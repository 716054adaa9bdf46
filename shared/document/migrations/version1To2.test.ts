import { expect, test } from 'vitest';
import { version1To2 } from '#shared/document/migrations/version1To2.ts';
import { readDocument } from '#shared/document/readDocument.ts';

const data = {
  source: { kind: 'mnist', params: {} },
  steps: [
    { kind: 'scale', params: { divisor: 255 }, feature: 'image' },
    { kind: 'oneHot', params: { classes: 10 }, feature: 'label', later: true },
  ],
  split: { validation: 'test', validationFraction: 0.1, testFraction: 0 },
  bindings: { inputs: { image: 'image' }, outputs: { digit: 'label' } },
};

const after = {
  source: { kind: 'mnist', params: {} },
  features: [],
  steps: [
    { kind: 'scale', params: { divisor: 255 }, features: ['image'] },
    { kind: 'oneHot', params: { classes: 10 }, features: ['label'], later: true },
  ],
  windows: null,
  augmentations: [],
  split: {
    method: 'random',
    feature: null,
    validation: 'test',
    validationFraction: 0.1,
    testFraction: 0,
    folds: null,
  },
  bindings: { inputs: { image: ['image'] }, outputs: { digit: 'label' } },
};

test('steps and inputs get lists, and what is new is empty', () => {
  expect(version1To2({ data })).toEqual({ data: after });
});

test.each<[string, unknown, unknown]>([
  ['no data', undefined, undefined],
  ['data of another form', 'none', 'none'],
  [
    'parts of other forms',
    { steps: 3, split: null, bindings: { inputs: { a: 5 } } },
    {
      features: [],
      steps: 3,
      windows: null,
      augmentations: [],
      split: null,
      bindings: { inputs: { a: [] } },
    },
  ],
])('does not stumble over %s', (_, given, expected) => {
  expect(version1To2({ data: given })['data']).toEqual(expected);
});

test('a file of version 1 is read, and nothing of it is lost', () => {
  const read = readDocument(
    JSON.stringify({
      format: 'strata',
      version: 1,
      id: 'x',
      graph: {
        nodes: [
          { id: 'image', kind: 'inputLayer', name: 'image', params: {}, position: { x: 0, y: 0 } },
          { id: 'digit', kind: 'output', name: 'digit', params: {}, position: { x: 0, y: 0 } },
        ],
        edges: [],
        notes: [],
      },
      data,
    }),
  );
  if (!read.ok) throw new Error(read.problem.code);
  expect(read.value.document.version).toBe(2);
  expect(read.value.readOnly).toBeNull();
  expect(read.value.document.data).toEqual(after);
});
