import { describe, expect, test } from 'vitest';
import { EarlyStopping, monitored } from '#main/engine/train/earlyStopping.ts';
import type { EpochRecord } from '#shared/protocol/types.ts';
import type { Stopping } from '#shared/training/training.ts';

function record(loss: number, valLoss?: number, accuracy = 0): EpochRecord {
  return {
    epoch: 1,
    epochs: 9,
    loss,
    metrics: { accuracy, 'digits/accuracy': accuracy / 2 },
    ...(valLoss === undefined ? {} : { valLoss, valMetrics: { accuracy: accuracy + 1 } }),
    elapsedMs: 1,
    examplesPerSecond: 1,
    learningRate: 1,
  };
}

function rule(monitor: string, more: Partial<Stopping> = {}): Stopping {
  return { monitor, patienceEpochs: 2, minDelta: 0, restoreBestWeights: true, ...more };
}

test.each([
  ['loss', 1],
  ['valLoss', 2],
  ['accuracy', 0.5],
  ['valAccuracy', 1.5],
  ['digits/accuracy', 0.25],
  ['nothing', null],
])('%s names %s', (monitor, value) => {
  expect(monitored(record(1, 2, 0.5), monitor)).toBe(value);
});

test('without validation its value is the training’s', () => {
  expect(monitored(record(1), 'valLoss')).toBe(1);
});

describe.each([
  [
    'the loss must fall',
    rule('loss'),
    (v: number) => record(v),
    [3, 2, 2, 2.5],
    [true, true, false, false],
  ],
  [
    'accuracy must grow',
    rule('accuracy'),
    (v: number) => record(1, 1, v),
    [0.1, 0.3, 0.2, 0.3],
    [true, true, false, false],
  ],
  [
    'small changes do not count',
    rule('loss', { minDelta: 0.5 }),
    (v: number) => record(v),
    [3, 2.6, 2.4, 2.2],
    [true, false, true, false],
  ],
])('%s', (_, stopping, make, values, isBest) => {
  test('epoch by epoch', () => {
    const watch = new EarlyStopping(stopping);
    expect(values.map((value) => watch.isBest(make(value)))).toEqual(isBest);
  });
});

test('patience counts epochs without a better value', () => {
  const watch = new EarlyStopping(rule('loss'));
  const over = [3, 4, 2, 4, 4].map((value) => {
    watch.isBest(record(value));
    return watch.isOver;
  });
  expect(over).toEqual([false, false, false, false, true]);
});

test('without a rule training never ends early, and the lowest validation loss is best', () => {
  const watch = new EarlyStopping(null);
  expect([3, 2, 4].map((value) => watch.isBest(record(9, value)))).toEqual([true, true, false]);
  expect(watch.isOver).toBe(false);
});
