import { expect, test } from 'vitest';
import { spreadOf, summaryOf } from '#shared/training/roundSummary.ts';

test('mean and deviation', () => {
  expect(spreadOf([1, 2, 3, 4])).toEqual({ mean: 2.5, deviation: Math.sqrt(5 / 3) });
  expect(spreadOf([7])).toEqual({ mean: 7, deviation: 0 });
});

test('of each part, by loss and metrics of the last epoch', () => {
  const run = (valLoss: number, accuracy: number) => ({
    epochs: [{ valLoss: 9 }, { valLoss, valMetrics: { accuracy } }],
    test: null,
  });
  expect(summaryOf([run(1, 0.5), run(3, 0.5)])).toEqual({
    validation: {
      loss: { mean: 2, deviation: Math.SQRT2 },
      accuracy: { mean: 0.5, deviation: 0 },
    },
    test: null,
  });
});
