// A thread that changes examples of the training part. It answers every job with its values, or with what went wrong.
import { parentPort } from 'node:worker_threads';
import type { AugmentAnswer, AugmentJob } from '#main/engine/feed/augmentThreads.ts';
import { augmentValues } from '#main/engine/feed/augmentValues.ts';

parentPort?.on('message', ({ id, plan, values, rows, epoch }: AugmentJob) => {
  let answer: AugmentAnswer;
  try {
    answer = { id, values: augmentValues(plan, values, rows, epoch) };
  } catch (error) {
    answer = { id, reason: error instanceof Error ? error.message : String(error) };
  }
  const buffer = 'values' in answer ? answer.values.buffer : null;
  parentPort?.postMessage(answer, buffer instanceof ArrayBuffer ? [buffer] : []);
});
parentPort?.postMessage('ready');
