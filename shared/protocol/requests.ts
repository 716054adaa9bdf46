import { z } from 'zod';
import type { StrataDocument } from '#shared/document/document.ts';
import { blockSchema, documentSchema } from '#shared/document/schema.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { DataReport } from '#shared/data/report.ts';
import type {
  DataPreview,
  DataSummary,
  ExportedFile,
  ExportResult,
  FolderListing,
  HostInfo,
  ListedDevice,
  OpenedDocument,
  Preferences,
  RaceResult,
  RecentDocument,
  RecognisedData,
  RecoveredDocument,
  RunInfo,
  SavedBlock,
  TemplateInfo,
  WrittenFile,
} from '#shared/protocol/types.ts';

declare const output: unique symbol;

/** One entry of the request table: a schema that checks what comes in, and the type of what goes out. */
export interface RequestDefinition<Input, Output> {
  readonly input: z.ZodType<Input>;
  /** Which parts of the input are paths of files or folders, or lists of them: they must be absolute and lie where the host may go. */
  readonly paths: readonly string[];
  readonly [output]?: Output;
}

/** `request<Output>()(inputSchema, namesOfPaths)`. */
function request<Output>(): <Input>(
  input: z.ZodType<Input>,
  paths?: readonly (keyof Input & string)[],
) => RequestDefinition<Input, Output> {
  return (input, paths = []) => ({ input, paths });
}

const nothing = z.strictObject({});
/** The compiler compares the document's type with its schema here. */
const document: z.ZodType<StrataDocument> = documentSchema;
const path = z.string().min(1).max(4096);
const id = z.string().min(1).max(200);
const exportOptions = z.strictObject({
  weights: z.boolean(),
  trainingCode: z.boolean(),
  verify: z.boolean(),
});
/** What a new run is made of. */
const newRun = {
  document,
  /** File of the document; null: not saved yet. */
  path: path.nullable(),
  device: z.string().max(100),
  epochs: z.int().min(1).max(1_000_000).optional(),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .optional(),
  /** Folder of the run (of rounds: in which each has one of its own); absent: beside the document, or in user data while it is unsaved. */
  folder: path.optional(),
};
/** What preferences may hold. */
export const preferencesSchema: z.ZodType<Preferences> = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', 'en', 'zh-CN']),
  device: z.string().max(100),
  singleLetterShortcuts: z.boolean(),
  // Absent in files of earlier versions.
  installEngines: z.boolean().default(true),
});

/**
 * Everything a host can ask of the core. One request is one entry here and one handler in main/core/handlers;
 * tests/contract runs every entry over Electron, the web host and the command line.
 */
export const requests = {
  hostInfo: request<HostInfo>()(nothing),
  getPreferences: request<Preferences>()(nothing),
  setPreferences: request<Preferences>()(preferencesSchema),

  listTemplates: request<readonly TemplateInfo[]>()(nothing),
  createFromTemplate: request<OpenedDocument>()(z.strictObject({ template: id })),

  /** The user's own library of blocks. */
  listBlocks: request<readonly SavedBlock[]>()(nothing),
  /** Keeps a block, or what has become of it, and answers with the library. */
  saveBlock: request<readonly SavedBlock[]>()(
    z.strictObject({ block: blockSchema, uses: z.array(blockSchema).max(1000) }),
  ),
  deleteBlock: request<readonly SavedBlock[]>()(z.strictObject({ id })),

  listRecents: request<readonly RecentDocument[]>()(nothing),
  clearRecents: request<null>()(nothing),
  listRecovered: request<readonly RecoveredDocument[]>()(nothing),
  recoverDocument: request<OpenedDocument>()(z.strictObject({ documentId: id })),
  discardRecovered: request<null>()(z.strictObject({ documentId: id })),

  /** Opens a file and takes the right to edit it; read-only where another editor has it. */
  openDocument: request<OpenedDocument>()(z.strictObject({ path }), ['path']),
  /** Opens a document whose text was dropped onto the page. It has no path until it is saved. */
  importDocument: request<OpenedDocument>()(
    z.strictObject({ name: z.string().max(255), text: z.string().max(64 * 1024 * 1024) }),
  ),
  /** Keeps an unsaved revision for recovery; called after changes. */
  autosaveDocument: request<{ readonly savedAtMs: number }>()(
    z.strictObject({ document, path: path.nullable() }),
    ['path'],
  ),
  /** Writes the file atomically and keeps one backup. */
  saveDocument: request<{ readonly path: string }>()(
    z.strictObject({ document, path, overwrite: z.boolean() }),
    ['path'],
  ),
  /** Gives back the right to edit; with `discard` its autosaved revision goes too. */
  closeDocument: request<null>()(z.strictObject({ documentId: id, discard: z.boolean() })),

  /** The web host's file browser, limited to the folders that the user allows. */
  listFolder: request<FolderListing>()(z.strictObject({ path: path.nullable() }), ['path']),

  listDevices: request<readonly ListedDevice[]>()(nothing),
  /** Installs what a device needs, or repairs it; answers at the end, `installProgress` comes meanwhile. */
  installDevice: request<null>()(z.strictObject({ device: id })),
  /** What was finished is kept for the next try. */
  cancelInstall: request<null>()(z.strictObject({ device: id })),
  /** Compares the devices by a few real steps of this model, at most 10 s; the fastest is then used for `auto`. */
  raceDevices: request<RaceResult>()(z.strictObject({ document, path: path.nullable() }), ['path']),
  /** What the last race of this model came to; null: there was none. */
  getRace: request<RaceResult | null>()(z.strictObject({ document })),
  /** Ends a race with what has come out so far; a run that waits for it goes on. */
  skipRace: request<null>()(nothing),
  inspectData: request<DataSummary>()(z.strictObject({ document, path: path.nullable() }), [
    'path',
  ]),
  /** What a file or folder (or several files) is, what it holds, and a recipe to begin with. */
  recogniseData: request<RecognisedData>()(
    z.strictObject({
      paths: z.array(path).min(1).max(100),
      /** Files or folders of parts of their own; absent: by the names of `paths`. */
      validation: path.optional(),
      test: path.optional(),
    }),
    ['paths', 'validation', 'test'],
  ),
  /** The user agrees that this document reads the data that it names outside its folder; said once. */
  allowData: request<null>()(z.strictObject({ document, path: path.nullable() }), ['path']),
  /** What the document's source holds. */
  dataReport: request<DataReport>()(z.strictObject({ document, path: path.nullable() }), ['path']),
  /** Rows and statistics before and after a step of the recipe; `step` null: as they are read and after all steps. */
  previewData: request<DataPreview>()(
    z.strictObject({
      document,
      path: path.nullable(),
      step: z.int().min(0).max(1000).nullable(),
      from: z.int().min(0),
      count: z.int().min(1).max(1000),
    }),
    ['path'],
  ),
  /** Writes the prepared data as .npz, .csv or .parquet; answers with the file. */
  prepareData: request<WrittenFile>()(
    z.strictObject({ document, path: path.nullable(), output: path }),
    ['path', 'output'],
  ),
  /** Writes a table as .csv, .txt (tabs), .json, .jsonl or .parquet, by the ending of `output`. */
  convertTable: request<WrittenFile>()(z.strictObject({ input: path, output: path }), [
    'input',
    'output',
  ]),
  /** Predicts every row of a file and writes a table of id and prediction: a competition's submission. */
  predictTable: request<WrittenFile>()(
    z.strictObject({
      runFolder: path,
      input: path,
      output: path,
      id: z.string().max(1000).nullable(),
    }),
    ['runFolder', 'input', 'output'],
  ),
  /** Ends what is done with data now; its own request is answered with `data.cancelled`. */
  cancelData: request<null>()(nothing),

  startRun: request<RunInfo>()(z.strictObject(newRun), ['path', 'folder']),
  /**
   * Trains all rounds of the document's cross-validation, one after the other; each is a run (`round` says which). Answers once the
   * first has its folder; `roundsEnded` is the last event. Who stops one of them stops all; one that fails is the last.
   */
  startRounds: request<RunInfo>()(
    z.strictObject({
      ...newRun,
      /** So many rounds; absent: as many as the document has. */
      folds: z.int().min(2).max(20).optional(),
    }),
    ['path', 'folder'],
  ),
  /**
   * Goes on with a run that failed, was stopped or is finished, from its checkpoint and in its folder. Its document is the one that
   * was trained. Answers once the folder says so; what follows are events, the first of them `runStarted`.
   */
  continueRun: request<RunInfo>()(
    z
      .strictObject({
        /** Either this, of a run that was started or listed, */
        runId: id.optional(),
        /** or its folder. */
        runFolder: path.optional(),
        /** The document's file, beside which its data may lie; null: the one that the run lies beside. */
        path: path.nullable(),
        /** Absent: the one that has trained it. */
        device: z.string().max(100).optional(),
        /** In all, those that are done included; absent: as many as the run was to have. */
        epochs: z.int().min(1).max(1_000_000).optional(),
      })
      .refine(({ runId, runFolder }) => (runId === undefined) !== (runFolder === undefined), {
        message: 'either runId or runFolder',
      }),
    ['path', 'runFolder'],
  ),
  pauseRun: request<null>()(z.strictObject({ runId: id })),
  resumeRun: request<null>()(z.strictObject({ runId: id })),
  /** Ends after the current step and keeps what was learned. */
  stopRun: request<null>()(z.strictObject({ runId: id })),
  listRuns: request<readonly RunInfo[]>()(
    z.strictObject({ documentId: id, path: path.nullable() }),
    ['path'],
  ),
  deleteRun: request<null>()(z.strictObject({ runId: id })),

  /** Predicts for examples of a file (NPY, IDX, PNG) with a run's weights. */
  predict: request<{
    readonly outputs: readonly {
      readonly name: string;
      readonly shape: readonly number[];
      readonly values: Float32Array;
    }[];
  }>()(z.strictObject({ runFolder: path, input: path }), ['runFolder', 'input']),

  /** The files an export would write, without writing them: for the export dialog's preview. */
  previewExport: request<readonly ExportedFile[]>()(
    z.strictObject({
      document,
      path: path.nullable(),
      runFolder: path.nullable(),
      target: id,
      options: exportOptions,
    }),
    ['path', 'runFolder'],
  ),
  /** Writes an export and runs it: only then is it called exported. */
  exportModel: request<ExportResult>()(
    z.strictObject({
      document,
      path: path.nullable(),
      runFolder: path.nullable(),
      target: id,
      folder: path,
      options: exportOptions,
      overwrite: z.boolean(),
    }),
    ['path', 'runFolder', 'folder'],
  ),
  cancelExport: request<null>()(nothing),
} as const;

/** The request table. */
type Requests = typeof requests;
/** Name of a request. */
export type RequestName = keyof Requests;
/** What a request takes. */
export type RequestInput<Name extends RequestName> =
  Requests[Name] extends RequestDefinition<infer Input, unknown> ? Input : never;
/** What a request gives. */
export type RequestOutput<Name extends RequestName> =
  Requests[Name] extends RequestDefinition<unknown, infer Output> ? Output : never;
/** The answer as it travels. */
export type Answer<Name extends RequestName> = Result<RequestOutput<Name>>;
