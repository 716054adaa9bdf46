import type { StrataDocument } from '#shared/document/document.ts';
import type { Fix } from '#shared/document/fix.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** Problems whose remedies name a smaller batch: memory did not suffice, or may not have. */
const ofMemory: ReadonlySet<string> = new Set([
  'engine.outOfMemory',
  'engine.modelTooLarge',
  'engine.died',
  'device.gpuLost',
]);

/** Half of the batch size with which a run failed for want of memory; null: it did not, or a batch is one example already. */
export function smallerBatch(problem: Problem<unknown>, trained: StrataDocument): number | null {
  const { batchSize } = trained.training;
  return ofMemory.has(problem.code) && batchSize > 1 ? Math.floor(batchSize / 2) : null;
}

/** The document is to be trained with batches of so many examples. */
export function batchSizeFix(batchSize: number): Fix {
  return {
    title: {
      en: `Train with batches of ${batchSize}`,
      'zh-CN': `用批大小 ${batchSize} 训练`,
    },
    edit: { type: 'setTraining', training: { batchSize } },
  };
}
