import type { OpenDevice } from '#main/engine/devices/device.ts';
import { estimateMemory } from '#shared/document/estimateMemory.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import { bytesText } from '#shared/problems/bytesText.ts';

/**
 * Refuses a model that cannot fit into the device's memory: native libraries end the whole process where memory runs out, and
 * a machine that swaps stands still. Outputs count half, since some layers hand on the memory they were given. Problem:
 * `engine.modelTooLarge`.
 */
export function checkMemory(
  { memoryBytes }: Pick<OpenDevice, 'memoryBytes'>,
  document: StrataDocument,
  facts: GraphFacts,
): Result<null> {
  if (memoryBytes === undefined || memoryBytes === null) return ok(null);
  const { weightBytes, gradientBytes, optimizerBytes, activationBytes } = estimateMemory(
    document,
    facts,
  ).total;
  const fixedBytes = weightBytes + gradientBytes + optimizerBytes;
  const neededBytes = fixedBytes + activationBytes / 2;
  if (neededBytes <= memoryBytes) return ok(null);
  return refuse('engine.modelTooLarge', {
    needed: bytesText(fixedBytes + activationBytes),
    available: bytesText(memoryBytes),
    weights: bytesText(fixedBytes),
    batchSize: document.training.batchSize,
  });
}
