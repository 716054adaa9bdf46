import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  checkpointIn,
  demandingDocument,
  epochs,
  killedAfterTwo,
  largestDifference,
  largestTensorDifference,
  numbersOf,
  stoppedWithinThird,
  trainIn,
  withFolder,
} from '#main/engine/train/continuedForTests.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { optimizers } from '#shared/training/optimizers/index.ts';

const all = [
  ...optimizers.map(({ kind }) => [kind, { kind, params: {} }] as const),
  ['momentum', { kind: 'sgd', params: { momentum: 0.9, nesterov: true } }] as const,
  ['rmsprop with momentum', { kind: 'rmsprop', params: { momentum: 0.5 } }] as const,
];

describe('a run that was interrupted goes on as if it had not been', () => {
  test.each(all)('%s', async (_, optimizer) => {
    await withFolder(async (folder) => {
      const compared = await killedAfterTwo(demandingDocument(optimizer), 'wasm', folder);
      expect(compared.straight.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5]);
      expect(compared.continued).toHaveLength(epochs);
      expect(largestDifference(compared)).toBeLessThan(1e-6);
      expect(largestTensorDifference(compared.weights)).toBeLessThan(1e-6);
      expect(numbersOf(compared.continued).map(({ learningRate }) => learningRate)).toEqual(
        numbersOf(compared.straight).map(({ learningRate }) => learningRate),
      );
    });
  });

  test('a run with no epoch left ends with its test', async () => {
    await withFolder(async (folder) => {
      const document = demandingDocument({ kind: 'adam', params: {} });
      await trainIn(document, 'wasm', { folder });
      const { position } = await checkpointIn(folder);
      const again = await trainIn(document, 'wasm', { folder, isContinued: true });
      expect(again.records).toEqual([]);
      expect(again.reason).toBe('finished');
      expect((await checkpointIn(folder)).position).toEqual(position);
    });
  });

  test('a finished run trains on from its last step, though its best weights were brought back', async () => {
    const of = (patienceEpochs: number, all: number): StrataDocument => {
      const document = demandingDocument({ kind: 'adam', params: { learningRate: 0.05 } });
      const stopping = {
        monitor: 'valLoss',
        patienceEpochs,
        minDelta: 1000,
        restoreBestWeights: true,
      };
      return {
        ...document,
        training: { ...document.training, schedule: null, epochs: all, stopping },
      };
    };
    await withFolder(async (folder) => {
      const [whole, own] = [path.join(folder, 'whole'), path.join(folder, 'own')];
      const straight = await trainIn(of(100, 5), 'wasm', { folder: whole });
      // Nothing is ever better by 1000: it is over after its third epoch.
      const first = await trainIn(of(2, 5), 'wasm', { folder: own });
      expect([first.reason, first.records.length]).toEqual(['stoppedEarly', 3]);
      const more = { folder: own, isContinued: true };
      const over = await trainIn(of(2, 5), 'wasm', more);
      expect([over.reason, over.records.length]).toEqual(['stoppedEarly', 0]);
      const second = await trainIn(of(2, 5), 'wasm', { ...more, isPatienceNew: true });
      expect([second.reason, second.records.length]).toEqual(['stoppedEarly', 2]);
      const numbers = numbersOf([...first.records, ...second.records]);
      expect(numbers).toEqual(numbersOf(straight.records));
      expect((await checkpointIn(own)).position.stopping.bestEpoch).toBe(1);
    });
  });

  test('other data or another network are refused', async () => {
    await withFolder(async (folder) => {
      const document = demandingDocument({ kind: 'adam', params: {} });
      await trainIn(document, 'wasm', { folder, epochs: 1 });
      const more = { folder, isContinued: true };
      const rows = { kind: 'generatedTable', params: { rows: 210 } };
      const grown = { ...document, data: { ...document.data, source: rows } };
      await expect(trainIn(grown, 'wasm', more)).rejects.toThrow('run.dataChanged');
      const other = demandingDocument({ kind: 'sgd', params: {} });
      await expect(trainIn(other, 'wasm', more)).rejects.toThrow('run.checkpointUnfit');
    });
  });

  test('stopped within an epoch', async () => {
    await withFolder(async (folder) => {
      const document = demandingDocument({ kind: 'adam', params: {} });
      const compared = await stoppedWithinThird(document, 'wasm', folder);
      expect(compared.batches).toBeGreaterThan(0);
      expect(compared.batches).toBeLessThan(10);
      expect(largestDifference(compared)).toBeLessThan(1e-6);
      expect(largestTensorDifference(compared.weights)).toBeLessThan(1e-6);
    });
  });
});
