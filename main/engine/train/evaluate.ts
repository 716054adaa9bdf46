import { withSeededRandom } from '#main/engine/compile/seededRandom.ts';
import type { CompiledTraining } from '#main/engine/compile/compileTraining.ts';
import type { Tf } from '#main/engine/devices/device.ts';
import type { Examples } from '#main/engine/train/examples.ts';
import { inBatches } from '#main/engine/train/examples.ts';
import type { RunControl } from '#main/engine/train/runControl.ts';
import { RunningMeans } from '#main/engine/train/runningMeans.ts';
import type { Batch } from '#main/engine/train/trainStep.ts';
import { readStep, testStep } from '#main/engine/train/trainStep.ts';

/** Loss and metrics over examples that are not learned from; null: stopped on the way. `pausedMs` hears of pauses. */
export async function evaluate(
  tf: Tf,
  training: CompiledTraining,
  examples: Examples,
  batchSize: number,
  control: RunControl,
  paused: (pausedMs: number) => void,
): Promise<readonly number[] | null> {
  const means = new RunningMeans();
  const order = Uint32Array.from({ length: examples.count }, (_, index) => index);
  for (const rows of inBatches(order, batchSize)) {
    paused(await control.turn());
    if (control.isStopping) return null;
    const batch = examples.batch(rows);
    // Nothing is random in a layer at rest; the seed guards the promise that training can be repeated.
    const result = withSeededRandom(0, () => testStep(tf, training, batch));
    means.add(await readStep(training, result, rows.length));
    disposeBatch(batch);
  }
  return means.values;
}

/** Frees a batch on the device. */
export function disposeBatch(batch: Batch): void {
  for (const tensor of [...batch.inputs, ...batch.targets]) tensor.dispose();
}
