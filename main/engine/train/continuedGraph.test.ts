import { describe, expect, test } from 'vitest';
import { hasNative } from '#main/engine/graphMode/nativeForTests.ts';
import {
  demandingDocument,
  killedAfterTwo,
  largestDifference,
  largestTensorDifference,
  stoppedWithinThird,
  withFolder,
} from '#main/engine/train/continuedForTests.ts';
import { optimizers } from '#shared/training/optimizers/index.ts';

const all = [
  ...optimizers.map(({ kind }) => [kind, { kind, params: {} }] as const),
  ['momentum', { kind: 'sgd', params: { momentum: 0.9, nesterov: true } }] as const,
];

describe.skipIf(!hasNative)('a recorded run that was interrupted', () => {
  test.each(all)('%s goes on as if it had not been', async (_, optimizer) => {
    await withFolder(async (folder) => {
      const compared = await killedAfterTwo(demandingDocument(optimizer), 'native-cpu', folder);
      expect(compared.remarks).toEqual([]);
      expect(compared.continued.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5]);
      expect(largestDifference(compared)).toBeLessThan(1e-6);
      expect(largestTensorDifference(compared.weights)).toBeLessThan(1e-6);
    });
  });

  test('stopped within an epoch', async () => {
    await withFolder(async (folder) => {
      const document = demandingDocument({ kind: 'adam', params: {} });
      const compared = await stoppedWithinThird(document, 'native-cpu', folder);
      expect(compared.batches).toBeGreaterThan(0);
      expect(compared.batches).toBeLessThan(10);
      expect(largestDifference(compared)).toBeLessThan(1e-6);
      expect(largestTensorDifference(compared.weights)).toBeLessThan(1e-6);
    });
  });
});
