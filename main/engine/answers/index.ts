import type { DataWork } from '#main/engine/data/dataWork.ts';
import { tellingProgress } from '#main/engine/data/dataWork.ts';
import type { EngineEvent, EngineRequestName, EngineRequests } from '#main/engine/messages.ts';
import type { Racer } from '#main/engine/race/racer.ts';
import { RunControl } from '#main/engine/train/runControl.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { InstallProgress } from '#shared/protocol/types.ts';

type Emit = (event: EngineEvent) => void;

/** Answers of every message. */
type Answers = {
  readonly [Name in EngineRequestName]: (
    input: EngineRequests[Name]['input'],
    emit: Emit,
  ) => Promise<Result<EngineRequests[Name]['output']>> | Result<EngineRequests[Name]['output']>;
};

/** The run of this process; one trains at a time. */
let control: RunControl | null = null;

function tell(word: (running: RunControl) => void): Result<null> {
  if (control === null) return refuse('run.none');
  word(control);
  return ok(null);
}

/** Ends the install of this process. */
let installing: AbortController | null = null;

/** Work with data; it ends with its process. */
function dataWork(emit: Emit): DataWork {
  return { signal: new AbortController().signal, tell: tellingProgress(emit) };
}

/** The device of this process that takes part in a race. */
let racer: Racer | null = null;

/** The message table. What a message needs is loaded when it first comes: tfjs takes most of a second. */
export const answers: Answers = {
  async listDevices() {
    const { listDevices } = await import('#main/engine/devices/index.ts');
    return ok(await listDevices());
  },
  async installDevice({ device }, emit) {
    const own = new AbortController();
    installing = own;
    const { installDevice } = await import('#main/engine/devices/index.ts');
    const onProgress = (progress: InstallProgress) => {
      emit({ type: 'installProgress', progress });
    };
    return installDevice(device, { signal: own.signal, onProgress });
  },
  cancelInstall() {
    installing?.abort();
    return ok(null);
  },
  async inspectData({ document, documentFolder }) {
    const { inspectData } = await import('#main/engine/data/inspect/inspectData.ts');
    return inspectData(document, documentFolder);
  },
  async recogniseData({ paths, ...parts }, emit) {
    const { recogniseAndGuess } = await import('#main/engine/data/inspect/recogniseAndGuess.ts');
    return recogniseAndGuess(paths, dataWork(emit), parts);
  },
  async dataReport({ document, documentFolder }, emit) {
    const { dataReport } = await import('#main/engine/data/inspect/dataReport.ts');
    return dataReport(document.data, documentFolder, dataWork(emit));
  },
  async previewData(input, emit) {
    const { previewData } = await import('#main/engine/data/preview/previewData.ts');
    return previewData(input, dataWork(emit));
  },
  async prepareData(input, emit) {
    const { prepareData } = await import('#main/engine/data/preparation/prepareData.ts');
    return prepareData(input, dataWork(emit));
  },
  async convertTable({ input, output }, emit) {
    const { convertTable } = await import('#main/engine/data/tables/convertTable.ts');
    return convertTable(input, output, dataWork(emit));
  },
  async predictTable(input, emit) {
    const { predictTable } = await import('#main/engine/predict/predictTable.ts');
    return predictTable(input, dataWork(emit));
  },
  async train(input, emit) {
    // Before anything is awaited: a stop may come while tfjs is loaded.
    const own = new RunControl((isPaused) => {
      emit({ type: 'runState', state: { kind: isPaused ? 'paused' : 'training' } });
    });
    control = own;
    try {
      const { runTraining } = await import('#main/engine/train/runTraining.ts');
      return await runTraining(input, own, emit);
    } finally {
      control = null;
    }
  },
  async prepareRace(input) {
    const { Racer } = await import('#main/engine/race/racer.ts');
    const prepared = await Racer.prepare(input);
    if (!prepared.ok) return prepared;
    racer = prepared.value;
    return ok(null);
  },
  raceSteps: ({ forMs }) => racer?.lap(forMs) ?? refuse('run.none'),
  pause: () =>
    tell((running) => {
      running.pause();
    }),
  resume: () =>
    tell((running) => {
      running.resume();
    }),
  stop: () =>
    tell((running) => {
      running.stop();
    }),
  async predict(input) {
    const { predict } = await import('#main/engine/predict/predict.ts');
    return predict(input);
  },
  async previewExport(input) {
    const { previewExport } = await import('#main/engine/formats/exportModel.ts');
    return previewExport(input);
  },
  async exportModel(input, emit) {
    const { exportModel } = await import('#main/engine/formats/exportModel.ts');
    return exportModel(input, emit);
  },
};
