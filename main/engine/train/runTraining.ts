import path from 'node:path';
import { metricsOf } from '#main/engine/compile/compileTraining.ts';
import type { CompiledTraining } from '#main/engine/compile/compileTraining.ts';
import { tellingProgress } from '#main/engine/data/dataWork.ts';
import { loadWeights, saveLayersModel } from '#main/engine/formats/layersModel.ts';
import type { EngineEvent, EngineRequests } from '#main/engine/messages.ts';
import { evaluate } from '#main/engine/train/evaluate.ts';
import type { OpenDevice } from '#main/engine/devices/device.ts';
import type { Examples } from '#main/engine/train/examples.ts';
import { readPreparation, savePreparation } from '#main/engine/train/preparationFile.ts';
import { openRunDevice, prepareRun } from '#main/engine/train/prepareRun.ts';
import type { PreparedRun } from '#main/engine/train/prepareRun.ts';
import { restoreRun, saveRunCheckpoint } from '#main/engine/train/runCheckpoint.ts';
import type { RunControl } from '#main/engine/train/runControl.ts';
import type { Stepper } from '#main/engine/train/stepper.ts';
import type { LoopEnd } from '#main/engine/train/trainLoop.ts';
import { namedMetrics, trainLoop } from '#main/engine/train/trainLoop.ts';
import type { Checkpoint } from '#main/workspace/checkpoint.ts';
import { readCheckpoint } from '#main/workspace/checkpoint.ts';
import type { FittedRecipe } from '#shared/data/fitted.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok } from '#shared/problems/problem.ts';
import type { EpochRecord, TestRecord } from '#shared/protocol/types.ts';

type Emit = (event: EngineEvent) => void;
type TrainInput = EngineRequests['train']['input'];

/**
 * One run, from opening the device to the test at the end. Weights are kept after each epoch in `checkpoints/last`, and in
 * `checkpoints/best` when it was the best; `checkpoints/training.safetensors` holds all that is needed to go on from there as if
 * the run had never ended. A run that is stopped keeps what it has learned up to that step.
 */
export async function runTraining(
  input: TrainInput,
  control: RunControl,
  emit: Emit,
): Promise<Result<EngineRequests['train']['output']>> {
  const { document } = input;
  emit({ type: 'runState', state: { kind: 'preparing', what: 'engine' } });
  const facts = inferGraph(document.graph, document.blocks);
  const device = await openRunDevice(input, facts, (progress) => {
    emit({ type: 'installProgress', progress });
  });
  if (!device.ok) return device;
  emit({ type: 'runDevice', device: device.value.id });
  for (const remark of device.value.remarks ?? []) emit({ type: 'runLog', remark });
  const fault = () => device.value.fault?.() ?? null;
  try {
    const trained = await trainOn(device.value, facts, input, control, emit);
    const failed = fault();
    return failed === null ? trained : fail(failed);
  } catch (error) {
    // What is thrown after a fault is its consequence: reading from a lost graphics card, for one.
    const failed = fault();
    if (failed === null) throw error;
    return fail(failed);
  } finally {
    device.value.close();
  }
}

async function trainOn(
  device: OpenDevice,
  facts: GraphFacts,
  input: TrainInput,
  control: RunControl,
  emit: Emit,
): Promise<Result<EngineRequests['train']['output']>> {
  const { runFolder } = input;
  const earlier = await readEarlier(input);
  if (!earlier.ok) return earlier;
  const { fitted, checkpoint } = earlier.value;
  const prepared = await prepareRun(
    device,
    facts,
    { ...input, ...(fitted === null ? {} : { fitted }) },
    (what) => {
      emit({ type: 'runState', state: { kind: 'preparing', what } });
    },
    control.signal,
    tellingProgress(emit),
  );
  if (!prepared.ok) return control.isStopping ? ok({ reason: 'stopped' }) : prepared;
  const { loaded } = prepared.value;
  try {
    const kept = await savePreparation(runFolder, loaded.fitted);
    if (!kept.ok) return kept;
    return await trainPrepared(device, prepared.value, checkpoint, input, control, emit);
  } finally {
    await loaded.close();
  }
}

/** What an earlier part of the run has left. Problems: those of `readCheckpoint` and of `readPreparation`. */
async function readEarlier({
  runFolder,
  continuing,
}: TrainInput): Promise<
  Result<{ readonly fitted: FittedRecipe | null; readonly checkpoint: Checkpoint | null }>
> {
  if (continuing === null) return ok({ fitted: null, checkpoint: null });
  const fitted = await readPreparation(runFolder);
  if (!fitted.ok) return fitted;
  const read = await readCheckpoint(runFolder);
  if (!read.ok) return read;
  const { position, tensors } = read.value;
  const stopping = continuing.isPatienceNew
    ? { ...position.stopping, epochsWithoutBetter: 0 }
    : position.stopping;
  return ok({ fitted: fitted.value, checkpoint: { position: { ...position, stopping }, tensors } });
}

async function trainPrepared(
  device: OpenDevice,
  { model, training, examples, stepper, remarks }: PreparedRun,
  checkpoint: Checkpoint | null,
  input: TrainInput,
  control: RunControl,
  emit: Emit,
): Promise<Result<EngineRequests['train']['output']>> {
  const { document, runFolder, seed } = input;
  for (const remark of remarks) emit({ type: 'runLog', remark });

  if (checkpoint !== null) {
    const { tf } = device;
    const restored = restoreRun(tf, training, stepper, checkpoint, examples.train.count);
    if (!restored.ok) return restored;
  }
  const { batchSize, shuffle, stopping } = document.training;
  const from = checkpoint === null ? {} : { from: checkpoint.position };
  emit({ type: 'runState', state: { kind: 'training' } });
  const folder = (name: 'last' | 'best') => path.join(runFolder, 'checkpoints', name);
  let last: EpochRecord | null = checkpoint?.position.record ?? null;
  const ended = await trainLoop(
    stepper,
    training,
    examples,
    { seed, epochs: input.epochs, batchSize, shuffle, stopping, ...from },
    control,
    {
      batch: (record) => {
        emit({ type: 'runBatch', record });
      },
      epoch: async (record, isBest, position) => {
        stepper.saveWeights();
        const kept = await saveLayersModel(model, folder('last'));
        if (!kept.ok) return kept;
        const best = isBest ? await saveLayersModel(model, folder('best')) : kept;
        if (!best.ok) return best;
        // Last, so that whoever goes on from it finds the best weights that it speaks of.
        const resumable = await saveRunCheckpoint(runFolder, training, stepper, position);
        if (!resumable.ok) return resumable;
        last = record;
        emit({ type: 'runEpoch', record });
        return ok(null);
      },
      fault: () => device.fault?.() ?? null,
    },
  );
  if (!ended.ok) return ended;
  const { reason } = ended.value;
  const finished = await finish(stepper, training, ended.value, input, folder);
  if (!finished.ok) return finished;
  const { test, validation } = examples;
  if (reason !== 'stopped' && test !== null) {
    const isKnown = test === validation && !finished.value.restored;
    const record =
      (isKnown ? asTest(last, test.count) : null) ??
      (await runTest(stepper, training, test, input, control));
    if (record !== null) emit({ type: 'runTest', record });
  }
  stepper.free();
  return ok({ reason });
}

/** Leaves the weights in `last` that the run is to be judged by; tells whether they are those of an earlier epoch. */
async function finish(
  stepper: Stepper,
  training: CompiledTraining,
  { reason, position }: LoopEnd,
  { document, runFolder }: TrainInput,
  folder: (name: 'last' | 'best') => string,
): Promise<Result<{ readonly restored: boolean }>> {
  const { model } = training;
  const restores = document.training.stopping?.restoreBestWeights === true && reason !== 'stopped';
  if (!restores && reason !== 'stopped') return ok({ restored: false });
  if (restores) {
    const loaded = await loadWeights(model, folder('best'));
    if (!loaded.ok) return loaded;
    stepper.loadWeights();
  } else {
    stepper.saveWeights();
  }
  const kept = await saveLayersModel(model, folder('last'));
  if (!kept.ok) return kept;
  if (restores) return ok({ restored: true });
  // A run that was stopped goes on from this very step.
  const resumable = await saveRunCheckpoint(runFolder, training, stepper, position);
  return resumable.ok ? ok({ restored: false }) : resumable;
}

/** The last validation as a test, where both are the same examples and the weights have not changed since. */
function asTest(last: EpochRecord | null, examples: number): TestRecord | null {
  if (last?.valLoss === undefined) return null;
  return { loss: last.valLoss, metrics: last.valMetrics ?? {}, examples };
}

async function runTest(
  stepper: Stepper,
  training: CompiledTraining,
  examples: Examples,
  { document }: TrainInput,
  control: RunControl,
): Promise<TestRecord | null> {
  const { batchSize } = document.training;
  const values = await evaluate(stepper, examples, batchSize, control, () => undefined);
  if (values === null) return null;
  const keys = metricsOf(training).map(({ key }) => key);
  return {
    loss: values[0] ?? 0,
    metrics: namedMetrics(keys, values),
    examples: examples.count,
  };
}
