import { describe, expect, test } from 'vitest';
import { parseParams } from '#shared/layers/parseParams.ts';
import { findLoss, losses } from '#shared/training/losses/index.ts';
import { findMetric, metrics } from '#shared/training/metrics/index.ts';
import { findOptimizer, optimizers } from '#shared/training/optimizers/index.ts';
import { findSchedule, schedules } from '#shared/training/schedules/index.ts';

describe('catalogues', () => {
  test.each([
    ['optimizers', optimizers],
    ['losses', losses],
    ['metrics', metrics],
    ['schedules', schedules],
  ])('%s have unique kinds, valid defaults and texts in both languages', (_name, catalogue) => {
    const kinds = catalogue.map((entry) => entry.kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    for (const entry of catalogue) {
      expect(parseParams(entry.params, {}).problems).toEqual([]);
      expect(entry.gloss).toMatch(/\p{Script=Han}/u);
      expect(entry.link).toMatch(/^https:\/\//);
      for (const doc of [entry.doc, ...Object.values(entry.params).map((param) => param.doc)]) {
        expect(doc.en).toMatch(/[.]$/);
        expect(doc['zh-CN']).toMatch(/\p{Script=Han}.*。$/u);
      }
    }
  });
});

describe('optimizers', () => {
  test.each([
    ['sgd', {}, 'train.sgd', { learningRate: 0.01 }],
    [
      'sgd',
      { momentum: 0.9, nesterov: true },
      'train.momentum',
      { learningRate: 0.01, momentum: 0.9, useNesterov: true },
    ],
    [
      'adam',
      { learningRate: 0.01 },
      'train.adam',
      { learningRate: 0.01, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
    ],
    [
      'rmsprop',
      {},
      'train.rmsprop',
      { learningRate: 0.001, decay: 0.9, momentum: 0, epsilon: 1e-7 },
    ],
    ['adagrad', {}, 'train.adagrad', { learningRate: 0.001, initialAccumulatorValue: 0.1 }],
    ['adadelta', {}, 'train.adadelta', { learningRate: 0.001, rho: 0.95, epsilon: 1e-7 }],
    [
      'adamax',
      {},
      'train.adamax',
      { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
    ],
  ])('%s with %j', (kind, params, fn, args) => {
    const definition = findOptimizer(kind);
    const values = parseParams(definition?.params ?? {}, params).values as never;
    const call = definition?.tfjs(values);
    expect(call).toMatchObject({ fn, args, positional: true });
    // Arguments go by position: their order is part of the call.
    expect(Object.keys(call?.args ?? {})).toEqual(Object.keys(args));
    expect(definition?.keras(values).fn).toMatch(/^optimizers\./);
  });
});

describe('losses', () => {
  test.each<[string, (number | null)[], string | null, string | null]>([
    ['sparseCategoricalCrossentropy', [10], 'softmax', null],
    ['sparseCategoricalCrossentropy', [10], 'linear', 'training.lossNeedsActivation'],
    ['sparseCategoricalCrossentropy', [1], 'softmax', 'training.lossNeedsClasses'],
    ['sparseCategoricalCrossentropy', [10], null, null],
    ['binaryCrossentropy', [1], 'sigmoid', null],
    ['binaryCrossentropy', [1], 'relu', 'training.lossNeedsActivation'],
    ['meanSquaredError', [1], 'linear', null],
    ['hinge', [1], 'sigmoid', 'training.lossNeedsActivation'],
    ['categoricalHinge', [], 'linear', 'training.lossNeedsClasses'],
    ['poisson', [1], 'linear', 'training.lossNeedsActivation'],
  ])('%s with %j and %s', (kind, shape, activation, code) => {
    expect(findLoss(kind)?.fits(shape, activation)?.code ?? null).toBe(code);
  });
});

describe('metrics', () => {
  test('precision is a module of ours: tfjs counts only outputs of exactly 1', () => {
    const params = { threshold: 0.5 } as never;
    expect(findMetric('precision')?.tfjs(params)).toEqual({
      fn: 'precision',
      module: 'precision',
      args: { threshold: 0.5 },
    });
  });
});

describe('schedules', () => {
  const at = (epoch: number) => ({ epoch, step: epoch * 100, epochs: 10 });
  test.each([
    ['exponentialDecay', { decayRate: 0.5, decayEpochs: 2 }, [0, 2, 3], [1, 0.5, 0.35355339]],
    ['stepDecay', { dropRate: 0.1, dropEpochs: 3 }, [0, 2.9, 3, 6], [1, 1, 0.1, 0.01]],
    ['cosineDecay', { endFraction: 0, warmupEpochs: 0 }, [0, 5, 10, 11], [1, 0.5, 0, 0]],
    [
      'cosineDecay',
      { endFraction: 0.2, warmupEpochs: 2 },
      [0, 1, 2, 6, 10],
      [0.01, 0.5, 1, 0.6, 0.2],
    ],
  ])('%s with %j', (kind, params, epochs, rates) => {
    const schedule = findSchedule(kind);
    const given = epochs.map((epoch) => schedule?.rate(1, at(epoch), params as never) ?? -1);
    for (const [index, rate] of rates.entries()) {
      expect(given[index]).toBeCloseTo(rate, 6);
    }
  });
});
