import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { pixelRange } from '#main/engine/data/examples/augmentPlans.ts';
import { catchReads } from '#main/engine/data/catchReads.ts';
import { cellsSource } from '#main/engine/data/source/cellsSource.ts';
import { smallDocument } from '#main/engine/data/examples/documentForTests.ts';
import { examplesOfSource } from '#main/engine/data/examples/loadExamples.ts';
import type { CellsByName } from '#main/engine/data/readers/reader.ts';
import type { Examples } from '#main/engine/train/examples.ts';
import type { DataRecipe, PreparationStep } from '#shared/data/data.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import type { Feature } from '#shared/data/feature.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';

const count = 12;
const features: readonly Feature[] = [
  { name: 'image', role: 'input', kind: 'image', shape: [4, 4, 1], dtype: 'uint8', classes: null },
  { name: 'x', role: 'target', kind: 'number', shape: [], dtype: 'float32', classes: null },
];
const cells: CellsByName = {
  image: {
    type: 'numbers',
    shape: [4, 4, 1],
    values: Uint8Array.from({ length: count * 16 }, (_, at) => (at * 7) % 256),
  },
  x: {
    type: 'numbers',
    shape: [],
    values: Float32Array.from({ length: count }, (_, row) => row),
  },
};
const steps = [{ kind: 'scale', features: ['image'], params: { divisor: 255 } }];
const plain: Partial<DataRecipe> = {
  steps,
  split: { ...emptyRecipe.split, validation: 'split', validationFraction: 0.25, testFraction: 0 },
  bindings: { inputs: { x: ['image'] }, outputs: { y: 'x' } },
};
const rotated: Partial<DataRecipe> = {
  ...plain,
  augmentations: [
    { kind: 'rotate', feature: 'image', params: { degrees: 90 } },
    { kind: 'brightness', feature: 'image', params: { fraction: 0.5 } },
  ],
};

async function load(data: Partial<DataRecipe>, augments: boolean, budget?: number) {
  const document = smallDocument({
    shape: [4, 4, 1],
    units: 1,
    loss: 'meanSquaredError',
    data,
    isFlattened: true,
  });
  const facts = inferGraph(document.graph, document.blocks);
  const source = cellsSource(features, count, cells, { fingerprint: 'pictures', bytes: null });
  const loaded = await catchReads(new AbortController().signal, () =>
    examplesOfSource(tf, document, facts, source, {
      seed: 1,
      augments,
      ...(budget === undefined ? {} : { budget }),
    }),
  );
  if (!loaded.ok) throw new Error(loaded.problem.code);
  return loaded.value;
}

async function inputs(part: Examples | null, epoch: number, rows?: readonly number[]) {
  if (part === null) throw new Error('There is no such part.');
  const numbers = Uint32Array.from(rows ?? Array.from({ length: part.count }, (_, row) => row));
  part.begin(epoch, numbers);
  const { inputs: tensors } = await part.batch(numbers);
  return [...(tensors[0]?.dataSync() ?? [])];
}

test('the training part is changed, anew in every epoch; the others and other uses are not', async () => {
  const before = (await load(plain, true)).examples;
  const changed = await load(rotated, true);
  const { examples } = changed;
  expect(examples.train.inputs[0]?.column).toBeNull();
  expect(examples.train.targets[0]?.column).not.toBeNull();
  const first = await inputs(examples.train, 0);
  expect(first).not.toEqual(await inputs(before.train, 0));
  expect(await inputs(examples.train, 1)).not.toEqual(first);
  expect(await inputs(examples.train, 0)).toEqual(first);
  expect(await inputs(examples.train, 0, [3, 1])).toEqual([
    ...first.slice(48, 64),
    ...first.slice(16, 32),
  ]);
  expect(Math.min(...first)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...first)).toBeLessThanOrEqual(1);
  expect(await inputs(examples.validation, 0)).toEqual(await inputs(before.validation, 0));
  const unchanged = (await load(rotated, false)).examples;
  expect(await inputs(unchanged.train, 0)).toEqual(await inputs(before.train, 0));
  await changed.close();
});

test('pictures on disk are changed alike', async () => {
  const inMemory = await load(rotated, true);
  const onDisk = await load(rotated, true, 0);
  expect(await inputs(onDisk.examples.train, 3)).toEqual(await inputs(inMemory.examples.train, 3));
  await onDisk.close();
  await inMemory.close();
});

const rotate = { kind: 'rotate', feature: 'image', params: { degrees: 90 } };
const mixup = { kind: 'mixup', feature: 'image', params: { alpha: 1 } };
const mixed: Partial<DataRecipe> = { ...plain, augmentations: [rotate, mixup] };

test('examples are blended with others of the training part, pictures and targets alike', async () => {
  const rotatedOnly = await load({ ...mixed, augmentations: [rotate] }, true);
  const blended = await load(mixed, true);
  const own = await batchOf(rotatedOnly.examples.train, 2);
  const { pictures, targets } = await batchOf(blended.examples.train, 2);
  const rows = own.targets;
  let apart = 0;
  targets.forEach((target, at) => {
    // The share follows from the target: it was blended with one of the training rows.
    const fits = rows.some((other, partner) => {
      const row = rows[at] ?? 0;
      if (other === row) return false;
      const share = (target - other) / (row - other);
      if (share < 0 || share > 1) return false;
      return Array.from({ length: 16 }, (_, pixel) => {
        const mine = own.pictures[at * 16 + pixel] ?? 0;
        const theirs = own.pictures[partner * 16 + pixel] ?? 0;
        const made = pictures[at * 16 + pixel] ?? 0;
        return Math.abs(share * mine + (1 - share) * theirs - made) < 1e-4;
      }).every(Boolean);
    });
    if (fits) apart += 1;
    else expect(target).toBeCloseTo(rows[at] ?? 0, 4);
  });
  expect(apart).toBeGreaterThan(targets.length / 2);
  expect(await batchOf(blended.examples.train, 2)).toEqual({ pictures, targets });
  expect(await batchOf(blended.examples.train, 3)).not.toEqual({ pictures, targets });
  expect(await inputs(blended.examples.validation, 0)).toEqual(
    await inputs(rotatedOnly.examples.validation, 0),
  );
  await blended.close();
  await rotatedOnly.close();
});

test('class numbers are not blended', async () => {
  const document = smallDocument({
    shape: [4, 4, 1],
    units: 12,
    loss: 'sparseCategoricalCrossentropy',
    data: mixed,
    isFlattened: true,
  });
  const facts = inferGraph(document.graph, document.blocks);
  const source = cellsSource(features, count, cells, { fingerprint: 'pictures', bytes: null });
  const loaded = await examplesOfSource(tf, document, facts, source, { seed: 1, augments: true });
  expect(loaded).toMatchObject({
    ok: false,
    problem: { code: 'data.mixedNames', values: { feature: 'x' } },
  });
});

async function batchOf(part: Examples, epoch: number) {
  const numbers = Uint32Array.from({ length: part.count }, (_, row) => row);
  part.begin(epoch, numbers);
  const { inputs: tensors, targets } = await part.batch(numbers);
  return {
    pictures: [...(tensors[0]?.dataSync() ?? [])],
    targets: [...(targets[0]?.dataSync() ?? [])],
  };
}

const standardize = { kind: 'standardize', features: ['image'], params: {} };

test.each<[string, readonly PreparationStep[], object, unknown]>([
  ['bytes', [], {}, [0, 255]],
  ['divided', steps, {}, [0, 1]],
  ['standardized', [standardize], { image: [[100, 50]] }, [-2, 3.0999999046325684]],
])('black and white: %s', (_name, own, fitted, expected) => {
  const learned = own.map(({ kind }) => ({ kind, fitted: fitted as Record<string, never> }));
  const [image] = features;
  if (image === undefined) throw new Error('There is no image.');
  expect(pixelRange({ steps: own }, { version: 1, steps: learned }, image)).toEqual(expected);
});
