import type { Problem } from '#shared/problems/problem.ts';
import type {
  BatchRecord,
  EpochRecord,
  InstallProgress,
  Preferences,
  RaceResult,
  RunInfo,
  RunState,
  TestRecord,
} from '#shared/protocol/types.ts';

/** The event table: everything the core says without being asked. One event is one entry. */
export interface Events {
  readonly runStarted: { readonly run: RunInfo };
  readonly runState: { readonly runId: string; readonly state: RunState };
  /** What really trains it, once that is known. */
  readonly runDevice: { readonly runId: string; readonly device: string };
  readonly runBatch: { readonly runId: string; readonly record: BatchRecord };
  readonly runEpoch: { readonly runId: string; readonly record: EpochRecord };
  readonly runTest: { readonly runId: string; readonly record: TestRecord };
  /** No further round of this cross-validation is trained; the problem says why one could not be started. */
  readonly roundsEnded: { readonly series: string; readonly problem: Problem | null };
  /** A remark for the run's log: what was repaired, what fell back. */
  readonly runLog: { readonly runId: string; readonly remark: Problem };
  /** Runs of this document were moved or deleted: ask for the list again. */
  readonly runsChanged: { readonly documentId: string };
  readonly exportProgress: {
    readonly step: 'generating' | 'writing' | 'compiling' | 'running' | 'comparing';
    /** 0 to 1. */
    readonly fraction: number;
  };
  /** How far reading, describing, preparing or writing data has come. */
  readonly dataProgress: {
    readonly step: 'reading' | 'describing' | 'fitting' | 'preparing' | 'writing';
    /** 0 to 1. */
    readonly fraction: number;
    /** The run whose data they are; absent: a request asked for it. */
    readonly runId?: string;
  };
  readonly installProgress: { readonly progress: InstallProgress };
  /** The device can be used now (ask for the list again), or the problem says why not. */
  readonly installEnded: { readonly device: string; readonly problem: Problem | null };
  /** Devices were compared with the model of this document. */
  readonly raceEnded: { readonly documentId: string; readonly result: RaceResult };
  readonly preferencesChanged: { readonly preferences: Preferences };
  /** Only in hosts with a menu: the user chose a command there. `command` is a command id of the page. */
  readonly menuCommand: { readonly command: string };
  /** The host was asked to open this file (double click, second instance, drop on the icon). */
  readonly openRequested: { readonly path: string };
}

/** Name of an event. */
export type EventName = keyof Events;

/** An event as it travels. Sequence numbers grow by one over all events; a page that reconnects is replayed what it missed. */
export type HostEvent = {
  [Name in EventName]: {
    readonly name: Name;
    readonly sequence: number;
    readonly data: Events[Name];
  };
}[EventName];
