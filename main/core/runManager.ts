import { readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { StrataDocument } from '#shared/document/document.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import type { RequestInput } from '#shared/protocol/requests.ts';
import type { RunInfo, RunRound, RunState } from '#shared/protocol/types.ts';
import type { EngineEvent, EngineRequests } from '#main/engine/messages.ts';
import { writeContinued } from '#main/core/continueRun.ts';
import type { Continued } from '#main/core/continueRun.ts';
import type { EventLog } from '#main/core/eventLog.ts';
import type { Log } from '#main/core/log.ts';
import type { EnginePool } from '#main/core/pool.ts';
import type { RaceManager } from '#main/core/race/raceManager.ts';
import { hasCheckpoint } from '#main/workspace/checkpoint.ts';
import { withFiles } from '#main/workspace/fileProblem.ts';
import { adoptRuns, moveRun, moveRuns } from '#main/workspace/moveRuns.ts';
import { fileNameOf } from '#main/workspace/paths.ts';
import {
  appendMetrics,
  createRunFolder,
  hasEnded,
  hasWeights,
  heartbeatMs,
  listRunsOf,
  newRunId,
  readRun,
  readRunsIn,
  runsFolderFor,
  touchRun,
  writeRunInfo,
} from '#main/workspace/runs.ts';
import type { MetricsLine } from '#main/workspace/runs.ts';

/** What a run manager works with. */
export interface RunManagerParts {
  readonly pool: EnginePool;
  readonly races: RaceManager;
  readonly events: EventLog;
  readonly unsavedRunsFolder: string;
  readonly log: Log;
}

/** How the engine goes on from a run's checkpoint; null: it begins. */
type Continuing = EngineRequests['train']['input']['continuing'];

interface LiveRun {
  info: RunInfo;
  /** Where its folder has to go once it has ended: its document was saved meanwhile. */
  moveTo: string | null;
  /** Device whose library it repairs before it can train. */
  repairs: string | null;
  /** Its device is being chosen: no engine process is asked yet. */
  isChoosing: boolean;
  /** It was stopped while its device was chosen. */
  isStopped: boolean;
  /** Writes to its folder, one after the other. */
  writes: Promise<void>;
  /** A full disk is told once, not with every epoch. */
  toldWriteProblem: boolean;
  ended: Promise<void>;
}

/** The life of runs: started, heard, kept on disk, ended. One trains at a time, since it takes the whole machine. */
export class RunManager {
  readonly #parts: RunManagerParts;
  /** Folders of the runs that were started or listed. */
  readonly #folders = new Map<string, string>();
  #live: LiveRun | null = null;
  /** Set while a run is being prepared, before it is live. */
  #isStarting = false;

  constructor(parts: RunManagerParts) {
    this.#parts = parts;
  }

  /** The run that is not over yet. */
  get live(): RunInfo | null {
    return this.#live?.info ?? null;
  }

  /** Starts a run and answers once its folder exists; what follows are events. */
  async start(
    input: RequestInput<'startRun'>,
    round: RunRound | null = null,
  ): Promise<Result<RunInfo>> {
    return this.#alone(() => this.#start(input, round));
  }

  /** The live run's state once it is over, and its folder complete; null: this one is not live. */
  async whenOver(runId: string): Promise<RunState | null> {
    const live = this.#live;
    if (live?.info.id !== runId) return null;
    await live.ended;
    return live.info.state;
  }

  /** Goes on with a run that is over; `plan` is what `planContinued` has found. */
  async continue(plan: Continued, documentPath: string | null): Promise<Result<RunInfo>> {
    return this.#alone(async () => {
      const unfit = await this.#whyNotOn(plan.info.device);
      if (unfit !== null) return unfit;
      const written = await writeContinued(plan);
      if (!written.ok) return written;
      const { isPatienceNew } = plan;
      const folder = documentPath === null ? null : dirname(documentPath);
      return ok(this.#begin(plan.info, folder, { isPatienceNew }));
    });
  }

  /** The folder of a run that was started or listed. Problem: `core.runUnknown`. */
  folderOf(runId: string): Result<string> {
    const folder = this.#folders.get(runId);
    return folder === undefined ? refuse('core.runUnknown') : ok(folder);
  }

  async #alone(begin: () => Promise<Result<RunInfo>>): Promise<Result<RunInfo>> {
    if (this.#live || this.#isStarting) {
      return refuse('core.runGoesOn', { name: this.#live?.info.documentName ?? '' });
    }
    this.#isStarting = true;
    try {
      return await begin();
    } finally {
      this.#isStarting = false;
    }
  }

  async #start(input: RequestInput<'startRun'>, round: RunRound | null): Promise<Result<RunInfo>> {
    const { unsavedRunsFolder } = this.#parts;
    const seed = input.seed ?? input.document.seed;
    const epochs = input.epochs ?? input.document.training.epochs;
    const document: StrataDocument = {
      ...input.document,
      seed,
      training: { ...input.document.training, epochs },
    };
    const id = newRunId();
    const place =
      input.folder === undefined
        ? join(await runsFolderFor(document, input.path, unsavedRunsFolder), id)
        : resolve(input.folder);
    if (!(await isEmptyOrAbsent(place))) return refuse('core.folderNotEmpty', { path: place });
    const unfit = await this.#whyNotOn(input.device);
    if (unfit !== null) return unfit;
    const earlier = await listRunsOf(document.id, input.path, unsavedRunsFolder);
    const info: RunInfo = {
      id,
      number: Math.max(0, ...earlier.map((run) => run.number)) + 1,
      documentId: document.id,
      documentName: document.name,
      folder: place,
      startedAtMs: Date.now(),
      state: { kind: 'preparing', what: 'engine' },
      device: input.device,
      seed,
      epochs: [],
      test: null,
      document,
      ...(round === null ? {} : { round }),
      hasWeights: false,
      hasCheckpoint: false,
    };
    const created = await withFiles(place, () => createRunFolder(info));
    if (!created.ok) return created;
    return ok(this.#begin(info, input.path === null ? null : dirname(input.path), null));
  }

  /** A run whose folder is ready becomes the live one. */
  #begin(info: RunInfo, documentFolder: string | null, continuing: Continuing): RunInfo {
    this.#folders.set(info.id, info.folder);
    const live: LiveRun = {
      info,
      moveTo: null,
      repairs: null,
      isChoosing: false,
      isStopped: false,
      writes: Promise.resolve(),
      toldWriteProblem: false,
      ended: Promise.resolve(),
    };
    this.#live = live;
    this.#parts.events.publish('runStarted', { run: info });
    live.ended = this.#train(live, documentFolder, continuing);
    return info;
  }

  /** Before anything is written: whether this machine has the device that is asked for. */
  async #whyNotOn(id: string): Promise<Result<never> | null> {
    if (id === 'auto') return null;
    // Of the process that is to train, which is started for it anyway.
    const listed = await this.#parts.pool.request('run', 'listDevices', null);
    if (!listed.ok) return listed;
    const device = listed.value.find((each) => each.id === id);
    if (device === undefined) {
      const known = listed.value.map((each) => each.id).join(', ');
      return refuse('device.unknown', { device: id, known });
    }
    // What only needs installing or mending is the engine's own affair: it tries, and says why not.
    return device.unavailable === null || device.install !== null ? null : fail(device.unavailable);
  }

  async #train(
    live: LiveRun,
    documentFolder: string | null,
    continuing: Continuing,
  ): Promise<void> {
    const { pool, log } = this.#parts;
    const heartbeat = setInterval(() => void touchRun(live.info.folder), heartbeatMs);
    let state: RunState;
    try {
      const device = await this.#chooseDevice(live, documentFolder);
      const { info } = live;
      const result: Result<{ reason: 'finished' | 'stopped' | 'stoppedEarly' }> = live.isStopped
        ? ok({ reason: 'stopped' })
        : await pool.request(
            'run',
            'train',
            {
              document: info.document,
              documentFolder,
              device: info.device,
              prefer: device,
              seed: info.seed,
              epochs: info.document.training.epochs,
              runFolder: info.folder,
              continuing,
            },
            (event) => {
              this.#hear(live, event);
            },
          );
      state = result.ok
        ? { kind: 'done', reason: result.value.reason }
        : { kind: 'failed', problem: result.problem };
    } catch (error) {
      log('training', error);
      state = { kind: 'failed', problem: internalProblem() };
    } finally {
      clearInterval(heartbeat);
    }
    // A new process for the next run: it starts from the same state, and this one's memory is given back.
    pool.end('run', refuse('core.closing'));
    await this.#finish(live, state);
  }

  /**
   * Device that `auto` means for this model, raced for where that is not known; null: the usual order. The process that is
   * to train will be one in which it works.
   */
  async #chooseDevice(live: LiveRun, documentFolder: string | null): Promise<string | null> {
    const { races, pool } = this.#parts;
    const { document, device } = live.info;
    const isAuto = device === 'auto';
    live.isChoosing = true;
    try {
      const preferred = isAuto
        ? await races.deviceFor({ document, documentFolder }, () => {
            if (!live.isStopped) this.#setState(live, { kind: 'preparing', what: 'race' });
            return !live.isStopped;
          })
        : null;
      await pool.fit('run', () => races.needsNode(isAuto ? preferred : device));
      return preferred;
    } finally {
      live.isChoosing = false;
    }
  }

  /** The end is told last: who hears it finds the folder complete and may start the next run. */
  async #finish(live: LiveRun, state: RunState): Promise<void> {
    const { events, log } = this.#parts;
    this.#endRepair(live);
    const { folder: own } = live.info;
    const kept = { hasWeights: await hasWeights(own), hasCheckpoint: await hasCheckpoint(own) };
    live.info = { ...live.info, state, ...kept };
    this.#write(live, () => writeRunInfo(live.info));
    await live.writes;
    this.#live = null;
    const { id, documentId, folder } = live.info;
    if (live.moveTo !== null) {
      try {
        this.#folders.set(id, await moveRun(folder, live.moveTo));
      } catch (error) {
        log('moving a run', error);
      }
    }
    events.publish('runState', { runId: id, state });
    if (live.moveTo !== null) events.publish('runsChanged', { documentId });
  }

  #hear(live: LiveRun, event: EngineEvent): void {
    const { events } = this.#parts;
    const runId = live.info.id;
    switch (event.type) {
      case 'runState':
        // Done and failed come with the answer; a late word must not undo the user's stop.
        if (hasEnded(event.state) || live.info.state.kind === 'stopping') return;
        this.#setState(live, event.state);
        return;
      case 'runDevice':
        this.#endRepair(live);
        live.info = { ...live.info, device: event.device };
        this.#write(live, () => writeRunInfo(live.info));
        events.publish('runDevice', { runId, device: event.device });
        return;
      case 'runBatch':
        events.publish('runBatch', { runId, record: event.record });
        return;
      case 'runEpoch':
        live.info = { ...live.info, epochs: [...live.info.epochs, event.record] };
        this.#keep(live, { type: 'epoch', ...event.record });
        events.publish('runEpoch', { runId, record: event.record });
        return;
      case 'runTest':
        live.info = { ...live.info, test: event.record };
        this.#keep(live, { type: 'test', ...event.record });
        events.publish('runTest', { runId, record: event.record });
        return;
      case 'runLog':
        this.#keep(live, { type: 'remark', remark: event.remark });
        events.publish('runLog', { runId, remark: event.remark });
        return;
      case 'installProgress':
        live.repairs = event.progress.device;
        events.publish('installProgress', { progress: event.progress });
        return;
      case 'dataProgress':
        events.publish('dataProgress', { ...event.progress, runId });
        return;
      case 'ready':
      case 'exportProgress':
        return;
    }
  }

  /** A run that found its device damaged has repaired it, or given up. */
  #endRepair(live: LiveRun): void {
    if (live.repairs === null) return;
    this.#parts.events.publish('installEnded', { device: live.repairs, problem: null });
    live.repairs = null;
  }

  #setState(live: LiveRun, state: RunState): void {
    live.info = { ...live.info, state };
    this.#write(live, () => writeRunInfo(live.info));
    this.#parts.events.publish('runState', { runId: live.info.id, state });
  }

  #keep(live: LiveRun, line: MetricsLine): void {
    this.#write(live, () => appendMetrics(live.info.folder, line));
  }

  /** A folder that can no longer be written does not end training: the user is told, and may make room. */
  #write(live: LiveRun, work: () => Promise<void>): void {
    live.writes = live.writes.then(async () => {
      try {
        const written = await withFiles(live.info.folder, work);
        if (written.ok || live.toldWriteProblem) return;
        live.toldWriteProblem = true;
        this.#parts.events.publish('runLog', { runId: live.info.id, remark: written.problem });
      } catch (error) {
        this.#parts.log('writing a run', error);
      }
    });
  }

  /** Pauses after the current step. */
  pause(runId: string): Promise<Result<null>> {
    return this.#tell(runId, 'pause', 'training');
  }

  /** Goes on after a pause. */
  resume(runId: string): Promise<Result<null>> {
    return this.#tell(runId, 'resume', 'paused');
  }

  async #tell(runId: string, message: 'pause' | 'resume', expected: RunState['kind']) {
    const live = this.#live;
    if (live?.info.id !== runId) return refuse('core.runIsOver');
    if (live.info.state.kind !== expected) {
      return refuse(message === 'pause' ? 'core.cannotPause' : 'core.cannotResume');
    }
    return this.#parts.pool.request('run', message, null);
  }

  /** Ends after the current step and keeps what was learned. Stopping twice is no mistake. */
  async stop(runId: string): Promise<Result<null>> {
    const live = this.#live;
    if (live?.info.id !== runId) return refuse('core.runIsOver');
    if (live.info.state.kind === 'stopping') return ok(null);
    const before = live.info.state;
    this.#setState(live, { kind: 'stopping' });
    if (live.isChoosing) {
      live.isStopped = true;
      await this.#parts.races.skip();
      return ok(null);
    }
    const told = await this.#parts.pool.request('run', 'stop', null);
    // It may have ended by itself in this very moment.
    if (told.ok || this.#live !== live) return ok(null);
    this.#setState(live, before);
    return told;
  }

  /** All runs of a document, the live one as it is now. */
  async list(documentId: string, path: string | null): Promise<readonly RunInfo[]> {
    const stored = await listRunsOf(documentId, path, this.#parts.unsavedRunsFolder);
    const live = this.live;
    const runs = stored.filter((run) => run.id !== live?.id);
    if (live?.documentId === documentId) {
      const { folder } = live;
      const kept = {
        hasWeights: await hasWeights(folder),
        hasCheckpoint: await hasCheckpoint(folder),
      };
      runs.push({ ...live, ...kept });
    }
    for (const run of runs) this.#folders.set(run.id, run.folder);
    return runs;
  }

  /** Deletes a run with its weights. */
  async delete(runId: string): Promise<Result<null>> {
    if (this.#live?.info.id === runId)
      return refuse('core.runGoesOn', { name: this.#live.info.documentName });
    const folder = this.#folders.get(runId);
    const run = folder === undefined ? null : await readRun(folder);
    if (folder === undefined || run?.id !== runId) return refuse('core.runUnknown');
    const removed = await withFiles(folder, () => rm(folder, { recursive: true }));
    if (!removed.ok) return removed;
    this.#folders.delete(runId);
    this.#parts.events.publish('runsChanged', { documentId: run.documentId });
    return ok(null);
  }

  /** Takes a document's runs along from the name that its file had before. */
  async documentOpened(documentId: string, path: string): Promise<void> {
    try {
      const hasMoved = await adoptRuns(documentId, path, (folder) => folder !== this.live?.folder);
      if (hasMoved) this.#parts.events.publish('runsChanged', { documentId });
    } catch (error) {
      // A folder that cannot be written keeps them under the old name.
      this.#parts.log('taking runs along', error);
    }
  }

  /** Takes a document's runs along from user data to its file. */
  async documentSaved(documentId: string, path: string): Promise<void> {
    const { unsavedRunsFolder, events, log } = this.#parts;
    const target = await runsFolderFor({ id: documentId }, path, unsavedRunsFolder);
    await this.documentOpened(documentId, path);
    const source = join(unsavedRunsFolder, fileNameOf(documentId));
    const found = await readdir(source).catch(() => []);
    if (source === target || found.length === 0) return;
    const live = this.#live;
    if (live && dirname(live.info.folder) === source) live.moveTo = target;
    try {
      await moveRuns(source, target, (folder) => folder !== this.live?.folder);
      for (const run of await readRunsIn(target)) this.#folders.set(run.id, run.folder);
    } catch (error) {
      // They stay where they were and are found there.
      log('moving runs', error);
    }
    events.publish('runsChanged', { documentId });
  }

  /** Ends the live run, as far as it came, because the program ends. */
  async close(): Promise<void> {
    const live = this.#live;
    if (!live) return;
    live.isStopped = true;
    if (live.isChoosing) await this.#parts.races.skip();
    this.#parts.pool.end('run', refuse('core.closing'));
    await live.ended;
  }
}

/** The problem of our own bugs. */
export function internalProblem(): Problem {
  return { code: 'core.internal', severity: 'error', values: {} };
}

/** True where a folder may be filled: it is empty, or not there yet. */
export async function isEmptyOrAbsent(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}
