import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { prepareExamples } from '#main/engine/data/examples/examplesForTests.ts';
import { divideExamples } from '#main/engine/data/division/divideExamples.ts';
import { epochOrder } from '#main/engine/train/epochOrder.ts';
import type { TargetColumn } from '#main/engine/data/preparation/targets.ts';
import { toTarget } from '#main/engine/data/preparation/targets.ts';
import type { Dataset, Values } from '#main/engine/data/source/table.ts';
import type { PreparationStep, Split } from '#shared/data/data.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { templates } from '#shared/document/templates.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';

/** Sizes of the parts of 100 rows. */
function sizes(split: Partial<Split>, takesTest: boolean): readonly number[] {
  const { train, validation, test: held } = divided(100, split, 3, takesTest);
  return [train.length, validation.length, held.length];
}

function divided(count: number, split: Partial<Split>, seed: number, takesTest = true) {
  return divideExamples({
    split: { ...emptyRecipe.split, ...split },
    windows: null,
    rows: { order: null, count, starts: [0] },
    keys: null,
    seed,
    takesTest,
  });
}

describe('dividing', () => {
  test.each<[string, Partial<Split>, boolean, readonly number[]]>([
    ['a part for validation', { validation: 'split', validationFraction: 0.2 }, true, [80, 20, 0]],
    [
      'parts for validation and test',
      { validation: 'split', validationFraction: 0.15, testFraction: 0.15 },
      true,
      [70, 15, 15],
    ],
    [
      'a held-back test part that validates',
      { validation: 'test', testFraction: 0.1 },
      true,
      [90, 0, 10],
    ],
    [
      'a source with its own test part',
      { validation: 'test', testFraction: 0.5 },
      false,
      [100, 0, 0],
    ],
    ['none', { validationFraction: 0.5 }, true, [100, 0, 0]],
  ])('%s', (_, split, takesTest, expected) => {
    expect(sizes(split, takesTest)).toEqual(expected);
  });

  test('no example is in two parts, and the seed decides', () => {
    const split = { validation: 'split', validationFraction: 0.3, testFraction: 0.2 } as const;
    const rows = (seed: number): number[][] => {
      const { train, validation, test: held } = divided(50, split, seed);
      return [train, validation, held].map((part) => Array.from(part));
    };
    expect(
      rows(1)
        .flat()
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(rows(1)).toEqual(rows(1));
    expect(rows(1)).not.toEqual(rows(2));
  });

  test('each epoch has an order of its own', () => {
    expect([...epochOrder(4, false, 1, 0)]).toEqual([0, 1, 2, 3]);
    expect(epochOrder(100, true, 1, 0)).toEqual(epochOrder(100, true, 1, 0));
    expect(epochOrder(100, true, 1, 0)).not.toEqual(epochOrder(100, true, 1, 1));
    expect([...epochOrder(100, true, 1, 0)].sort((a, b) => a - b)[99]).toBe(99);
  });
});

/** The mnist-cnn template for two tiny data. */
function digits(
  images: Values,
  imageShape: readonly number[],
  labels: Values,
  more: { steps?: readonly PreparationStep[]; loss?: string; feature?: string } = {},
) {
  const template = templates.find(({ id }) => id === 'mnist-cnn')?.document;
  if (template === undefined) throw new Error('No template.');
  const [output = ''] = Object.keys(template.training.outputs);
  const [input = ''] = Object.keys(template.data.bindings.inputs);
  const document: StrataDocument = {
    ...template,
    data: {
      ...template.data,
      steps: more.steps ?? [],
      split: emptyRecipe.split,
      bindings: {
        inputs: { [input]: [more.feature ?? 'image'] },
        outputs: { [output]: 'label' },
      },
    },
    training: {
      ...template.training,
      outputs: {
        [output]: {
          loss: { kind: more.loss ?? 'sparseCategoricalCrossentropy', params: {} },
          weight: 1,
          metrics: [],
        },
      },
    },
  };
  const data: Dataset = {
    train: {
      count: labels.length,
      columns: [
        { name: 'image', shape: imageShape, values: images, classes: null },
        { name: 'label', shape: [], values: labels, classes: null },
      ],
    },
    test: null,
  };
  return prepareExamples(tf, document, inferGraph(document.graph, document.blocks), data, 1);
}

const scale = { kind: 'scale', features: ['image'], params: { divisor: 255 } };
const oneHot = { kind: 'oneHot', features: ['label'], params: { classes: 10 } };
const two = new Uint8Array(2 * 784).fill(51);

describe('batches', () => {
  test('bytes are scaled when a batch is taken', async () => {
    const examples = await digits(two, [28, 28, 1], Uint8Array.of(3, 9), { steps: [scale] });
    if (!examples.ok) throw new Error(examples.problem.code);
    const { inputs, targets } = await examples.value.train.batch(Uint32Array.of(1));
    expect(inputs[0]?.shape).toEqual([1, 28, 28, 1]);
    expect(inputs[0]?.dataSync()[0]).toBeCloseTo(0.2);
    expect(targets[0]?.shape).toEqual([1, 1]);
    expect([...(targets[0]?.dataSync() ?? [])]).toEqual([9]);
  });

  test('one-hot targets have the output’s shape', async () => {
    const examples = await digits(two, [28, 28, 1], Uint8Array.of(3, 9), {
      steps: [oneHot],
      loss: 'categoricalCrossentropy',
    });
    if (!examples.ok) throw new Error(examples.problem.code);
    const { targets } = await examples.value.train.batch(Uint32Array.of(0));
    const [target] = targets;
    expect(target?.shape).toEqual([1, 10]);
    expect([...(target?.dataSync() ?? [])]).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  });

  test.each([
    [
      'a class that the output lacks',
      digits(two, [28, 28, 1], Uint8Array.of(3, 10)),
      'data.labelOutOfRange',
      { label: 10, row: 2, classes: 10, last: 9 },
    ],
    [
      'images of another size',
      digits(new Uint8Array(2 * 16), [4, 4, 1], Uint8Array.of(1, 2)),
      'data.shapeDiffers',
      { shape: [4, 4, 1], expected: [28, 28, 1] },
    ],
    [
      'class numbers where a row is needed',
      digits(two, [28, 28, 1], Uint8Array.of(1, 2), { loss: 'categoricalCrossentropy' }),
      'data.shapeDiffers',
      { feature: 'label', shape: [], expected: [10] },
    ],
    [
      'a feature that the data lack',
      digits(two, [28, 28, 1], Uint8Array.of(1, 2), { feature: 'sound' }),
      'data.notBound',
      { feature: 'sound' },
    ],
    [
      'a step that does not exist',
      digits(two, [28, 28, 1], Uint8Array.of(1, 2), { steps: [{ ...scale, kind: 'turn' }] }),
      'data.unknownStep',
      { kind: 'turn' },
    ],
  ])('refuses %s', async (_, examples, code, values) => {
    expect(await examples).toMatchObject({ ok: false, problem: { code, values } });
  });
});

describe('targets', () => {
  const node = {
    id: 'y' as NodeId,
    kind: 'output',
    name: 'y',
    params: {},
    position: { x: 0, y: 0 },
  };
  const column = (classes: number | null): TargetColumn => ({
    name: 'label',
    classes,
    port: {
      shape: [1],
      dtype: 'float32',
      values: (rows) => Float32Array.from(rows, (row) => row % 2),
      column: { name: 'label', shape: [1], values: Float32Array.of(0, 1), classes: null },
      rowCount: 2,
      divisor: 1,
      length: 1,
    },
  });

  test.each([
    ['sign', 2, [-1, 1]],
    ['sign', null, [0, 1]],
    ['binary', 2, [0, 1]],
    ['values', 2, [0, 1]],
  ] as const)('%s of %s classes', async (form, classes, values) => {
    const rows = Uint32Array.of(0, 1);
    const target = await toTarget(column(classes), { form, outputShape: [1] }, rows, node);
    if (!target.ok) throw new Error(target.problem.code);
    expect([...(await target.value.values(rows))]).toEqual(values);
    expect(target.value.shape).toEqual([1]);
  });
});
