import type { CompiledTraining } from '#main/engine/compile/compileTraining.ts';
import { setLearningRate } from '#main/engine/compile/learningRate.ts';
import { withSeededRandom } from '#main/engine/compile/seededRandom.ts';
import type { Tf } from '#main/engine/devices/device.ts';
import type { SplitExamples } from '#main/engine/train/examples.ts';
import { readMemory, writeMemory } from '#main/engine/train/optimizerMemory.ts';
import type { StepValues } from '#main/engine/train/runningMeans.ts';
import type { Stepper, StepperSettings } from '#main/engine/train/stepper.ts';
import type { Batch } from '#main/engine/train/trainStep.ts';
import { deriveSeed } from '#shared/data/generators/deriveSeed.ts';
import { readStep, tensorsOf, testStep, trainStep } from '#main/engine/train/trainStep.ts';

/** Steps that tfjs takes op by op, on any device. */
export function eagerStepper(
  tf: Tf,
  training: CompiledTraining,
  examples: SplitExamples,
  { seed }: StepperSettings,
): Stepper {
  return {
    stepsPerCall: 1,
    async train(steps) {
      const all: StepValues[] = [];
      for (const { rows, step, learningRate } of steps) {
        setLearningRate(training.optimizer, learningRate);
        const batch = await examples.train.batch(rows);
        const vector = withSeededRandom(deriveSeed(seed, 'step', step), () =>
          trainStep(tf, training, batch),
        );
        all.push(await readStep(training, vector, rows.length));
        disposeBatch(batch);
      }
      return all;
    },
    async test(part, rows) {
      const batch = await part.batch(rows);
      // Nothing is random in a layer at rest; the seed guards the promise that training can be repeated.
      const result = withSeededRandom(0, () => testStep(tf, training, batch));
      const values = await readStep(training, result, rows.length);
      disposeBatch(batch);
      return values;
    },
    saveWeights: () => undefined,
    loadWeights: () => undefined,
    memory: () => readMemory(training),
    setMemory(memory, steps) {
      writeMemory(tf, training, memory, steps);
    },
    free: () => undefined,
  };
}

/** Frees a batch on the device. */
export function disposeBatch(batch: Batch): void {
  for (const tensor of tensorsOf(batch)) tensor.dispose();
}
