import { describe, expect, test } from 'vitest';
import { batchLine, durationText, epochLine } from '#main/hosts/cli/progress.ts';

describe('progress', () => {
  test.each([
    [0, '0 ms'],
    [849.6, '850 ms'],
    [12_400, '12 s'],
    [185_000, '3 min 5 s'],
    [7_440_000, '2 h 4 min'],
  ])('%d ms is %s', (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });

  test('a line for an epoch', () => {
    const record = {
      epoch: 2,
      epochs: 5,
      loss: 0.12345,
      metrics: { accuracy: 0.9612 },
      valLoss: 0.00004,
      valMetrics: { accuracy: 1 },
      elapsedMs: 12_000,
      examplesPerSecond: 4812.3,
      learningRate: 0.001,
    };
    expect(epochLine(record, (text) => text.en)).toBe(
      'Epoch 2/5  loss 0.1235  accuracy 0.9612  validation: loss 4.00e-5  accuracy 1.0000  12 s  4,812 examples/s',
    );
    const { valLoss: _, valMetrics: __, ...without } = record;
    expect(epochLine({ ...without, loss: NaN }, (text) => text['zh-CN'])).toBe(
      '轮次 2/5  损失 NaN  accuracy 0.9612  12 s  4,812 样本/秒',
    );
  });

  test('a bar for a batch', () => {
    const record = {
      epoch: 1,
      epochs: 1,
      batch: 1,
      batches: 2,
      loss: 1,
      metrics: {},
      examplesPerSecond: 10,
      elapsedMs: 1000,
      remainingMs: 1000,
    };
    expect(batchLine(record, (text) => text.en)).toBe(
      `Epoch 1/1 ${'█'.repeat(12)}${'░'.repeat(12)} 1/2  loss 1.0000  10 examples/s  1 s left`,
    );
  });
});
