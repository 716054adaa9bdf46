import type * as tfjs from '@tensorflow/tfjs';
import { compileModel } from '#main/engine/compile/compileModel.ts';
import { compileTraining } from '#main/engine/compile/compileTraining.ts';
import type { CompiledTraining } from '#main/engine/compile/compileTraining.ts';
import type { DataWork } from '#main/engine/data/dataWork.ts';
import { loadExamples } from '#main/engine/data/examples/loadExamples.ts';
import type { LoadedExamples } from '#main/engine/data/examples/loadExamples.ts';
import type { OpenDevice, Tf } from '#main/engine/devices/device.ts';
import { openDevice } from '#main/engine/devices/index.ts';
import { threadsFor } from '#main/engine/devices/native/environment.ts';
import { checkMemory } from '#main/engine/train/checkMemory.ts';
import { eagerStepper } from '#main/engine/train/eagerStepper.ts';
import type { SplitExamples } from '#main/engine/train/examples.ts';
import type { OpenStepper, Stepper } from '#main/engine/train/stepper.ts';
import type { FittedRecipe } from '#shared/data/fitted.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/problem.ts';
import type { InstallProgress } from '#shared/protocol/types.ts';

/** What is to be trained, wherever. */
interface RunInput {
  readonly document: StrataDocument;
  readonly documentFolder: string | null;
  /** Device id or `auto`. */
  readonly device: string;
  /** With `auto`: the device to try first. */
  readonly prefer?: string | null;
  readonly seed: number;
  /** What the data's steps have learned in an earlier part of the run; absent: they learn from the training rows. */
  readonly fitted?: FittedRecipe;
}

/** Everything that a run's steps need. */
export interface PreparedRun {
  readonly model: tfjs.LayersModel;
  readonly training: CompiledTraining;
  readonly examples: SplitExamples;
  /** What the data's steps have learned, and what is to be closed at the end. */
  readonly loaded: LoadedExamples;
  readonly stepper: Stepper;
  /** For the run's log: what the stepper had to do without. */
  readonly remarks: readonly Problem[];
}

/** Opens the device of a run, with the threads that suit its model. */
export function openRunDevice(
  { document, device, prefer }: RunInput,
  facts: GraphFacts,
  onInstallProgress?: (progress: InstallProgress) => void,
): Promise<Result<OpenDevice>> {
  const { batchSize } = document.training;
  return openDevice(device, {
    prefer: prefer ?? null,
    threads: threadsFor(facts, batchSize),
    multiplyAdds: facts.totals.multiplyAdds * batchSize,
    ...(onInstallProgress === undefined ? {} : { onInstallProgress }),
  });
}

/**
 * Reads the data and builds the model on an open device. `tell` hears what is being done, `tellData` how far the data are;
 * `signal` ends the reading.
 */
export async function prepareRun(
  device: OpenDevice,
  facts: GraphFacts,
  { document, documentFolder, seed, fitted }: RunInput,
  tell: (what: 'data' | 'model') => void = () => undefined,
  signal: AbortSignal = new AbortController().signal,
  tellData: DataWork['tell'] = () => undefined,
): Promise<Result<PreparedRun>> {
  const { tf } = device;
  const room = checkMemory(device, document, facts);
  if (!room.ok) return room;
  tell('data');
  const loaded = await loadExamples(tf, document, facts, documentFolder, {
    seed,
    signal,
    augments: true,
    tell: tellData,
    ...(fitted === undefined ? {} : { fitted }),
  });
  if (!loaded.ok) return loaded;
  tell('model');
  let built: Result<PreparedRun> | null = null;
  try {
    built = build(device, facts, document, seed, loaded.value);
    return built;
  } finally {
    if (built?.ok !== true) await loaded.value.close();
  }
}

function build(
  { tf, openStepper }: OpenDevice,
  facts: GraphFacts,
  document: StrataDocument,
  seed: number,
  loaded: LoadedExamples,
): Result<PreparedRun> {
  const { examples, problems } = loaded;
  const model = compileModel(tf, { ...document, seed }, facts);
  if (!model.ok) return model;
  const training = compileTraining(tf, model.value, facts, document.training);
  if (!training.ok) return training;
  const open = openStepper ?? openEagerly(tf);
  const { batchSize } = document.training;
  const opened = open(training.value, examples, { seed, batchSize });
  return ok({
    model: model.value,
    training: training.value,
    examples,
    loaded,
    stepper: opened.stepper,
    remarks: [...problems, ...opened.remarks],
  });
}

function openEagerly(tf: Tf): OpenStepper {
  return (training, examples, settings) => ({
    stepper: eagerStepper(tf, training, examples, settings),
    remarks: [],
  });
}
