import type { Examples } from '#main/engine/train/examples.ts';
import { inBatches } from '#main/engine/train/examples.ts';
import type { RunControl } from '#main/engine/train/runControl.ts';
import { RunningMeans } from '#main/engine/train/runningMeans.ts';
import type { Stepper } from '#main/engine/train/stepper.ts';

/** Loss and metrics over examples that are not learned from; null: stopped on the way. `paused` hears of pauses. */
export async function evaluate(
  stepper: Stepper,
  examples: Examples,
  batchSize: number,
  control: RunControl,
  paused: (pausedMs: number) => void,
): Promise<readonly number[] | null> {
  const means = new RunningMeans();
  const order = Uint32Array.from({ length: examples.count }, (_, index) => index);
  examples.begin(0, order);
  for (const rows of inBatches(order, batchSize)) {
    paused(await control.turn());
    if (control.isStopping) return null;
    means.add(await stepper.test(examples, rows));
  }
  return means.values;
}
