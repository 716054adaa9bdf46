import { expect, test } from 'vitest';
import { applyEdit } from '#shared/document/edit.ts';
import { batchSizeFix, smallerBatch } from '#shared/document/smallerBatch.ts';
import { templates } from '#shared/document/templates.ts';

const [template] = templates;
if (template === undefined) throw new Error('There are no templates.');
const { document } = template;
const withBatches = (batchSize: number) => applyEdit(document, batchSizeFix(batchSize).edit);

test.each([
  ['engine.outOfMemory', 33, 16],
  ['engine.modelTooLarge', 2, 1],
  ['engine.died', 64, 32],
  ['device.gpuLost', 8, 4],
  ['engine.outOfMemory', 1, null],
  ['run.lossNotFinite', 32, null],
  ['device.gpuError', 32, null],
])('%s with batches of %d: %d', (code, batchSize, expected) => {
  const problem = { code, severity: 'error', values: {} } as const;
  const smaller = smallerBatch(problem, withBatches(batchSize));
  expect(smaller).toBe(expected);
  if (smaller === null) return;
  expect(withBatches(smaller).training.batchSize).toBe(expected);
});
