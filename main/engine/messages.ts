import type { StrataDocument } from '#shared/document/document.ts';
import type { DataReport } from '#shared/data/report.ts';
import type { Events } from '#shared/protocol/events.ts';
import type { Problem, Result } from '#shared/problems/problem.ts';
import type {
  BatchRecord,
  DataPreview,
  DataSummary,
  DeviceInfo,
  EpochRecord,
  ExportedFile,
  ExportOptions,
  ExportResult,
  InstallProgress,
  RecognisedData,
  RunState,
  TestRecord,
  WrittenFile,
} from '#shared/protocol/types.ts';

/** Purposes of engine processes; the pool keeps at most one of each (one a run for `run`). */
export type EnginePurpose = 'run' | 'model' | 'data' | 'install' | `race ${string}`;

/** A document whose data are read. */
interface DocumentData {
  readonly document: StrataDocument;
  readonly documentFolder: string | null;
}

/** A folder of weights: `model.json` and `weights.bin` in tfjs LayersModel format. */
export interface WeightsPlace {
  readonly folder: string;
}

/** What core asks of an engine process, and what it answers. One message is one entry. */
export interface EngineRequests {
  readonly listDevices: { input: null; output: readonly DeviceInfo[] };
  /** Answers when the device can be used; `installProgress` comes meanwhile. */
  readonly installDevice: { input: { readonly device: string }; output: null };
  /** Ends the install; its own request is answered with `install.cancelled`. */
  readonly cancelInstall: { input: null; output: null };
  readonly inspectData: {
    input: { readonly document: StrataDocument; readonly documentFolder: string | null };
    output: DataSummary;
  };
  /** What files or a folder are. */
  readonly recogniseData: {
    input: {
      readonly paths: readonly string[];
      readonly validation?: string | undefined;
      readonly test?: string | undefined;
    };
    output: RecognisedData;
  };
  readonly dataReport: { input: DocumentData; output: DataReport };
  readonly previewData: {
    input: DocumentData & {
      readonly step: number | null;
      readonly from: number;
      readonly count: number;
    };
    output: DataPreview;
  };
  readonly prepareData: { input: DocumentData & { readonly output: string }; output: WrittenFile };
  readonly convertTable: {
    input: { readonly input: string; readonly output: string };
    output: WrittenFile;
  };
  readonly predictTable: {
    input: {
      readonly document: StrataDocument;
      readonly runFolder: string;
      readonly weights: WeightsPlace;
      readonly input: string;
      readonly output: string;
      /** Column that names rows in the output; null: their numbers, from 1. */
      readonly id: string | null;
    };
    output: WrittenFile;
  };
  /** Answers when training has ended; `runEvent`s come meanwhile. */
  readonly train: {
    input: {
      readonly document: StrataDocument;
      readonly documentFolder: string | null;
      /** Device id or `auto`. */
      readonly device: string;
      /** With `auto`: the device to try first; null: the usual order. */
      readonly prefer: string | null;
      readonly seed: number;
      readonly epochs: number;
      /** Existing folder of the run; weights go to `<folder>/checkpoints/last` and `.../best`. */
      readonly runFolder: string;
      /** How to go on from the folder's checkpoint; null: from the beginning. */
      readonly continuing: {
        /** Early stopping waits again as long as at the beginning. */
        readonly isPatienceNew: boolean;
      } | null;
    };
    output: { readonly reason: 'finished' | 'stopped' | 'stoppedEarly' };
  };
  /** Opens a device for a race and takes the first steps on it, which are not counted. */
  readonly prepareRace: {
    input: Omit<EngineRequests['train']['input'], 'epochs' | 'runFolder' | 'prefer' | 'continuing'>;
    output: null;
  };
  /** Real steps for about so long, one call of the device at least; `prepareRace` comes first. */
  readonly raceSteps: {
    input: { readonly forMs: number };
    output: {
      readonly steps: number;
      readonly elapsedMs: number;
      readonly stepsPerEpoch: number;
      /** The most that was held so far, the graphics card's memory included where that is known. */
      readonly memoryBytes: number;
    };
  };
  readonly pause: { input: null; output: null };
  readonly resume: { input: null; output: null };
  readonly stop: { input: null; output: null };
  readonly predict: {
    input: {
      readonly document: StrataDocument;
      readonly weights: WeightsPlace;
      /** NPY, IDX or PNG file. */
      readonly inputPath: string;
    };
    output: {
      readonly outputs: readonly {
        readonly name: string;
        readonly shape: readonly number[];
        readonly values: Float32Array;
      }[];
    };
  };
  readonly previewExport: {
    input: {
      readonly document: StrataDocument;
      readonly documentFolder: string | null;
      /** null: untrained weights, made from the document's seed. */
      readonly weights: WeightsPlace | null;
      readonly target: string;
      readonly options: ExportOptions;
    };
    output: readonly ExportedFile[];
  };
  readonly exportModel: {
    input: EngineRequests['previewExport']['input'] & { readonly folder: string };
    output: ExportResult;
  };
}

/** Name of a message. */
export type EngineRequestName = keyof EngineRequests;

/** Core → engine process. */
export type ToEngine = {
  [Name in EngineRequestName]: {
    readonly id: number;
    readonly name: Name;
    readonly input: EngineRequests[Name]['input'];
  };
}[EngineRequestName];

/** What an engine process says without being asked. */
export type EngineEvent =
  | { readonly type: 'ready' }
  | { readonly type: 'runState'; readonly state: RunState }
  | { readonly type: 'runDevice'; readonly device: string }
  | { readonly type: 'runBatch'; readonly record: BatchRecord }
  | { readonly type: 'runEpoch'; readonly record: EpochRecord }
  | { readonly type: 'runTest'; readonly record: TestRecord }
  | { readonly type: 'runLog'; readonly remark: Problem }
  | { readonly type: 'dataProgress'; readonly progress: Events['dataProgress'] }
  | { readonly type: 'installProgress'; readonly progress: InstallProgress }
  | {
      readonly type: 'exportProgress';
      readonly step: 'generating' | 'writing' | 'compiling' | 'running' | 'comparing';
      readonly fraction: number;
    };

/** Engine process → core. */
export type FromEngine =
  | { readonly type: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'event'; readonly event: EngineEvent };
