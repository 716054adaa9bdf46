import { describe, expect, test } from 'vitest';
import type { EpochRecord } from '#shared/protocol/types.ts';
import {
  bestEpoch,
  isFraction,
  metricText,
  readMetricKey,
  stoppingState,
} from '#renderer/training/runNumbers.ts';

const record = (epoch: number, valLoss: number, accuracy: number): EpochRecord => ({
  epoch,
  epochs: 10,
  loss: 1 / epoch,
  metrics: { accuracy },
  valLoss,
  valMetrics: { accuracy },
  elapsedMs: epoch * 1000,
  examplesPerSecond: 400,
  learningRate: 0.001,
});
const epochs = [
  record(1, 0.5, 0.8),
  record(2, 0.3, 0.9),
  record(3, 0.31, 0.91),
  record(4, 0.4, 0.9),
];

test('the best epoch has the smallest validation loss', () => {
  expect(bestEpoch(epochs)?.epoch).toBe(2);
  expect(bestEpoch([])).toBeNull();
  expect(bestEpoch([record(1, NaN, 0.5), record(2, 3, 0.5)])?.epoch).toBe(2);
});

describe('early stopping', () => {
  const stopping = { monitor: 'valLoss', patienceEpochs: 3, minDelta: 0, restoreBestWeights: true };

  test('counts the epochs since the best one', () => {
    expect(stoppingState(stopping, epochs)).toEqual({
      bestEpoch: 2,
      bestValue: 0.3,
      used: 2,
      patience: 3,
      endsAfter: 5,
    });
  });

  test('a metric may grow', () => {
    expect(stoppingState({ ...stopping, monitor: 'valAccuracy' }, epochs)?.bestEpoch).toBe(3);
  });

  test('too small a gain is none', () => {
    expect(stoppingState({ ...stopping, minDelta: 0.25 }, epochs)?.bestEpoch).toBe(1);
  });

  test('a value that is not measured says nothing', () => {
    expect(stoppingState({ ...stopping, monitor: 'valRecall' }, epochs)).toBeNull();
  });
});

describe('metrics', () => {
  test('a key names the output where there are several', () => {
    expect(readMetricKey('accuracy')).toEqual({ output: null, kind: 'accuracy' });
    expect(readMetricKey('digit/accuracy')).toEqual({ output: 'digit', kind: 'accuracy' });
  });

  test('fractions are percentages', () => {
    expect(isFraction('digit/accuracy')).toBe(true);
    expect(metricText('accuracy', 0.97666)).toBe('97.67%');
    expect(metricText('meanSquaredError', 0.25)).toBe('0.2500');
  });
});
