import type { LocalText, Problem } from '#shared/problems/problem.ts';
import type { DataRecipe, DataSource } from '#shared/data/data.ts';
import type { DataReport, FeatureReport, PreviewRows } from '#shared/data/report.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { TemplateCategory } from '#shared/document/templates.ts';
import type { ThumbnailBar } from '#shared/document/thumbnail.ts';
import type { Block } from '#shared/graph/graph.ts';

export type { ThumbnailBar } from '#shared/document/thumbnail.ts';

/** A block of the user's own library. */
export interface SavedBlock {
  readonly block: Block;
  /** Blocks that it uses. */
  readonly uses: readonly Block[];
}

/** What the page must know about the program it is connected to. */
export interface HostInfo {
  readonly host: 'electron' | 'web' | 'cli';
  readonly version: string;
  /** `process.platform` of the machine. */
  readonly platform: string;
  /** The system's language, as a BCP 47 tag. */
  readonly locale: string;
  readonly homeFolder: string;
}

/** One entry of the gallery. */
export interface TemplateInfo {
  readonly id: string;
  readonly title: LocalText;
  readonly doc: LocalText;
  readonly category: TemplateCategory;
  /** Layers without inputs and outputs. */
  readonly layerCount: number;
  readonly parameterCount: number;
  readonly thumbnail: readonly ThumbnailBar[];
}

/** One document that was open before. */
export interface RecentDocument {
  readonly path: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly openedAtMs: number;
  readonly thumbnail: readonly ThumbnailBar[];
}

/** A document that was open, unsaved, when the program ended. */
export interface RecoveredDocument {
  readonly documentId: string;
  readonly name: string;
  /** Its file; null: it never had one. */
  readonly path: string | null;
  /** When it was last kept, milliseconds since 1970. */
  readonly savedAtMs: number;
}

/** An opened document. */
export interface OpenedDocument {
  readonly document: StrataDocument;
  /** null: not saved yet. */
  readonly path: string | null;
  /** Why it cannot be changed; null: it can. */
  readonly readOnly: Problem | null;
  /** What was mended while reading. */
  readonly repairs: readonly Problem[];
}

/** A place in the web host's file browser. */
export interface FolderListing {
  readonly path: string;
  /** null: the user may not go further up. */
  readonly parent: string | null;
  readonly entries: readonly {
    readonly name: string;
    readonly path: string;
    readonly isFolder: boolean;
    readonly sizeBytes: number;
  }[];
  /** Folders that the user allows, the starting points. */
  readonly roots: readonly string[];
}

/** One device that could train. */
export interface DeviceInfo {
  readonly id: string;
  readonly title: LocalText;
  /** `null`: available; else the reason why not. */
  readonly unavailable: Problem | null;
  /** Version of the library behind it. */
  readonly version: string;
  /** Threads or GPU name. */
  readonly detail: LocalText;
  /** True where a program plays the hardware: it works, slowly, and `auto` never takes it. */
  readonly isSoftware?: boolean;
  /** True where it works only in a plain Node, not in a process of Electron's. */
  readonly needsNode?: boolean;
  /** Memory of the machine, or of the GPU; null: not known. */
  readonly memoryBytes: number | null;
  /** What installing it takes, where that would make it available; else null. */
  readonly install: DeviceInstall | null;
}

/** A device as the page and the command line list it: with what is being done for it. */
export interface ListedDevice extends DeviceInfo {
  /** How far its install has come; null: none goes on. */
  readonly installing: InstallProgress | null;
}

/** What installing a device takes. */
export interface DeviceInstall {
  readonly downloadBytes: number;
  /** When installed. */
  readonly diskBytes: number;
  /** Small enough to be installed without being asked for. */
  readonly isAutomatic: boolean;
  /** What is missing on this machine; null: it can be installed. */
  readonly hindrance: Problem | null;
}

/** Steps of an install, in their order; downloading and unpacking take turns. */
export type InstallStep = 'preparing' | 'downloading' | 'unpacking' | 'compiling' | 'checking';

/** How far an install has come. */
export interface InstallProgress {
  readonly device: string;
  readonly step: InstallStep;
  /** Bytes fetched. */
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** Of everything, 0 to 1. */
  readonly fraction: number;
}

/** What one device did in a race. */
export interface RaceEntry {
  readonly device: string;
  /** By the median of its steps; null: it took none. */
  readonly secondsPerEpoch: number | null;
  /** The most that its process has held, the graphics card's memory included where that is known. */
  readonly memoryBytes: number | null;
  /** What it failed at. */
  readonly problem: Problem | null;
}

/** How fast devices train one model, by a few real steps. */
export interface RaceResult {
  readonly entries: readonly RaceEntry[];
  /** Device that `auto` uses for this model; null: nothing was measured. */
  readonly winner: string | null;
  /** Milliseconds since 1970. */
  readonly measuredAtMs: number;
}

/** What a file or folder was recognised as. */
export interface RecognisedData {
  readonly source: DataSource;
  readonly report: DataReport;
  /** A recipe to begin with: roles, kinds, steps and split are guessed; nothing is bound yet. */
  readonly recipe: DataRecipe;
}

/** Data before and after a step. */
export interface DataPreview {
  readonly before: PreviewRows;
  readonly after: PreviewRows;
  /** Of the features that the step takes, over a sample of the training rows. */
  readonly reportBefore: readonly FeatureReport[];
  readonly reportAfter: readonly FeatureReport[];
  /** What the step learned, as short text for each of its features: `mean 29.84`. */
  readonly learned: Readonly<Record<string, LocalText>>;
  /**
   * With `step` null: the first rows, at most 8, of the features that augmentations change, as the first epoch would see them.
   * null: nothing is changed.
   */
  readonly augmented: PreviewRows | null;
  /** Rows of each part. */
  readonly counts: { readonly train: number; readonly validation: number; readonly test: number };
  readonly problems: readonly Problem[];
}

/** A file that was written. */
export interface WrittenFile {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
}

/** What a data source holds, once read. */
export interface DataSummary {
  readonly features: readonly {
    readonly name: string;
    readonly shape: readonly (number | null)[];
    readonly dtype: 'float32' | 'int32' | 'uint8';
    /** Class names of a target; null: it has none. */
    readonly classes: readonly string[] | null;
  }[];
  readonly trainCount: number;
  readonly validationCount: number;
  readonly testCount: number;
}

/** State of a run: one union, never several booleans. */
export type RunState =
  | { readonly kind: 'preparing'; readonly what: 'race' | 'engine' | 'data' | 'model' }
  | { readonly kind: 'training' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'stopping' }
  | { readonly kind: 'done'; readonly reason: 'finished' | 'stopped' | 'stoppedEarly' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What is known at the end of an epoch. Metric keys are `accuracy`, or `output_name/accuracy` where several outputs exist. */
export interface EpochRecord {
  /** 1-based. */
  readonly epoch: number;
  readonly epochs: number;
  readonly loss: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly valLoss?: number;
  readonly valMetrics?: Readonly<Record<string, number>>;
  /** Since training began, pauses left out. */
  readonly elapsedMs: number;
  readonly examplesPerSecond: number;
  readonly learningRate: number;
  /** How long the device waited for examples in this epoch; absent: they lay in memory. */
  readonly dataWaitMs?: number;
}

/** Where training stands inside an epoch. Sent at most four times a second. */
export interface BatchRecord {
  readonly epoch: number;
  readonly epochs: number;
  /** 1-based. */
  readonly batch: number;
  readonly batches: number;
  /** Mean since the epoch began. */
  readonly loss: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly examplesPerSecond: number;
  readonly elapsedMs: number;
  /** Estimated time to the end of training. */
  readonly remainingMs: number;
}

/** Result on the test part. */
export interface TestRecord {
  readonly loss: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly examples: number;
}

/** Place of a run among the rounds of a cross-validation that were started together. */
export interface RunRound {
  /** The same for all of them. */
  readonly series: string;
  /** 1-based. */
  readonly round: number;
  readonly rounds: number;
}

/** One run: what was trained, how far it came. */
export interface RunInfo {
  readonly id: string;
  /** 1-based number within its document. */
  readonly number: number;
  readonly documentId: string;
  readonly documentName: string;
  readonly folder: string;
  readonly startedAtMs: number;
  readonly state: RunState;
  readonly device: string;
  readonly seed: number;
  readonly epochs: readonly EpochRecord[];
  readonly test: TestRecord | null;
  /** The document as it was trained. */
  readonly document: StrataDocument;
  /** Absent: it was started alone. */
  readonly round?: RunRound;
  /** True once weights lie in the run's folder. */
  readonly hasWeights: boolean;
  /** True once a checkpoint lies there from which training can go on. */
  readonly hasCheckpoint: boolean;
}

/** One file that an export writes. */
export interface ExportedFile {
  /** Relative, with `/`. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Content of text files; null for binary ones. */
  readonly text: string | null;
}

/** The outcome of running what was exported. */
export type Verification =
  | {
      readonly kind: 'verified';
      /** Largest absolute difference between the export's outputs and the model's. */
      readonly maxDifference: number;
      readonly examples: number;
      readonly outputs: number;
    }
  | { readonly kind: 'notVerified'; readonly reason: Problem }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** A finished export. */
export interface ExportResult {
  readonly folder: string;
  readonly files: readonly ExportedFile[];
  readonly verification: Verification;
}

/** Choices of an export. */
export interface ExportOptions {
  readonly weights: boolean;
  /** Training code and data recipe. */
  readonly trainingCode: boolean;
  readonly verify: boolean;
}

/** What the program remembers for the user. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  readonly language: 'system' | 'en' | 'zh-CN';
  /** Device id or `auto`. */
  readonly device: string;
  readonly singleLetterShortcuts: boolean;
  /** Whether the program fetches the processor's library by itself. */
  readonly installEngines: boolean;
}
