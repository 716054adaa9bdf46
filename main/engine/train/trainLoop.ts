import type { CompiledTraining } from '#main/engine/compile/compileTraining.ts';
import { metricsOf } from '#main/engine/compile/compileTraining.ts';
import { epochOrder } from '#main/engine/train/epochOrder.ts';
import { EarlyStopping } from '#main/engine/train/earlyStopping.ts';
import { evaluate } from '#main/engine/train/evaluate.ts';
import type { SplitExamples } from '#main/engine/train/examples.ts';
import { inBatches } from '#main/engine/train/examples.ts';
import type { RunControl } from '#main/engine/train/runControl.ts';
import { RunningMeans } from '#main/engine/train/runningMeans.ts';
import { Stopwatch, Throttle } from '#main/engine/train/stopwatch.ts';
import type { PlannedStep, Stepper } from '#main/engine/train/stepper.ts';
import type { TrainingPosition } from '#main/workspace/checkpoint.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import type { BatchRecord, EpochRecord } from '#shared/protocol/types.ts';
import type { Stopping } from '#shared/training/training.ts';

/** What the loop needs to know of a recipe. */
export interface LoopSettings {
  readonly seed: number;
  readonly epochs: number;
  readonly batchSize: number;
  readonly shuffle: boolean;
  readonly stopping: Stopping | null;
  /** Where to go on from; absent: the beginning. */
  readonly from?: TrainingPosition;
}

/** Who hears of the loop's progress. */
export interface LoopListener {
  batch(record: BatchRecord): void;
  /** Awaited: weights are kept before the next epoch begins. `position` is where to go on from later. */
  epoch(record: EpochRecord, isBest: boolean, position: TrainingPosition): Promise<Result<null>>;
  /** What the device has failed at without throwing; asked before results are believed. */
  fault(): Problem | null;
}

/** How the loop ended. */
export interface LoopEnd {
  readonly reason: 'finished' | 'stopped' | 'stoppedEarly';
  /** Epochs that were completed. */
  readonly epochs: number;
  /** Where to go on from later. */
  readonly position: TrainingPosition;
}

/** Everything that stays the same while a run goes on. */
interface Run {
  readonly stepper: Stepper;
  readonly training: CompiledTraining;
  readonly examples: SplitExamples;
  readonly settings: LoopSettings;
  readonly control: RunControl;
  readonly listener: LoopListener;
  readonly keys: readonly string[];
  readonly stopwatch: Stopwatch;
  readonly throttle: Throttle;
  readonly stepsPerEpoch: number;
  readonly early: EarlyStopping;
}

/** What the steps of one epoch came to. */
interface EpochSteps {
  readonly means: RunningMeans;
  /** How many batches they took, those before the run was interrupted too. */
  readonly batches: number;
  /** Time inside the steps. */
  readonly stepsMs: number;
  /** In force at the last step. */
  readonly learningRate: number;
  /** Time in which the device waited for batches. */
  readonly dataWaitMs: number;
}

/**
 * Trains, yielding between steps. The same seed on the same device gives the same numbers: shuffling and dropout depend
 * on the seed, the epoch and the step only, so that a run may go on from any position as if it had never ended. Problems:
 * `run.lossNotFinite`, faults of the device.
 */
export async function trainLoop(
  stepper: Stepper,
  training: CompiledTraining,
  examples: SplitExamples,
  settings: LoopSettings,
  control: RunControl,
  listener: LoopListener,
): Promise<Result<LoopEnd>> {
  const { epochs, batchSize, from } = settings;
  const run: Run = {
    stepper,
    training,
    examples,
    settings,
    control,
    listener,
    keys: metricsOf(training).map(({ key }) => key),
    stopwatch: new Stopwatch(from?.elapsedMs),
    throttle: new Throttle(),
    stepsPerEpoch: Math.ceil(examples.train.count / batchSize),
    early: new EarlyStopping(settings.stopping, from?.stopping),
  };
  const first = from?.epochs ?? 0;
  let record = from?.record ?? null;
  const end = (reason: LoopEnd['reason'], epoch: number, steps: EpochSteps | null) =>
    ok({ reason, epochs: epoch, position: positionOf(run, epoch, record, steps) });
  // It may have been interrupted after its last epoch.
  if (from !== undefined && from.batches === 0 && run.early.isOver) {
    return end('stoppedEarly', first, null);
  }
  for (let epoch = first; epoch < epochs; epoch++) {
    const steps = await trainEpoch(run, epoch, epoch === first ? from : undefined);
    if (!steps.ok) return steps;
    if (control.isStopping && steps.value.batches < run.stepsPerEpoch) {
      return end('stopped', epoch, steps.value);
    }
    const validation = await validate(run);
    // Stopped on the way: an epoch without its validation would not compare with the others.
    if (validation === null) return end('stopped', epoch, steps.value);
    const fault = listener.fault();
    if (fault !== null) return fail(fault);
    record = epochRecord(run, epoch, steps.value, validation);
    const isBest = run.early.isBest(record);
    const kept = await listener.epoch(record, isBest, positionOf(run, epoch + 1, record, null));
    if (!kept.ok) return kept;
    if (control.isStopping) return end('stopped', epoch + 1, null);
    if (run.early.isOver) return end('stoppedEarly', epoch + 1, null);
  }
  return end('finished', Math.max(first, epochs), null);
}

/** Where a run stands after so many epochs; `steps`: those of the epoch that it is in. */
function positionOf(
  { settings, stepsPerEpoch, early, stopwatch, examples, training }: Run,
  epochs: number,
  record: EpochRecord | null,
  steps: EpochSteps | null,
): TrainingPosition {
  const batches = steps?.batches ?? 0;
  return {
    epochs,
    record,
    batches,
    means: (steps?.means ?? new RunningMeans()).position,
    steps: epochs * stepsPerEpoch + batches,
    stepsMs: steps?.stepsMs ?? 0,
    elapsedMs: stopwatch.elapsedMs,
    learningRate: steps?.learningRate ?? record?.learningRate ?? 0,
    stopping: early.position,
    seed: settings.seed,
    optimizer: training.optimizerChoice.kind,
    examples: examples.train.count,
  };
}

/** One pass over the training examples, or what is left of it; ends before its last batch where the run is stopped. */
async function trainEpoch(
  run: Run,
  epoch: number,
  from: TrainingPosition | undefined,
): Promise<Result<EpochSteps>> {
  const { stepper, examples, settings, control, listener, stopwatch } = run;
  const { batchSize, shuffle, seed } = settings;
  const means = new RunningMeans(from?.means);
  const order = epochOrder(examples.train.count, shuffle, seed, epoch);
  let batches = from?.batches ?? 0;
  examples.train.begin(epoch, order.subarray(batches * batchSize));
  const waitedBefore = examples.train.waitedMs;
  let learningRate = from?.learningRate ?? 0;
  let stepsMs = from?.stepsMs ?? 0;
  for (const steps of inCalls(run, epoch, inBatches(order, batchSize), batches)) {
    stopwatch.leaveOut(await control.turn());
    if (control.isStopping) break;
    const began = performance.now();
    const all = await stepper.train(steps);
    stepsMs += performance.now() - began;
    const fault = listener.fault();
    if (fault !== null) return fail(fault);
    batches += steps.length;
    for (const [index, values] of all.entries()) {
      const { step, learningRate: rate } = steps[index] ?? { step: 0, learningRate };
      const batch = step - epoch * run.stepsPerEpoch;
      learningRate = rate;
      means.add(values);
      if (!Number.isFinite(values.values[0])) {
        return refuse('run.lossNotFinite', { epoch: epoch + 1, batch: batch + 1, learningRate });
      }
      if (run.throttle.isDue()) {
        listener.batch(batchRecord(run, epoch, batch, { means, stepsMs }));
      }
    }
  }
  const dataWaitMs = Math.round(examples.train.waitedMs - waitedBefore);
  return ok({ means, batches, stepsMs, learningRate, dataWaitMs });
}

/** An epoch's batches from number `from` on, as the stepper takes them: several whole ones at once, a shorter last one alone. */
function inCalls(
  { stepper, training, settings, stepsPerEpoch }: Run,
  epoch: number,
  batches: readonly Uint32Array[],
  from: number,
): readonly (readonly PlannedStep[])[] {
  const calls: PlannedStep[][] = [];
  for (const [index, rows] of batches.entries()) {
    if (index < from) continue;
    const step = epoch * stepsPerEpoch + index;
    const learningRate = training.learningRate(step / stepsPerEpoch, step, settings.epochs);
    const last = calls.at(-1);
    const fits =
      last !== undefined &&
      last.length < stepper.stepsPerCall &&
      rows.length === settings.batchSize;
    if (fits) last.push({ rows, step, learningRate });
    else calls.push([{ rows, step, learningRate }]);
  }
  return calls;
}

/** The validation part's loss and metrics, empty without such a part; null: stopped on the way. */
async function validate(run: Run): Promise<readonly number[] | null> {
  const { stepper, examples, settings, control, stopwatch } = run;
  if (examples.validation === null) return [];
  return evaluate(stepper, examples.validation, settings.batchSize, control, (pausedMs) => {
    stopwatch.leaveOut(pausedMs);
  });
}

function batchRecord(
  { examples, settings, stopwatch, keys, stepsPerEpoch }: Run,
  epoch: number,
  index: number,
  { means, stepsMs }: Pick<EpochSteps, 'means' | 'stepsMs'>,
): BatchRecord {
  const { elapsedMs } = stopwatch;
  const done = epoch * examples.train.count + means.examples;
  const left = settings.epochs * examples.train.count - done;
  return {
    epoch: epoch + 1,
    epochs: settings.epochs,
    batch: index + 1,
    batches: stepsPerEpoch,
    loss: means.values[0] ?? 0,
    metrics: namedMetrics(keys, means.values),
    examplesPerSecond: (means.examples / stepsMs) * 1000,
    elapsedMs,
    // Validation counts as part of what is to come, since it is part of what was.
    remainingMs: Math.round((elapsedMs / done) * left),
  };
}

function epochRecord(
  { settings, stopwatch, keys }: Run,
  epoch: number,
  { means, stepsMs, learningRate, dataWaitMs }: EpochSteps,
  validation: readonly number[],
): EpochRecord {
  const [valLoss] = validation;
  return {
    epoch: epoch + 1,
    epochs: settings.epochs,
    loss: means.values[0] ?? 0,
    metrics: namedMetrics(keys, means.values),
    ...(valLoss === undefined ? {} : { valLoss, valMetrics: namedMetrics(keys, validation) }),
    elapsedMs: stopwatch.elapsedMs,
    examplesPerSecond: (means.examples / stepsMs) * 1000,
    learningRate,
    ...(dataWaitMs > 0 ? { dataWaitMs } : {}),
  };
}

/** Metrics by key out of a step's values, whose first is the loss. */
export function namedMetrics(
  keys: readonly string[],
  values: readonly number[],
): Readonly<Record<string, number>> {
  return Object.fromEntries(keys.map((key, index) => [key, values[index + 1] ?? 0]));
}
