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
}

/** Who hears of the loop's progress. */
export interface LoopListener {
  batch(record: BatchRecord): void;
  /** Awaited: weights are kept before the next epoch begins. */
  epoch(record: EpochRecord, isBest: boolean): Promise<Result<null>>;
  /** What the device has failed at without throwing; asked before results are believed. */
  fault(): Problem | null;
}

/** How the loop ended. */
export interface LoopEnd {
  readonly reason: 'finished' | 'stopped' | 'stoppedEarly';
  /** Epochs that were completed. */
  readonly epochs: number;
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
}

/** What the steps of one epoch came to. */
interface EpochSteps {
  readonly means: RunningMeans;
  /** Time inside the steps. */
  readonly stepsMs: number;
  /** In force at the last step. */
  readonly learningRate: number;
  /** Time in which the device waited for batches. */
  readonly dataWaitMs: number;
}

/**
 * Trains, yielding between steps. The same seed on the same device gives the same numbers: shuffling and dropout depend
 * on the seed, the epoch and the step only. Problems: `run.lossNotFinite`, faults of the device.
 */
export async function trainLoop(
  stepper: Stepper,
  training: CompiledTraining,
  examples: SplitExamples,
  settings: LoopSettings,
  control: RunControl,
  listener: LoopListener,
): Promise<Result<LoopEnd>> {
  const { epochs, batchSize } = settings;
  const run: Run = {
    stepper,
    training,
    examples,
    settings,
    control,
    listener,
    keys: metricsOf(training).map(({ key }) => key),
    stopwatch: new Stopwatch(),
    throttle: new Throttle(),
    stepsPerEpoch: Math.ceil(examples.train.count / batchSize),
  };
  const stopping = new EarlyStopping(settings.stopping);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const steps = await trainEpoch(run, epoch);
    if (!steps.ok) return steps;
    if (steps.value === null) return ok({ reason: 'stopped', epochs: epoch });
    const validation = await validate(run);
    // Stopped on the way: an epoch without its validation would not compare with the others.
    if (validation === null) return ok({ reason: 'stopped', epochs: epoch });
    const fault = listener.fault();
    if (fault !== null) return fail(fault);
    const record = epochRecord(run, epoch, steps.value, validation);
    const kept = await listener.epoch(record, stopping.isBest(record));
    if (!kept.ok) return kept;
    if (control.isStopping) return ok({ reason: 'stopped', epochs: epoch + 1 });
    if (stopping.isOver) return ok({ reason: 'stoppedEarly', epochs: epoch + 1 });
  }
  return ok({ reason: 'finished', epochs });
}

/** One pass over the training examples; null: stopped on the way. */
async function trainEpoch(run: Run, epoch: number): Promise<Result<EpochSteps | null>> {
  const { stepper, examples, settings, control, listener, stopwatch } = run;
  const { batchSize, shuffle, seed } = settings;
  const means = new RunningMeans();
  const order = epochOrder(examples.train.count, shuffle, seed, epoch);
  examples.train.begin(epoch, order);
  const waitedBefore = examples.train.waitedMs;
  let learningRate = 0;
  let stepsMs = 0;
  for (const steps of inCalls(run, epoch, inBatches(order, batchSize))) {
    stopwatch.leaveOut(await control.turn());
    if (control.isStopping) return ok(null);
    const began = performance.now();
    const all = await stepper.train(steps);
    stepsMs += performance.now() - began;
    const fault = listener.fault();
    if (fault !== null) return fail(fault);
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
  return ok({ means, stepsMs, learningRate, dataWaitMs });
}

/** An epoch's batches as the stepper takes them: several whole ones at once, a shorter last one alone. */
function inCalls(
  { stepper, training, settings, stepsPerEpoch }: Run,
  epoch: number,
  batches: readonly Uint32Array[],
): readonly (readonly PlannedStep[])[] {
  const calls: PlannedStep[][] = [];
  for (const [index, rows] of batches.entries()) {
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
