import { deriveSeed, withSeededRandom } from '#main/engine/compile/seededRandom.ts';
import type { CompiledTraining } from '#main/engine/compile/compileTraining.ts';
import { metricsOf } from '#main/engine/compile/compileTraining.ts';
import { setLearningRate } from '#main/engine/compile/learningRate.ts';
import { epochOrder } from '#main/engine/data/splitRows.ts';
import type { Tf } from '#main/engine/devices/device.ts';
import { EarlyStopping } from '#main/engine/train/earlyStopping.ts';
import { disposeBatch, evaluate } from '#main/engine/train/evaluate.ts';
import type { SplitExamples } from '#main/engine/train/examples.ts';
import { inBatches } from '#main/engine/train/examples.ts';
import type { RunControl } from '#main/engine/train/runControl.ts';
import { RunningMeans } from '#main/engine/train/runningMeans.ts';
import { Stopwatch, Throttle } from '#main/engine/train/stopwatch.ts';
import { readStep, trainStep } from '#main/engine/train/trainStep.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { BatchRecord, EpochRecord } from '#shared/protocol/types.ts';
import type { Stopping } from '#shared/training/training.ts';

/** What the loop needs to know of a recipe. */
export interface LoopSettings {
  readonly seed: number;
  readonly epochs: number;
  readonly batchSize: number;
  readonly shuffle: boolean;
  readonly stopping: Stopping | null;
}

/** Who hears of the loop's progress. */
export interface LoopListener {
  batch(record: BatchRecord): void;
  /** Awaited: weights are kept before the next epoch begins. */
  epoch(record: EpochRecord, isBest: boolean): Promise<Result<null>>;
}

/** How the loop ended. */
export interface LoopEnd {
  readonly reason: 'finished' | 'stopped' | 'stoppedEarly';
  /** Epochs that were completed. */
  readonly epochs: number;
}

/** What an epoch is about to become. */
interface Progress {
  readonly epoch: number;
  readonly elapsedMs: number;
  readonly examplesPerSecond: number;
  readonly values: readonly number[];
  readonly learningRate: number;
}

/**
 * Trains, yielding between steps. The same seed on the same device gives the same numbers: shuffling and dropout depend
 * on the seed, the epoch and the step only. Problem: `run.lossNotFinite`.
 */
export async function trainLoop(
  tf: Tf,
  training: CompiledTraining,
  examples: SplitExamples,
  settings: LoopSettings,
  control: RunControl,
  listener: LoopListener,
): Promise<Result<LoopEnd>> {
  const { epochs, batchSize, seed } = settings;
  const keys = metricsOf(training).map(({ key }) => key);
  const stopwatch = new Stopwatch();
  const throttle = new Throttle();
  const stopping = new EarlyStopping(settings.stopping);
  const stepsPerEpoch = Math.ceil(examples.train.count / batchSize);
  let trainedMs = 0;
  let trainedExamples = 0;

  for (let epoch = 0; epoch < epochs; epoch++) {
    const means = new RunningMeans();
    const order = epochOrder(examples.train.count, settings.shuffle, seed, epoch);
    let learningRate = 0;
    let epochMs = 0;
    for (const [index, rows] of inBatches(order, batchSize).entries()) {
      stopwatch.leaveOut(await control.turn());
      if (control.isStopping) return ok({ reason: 'stopped', epochs: epoch });
      const began = performance.now();
      const step = epoch * stepsPerEpoch + index;
      learningRate = training.learningRate(step / stepsPerEpoch, step, epochs);
      setLearningRate(training.optimizer, learningRate);
      const batch = examples.train.batch(rows);
      const result = withSeededRandom(deriveSeed(seed, 'step', step), () =>
        trainStep(tf, training, batch),
      );
      const values = await readStep(training, result, rows.length);
      disposeBatch(batch);
      means.add(values);
      const stepMs = performance.now() - began;
      epochMs += stepMs;
      trainedMs += stepMs;
      trainedExamples += rows.length;
      if (!Number.isFinite(values.values[0])) {
        return refuse('run.lossNotFinite', { epoch: epoch + 1, batch: index + 1, learningRate });
      }
      if (throttle.isDue()) {
        const speed = trainedExamples / trainedMs;
        const left = examples.train.count * (epochs - epoch) - means.examples;
        listener.batch({
          epoch: epoch + 1,
          epochs,
          batch: index + 1,
          batches: stepsPerEpoch,
          loss: means.values[0] ?? 0,
          metrics: namedMetrics(keys, means.values),
          examplesPerSecond: speed * 1000,
          elapsedMs: stopwatch.elapsedMs,
          remainingMs: remainingMs(stopwatch.elapsedMs, trainedExamples, left),
        });
      }
    }
    let validation: readonly number[] | null = null;
    if (examples.validation !== null) {
      validation = await evaluate(tf, training, examples.validation, batchSize, control, (ms) => {
        stopwatch.leaveOut(ms);
      });
      // Stopped on the way: an epoch without its validation would not compare with the others.
      if (validation === null) return ok({ reason: 'stopped', epochs: epoch });
    }
    const record = epochRecord(
      {
        epoch,
        elapsedMs: stopwatch.elapsedMs,
        examplesPerSecond: (means.examples / epochMs) * 1000,
        values: means.values,
        learningRate,
      },
      epochs,
      keys,
      validation,
    );
    const kept = await listener.epoch(record, stopping.isBest(record));
    if (!kept.ok) return kept;
    if (control.isStopping) return ok({ reason: 'stopped', epochs: epoch + 1 });
    if (stopping.isOver) return ok({ reason: 'stoppedEarly', epochs: epoch + 1 });
  }
  return ok({ reason: 'finished', epochs });
}

/** Validation counts as part of what is to come, since it is part of what was. */
function remainingMs(elapsedMs: number, done: number, left: number): number {
  return (elapsedMs / done) * left;
}

function epochRecord(
  progress: Progress,
  epochs: number,
  keys: readonly string[],
  validation: readonly number[] | null,
): EpochRecord {
  const { epoch, elapsedMs, examplesPerSecond, values, learningRate } = progress;
  return {
    epoch: epoch + 1,
    epochs,
    loss: values[0] ?? 0,
    metrics: namedMetrics(keys, values),
    ...(validation === null
      ? {}
      : { valLoss: validation[0] ?? 0, valMetrics: namedMetrics(keys, validation) }),
    elapsedMs,
    examplesPerSecond,
    learningRate,
  };
}

/** Metrics by key out of a step's values, whose first is the loss. */
export function namedMetrics(
  keys: readonly string[],
  values: readonly number[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(keys.map((key, index) => [key, values[index + 1] ?? 0]));
}
