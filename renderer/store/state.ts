import type { DataRecipe, DataSource } from '#shared/data/data.ts';
import type { DataReport } from '#shared/data/report.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Fix } from '#shared/document/checkDocument.ts';
import type { Edit } from '#shared/document/edit.ts';
import type { BlockId, EdgeId, NodeId } from '#shared/graph/graph.ts';
import type { GraphFacts } from '#shared/graph/inferGraph.ts';
import type {
  Language,
  LocalText,
  Problem,
  ProblemPlace,
  Result,
} from '#shared/problems/problem.ts';
import type { Sheet } from '#renderer/store/sheet.ts';
import type { HostEvent } from '#shared/protocol/events.ts';
import type { ConnectionState } from '#shared/protocol/host.ts';
import type {
  BatchRecord,
  DataSummary,
  HostInfo,
  ListedDevice,
  InstallProgress,
  OpenedDocument,
  Preferences,
  RaceResult,
  RunInfo,
  SavedBlock,
} from '#shared/protocol/types.ts';

/** How undo takes an edit: as a step of its own, joined to the step before with the same key, or not at all. */
export type Capture = 'now' | 'never' | { readonly merge: string };

/** A problem of the open document, with repairs that are edits. */
export type DocumentProblem = Problem<Fix>;

/** The open document and what follows from it. */
export interface DocumentSlice {
  /** False: the welcome screen shows, and `document` is an empty one. */
  readonly isOpen: boolean;
  readonly document: StrataDocument;
  /** null: never saved. */
  readonly path: string | null;
  /** Why it cannot be changed; null: it can. */
  readonly readOnly: Problem | null;
  /** Shapes, parameters and states of all layers, kept up to date with every edit. */
  readonly facts: GraphFacts;
  readonly problems: readonly DocumentProblem[];
  /** The graph that the canvas and the inspector show. */
  readonly sheet: Sheet;
  /** The document as its file holds it, or as it was opened; null: never saved, and recovered from a crash. */
  readonly savedDocument: StrataDocument | null;
  /** True: differs from `savedDocument`. */
  readonly isDirty: boolean;
  /** When its file was last written, milliseconds since 1970; null: not in this session. */
  readonly savedAtMs: number | null;
  /** The document as an edit that is only looked at would make it; the canvas draws the difference as a ghost. */
  readonly preview: {
    readonly edit: Edit;
    readonly document: StrataDocument;
    readonly facts: GraphFacts;
  } | null;

  /**
   * Changes the document; an edit of a graph that names no block is made on the sheet. Refused with a notice while the document
   * is read-only.
   */
  readonly edit: (edit: Edit, capture?: Capture) => void;
  /** The same, where an edit that names no block is of the document's own graph. */
  readonly editDocument: (edit: Edit, capture?: Capture) => void;
  /** Shows the inside of a block's instance, or by a shorter path what is around it. */
  readonly openSheet: (path: readonly NodeId[]) => void;
  /** Applies one repair of a problem as one undo step. */
  readonly applyFix: (fix: Fix) => void;
  /** Shows what an edit would do (hover or focus on a fix); null ends it. */
  readonly previewEdit: (edit: Edit | null) => void;

  readonly newDocument: (templateId: string) => Promise<boolean>;
  readonly openDocument: (path: string) => Promise<boolean>;
  readonly importDocument: (name: string, text: string) => Promise<boolean>;
  readonly recoverDocument: (documentId: string) => Promise<boolean>;
  /** Writes to its file, asking for a place first where it has none. False: dismissed or refused. */
  readonly save: () => Promise<boolean>;
  readonly saveAs: () => Promise<boolean>;
  /** Back to the welcome screen, after asking about unsaved changes. */
  readonly closeDocument: () => Promise<boolean>;
  /** Puts an opened document in place; `isUnsaved` where it came from recovery. */
  readonly adopt: (opened: OpenedDocument, isUnsaved?: boolean) => void;
}

/** One undo step. */
export interface HistoryStep {
  readonly label: LocalText;
  /** The document on the other side of the step. */
  readonly document: StrataDocument;
  readonly mergeKey: string | null;
}

/** Undo and redo. */
export interface HistorySlice {
  readonly past: readonly HistoryStep[];
  readonly future: readonly HistoryStep[];
  /** What undo would take back; null: nothing. */
  readonly undoLabel: LocalText | null;
  readonly redoLabel: LocalText | null;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Ends joining: the next edit with the same merge key is a new step (a field lost focus, a drag ended). */
  readonly endMerge: () => void;
}

/** The steps of the top bar that are places of their own. */
export type Step = 'data' | 'design' | 'train';
/** The tabs of the drawer under the canvas. */
export type DrawerTab = 'problems' | 'code' | 'summary';
/** What lies over the page. */
type DialogName = 'export' | 'about' | 'commands' | 'devices' | 'unsaved' | 'shortcuts';

/** What the page shows. */
export interface ViewSlice {
  readonly step: Step;
  readonly selection: readonly NodeId[];
  readonly selectedEdges: readonly EdgeId[];
  /** The layer under the pointer, on the canvas, in the code or in the summary; null: none. */
  readonly hovered: NodeId | null;
  readonly drawer: {
    readonly isOpen: boolean;
    readonly tab: DrawerTab;
    /** Height of its content without the tabs, px. */
    readonly heightPx: number;
  };
  /** Id of the language that the Code tab prints. */
  readonly codeLanguage: string;
  readonly isPaletteOpen: boolean;
  readonly isInspectorOpen: boolean;
  /** The code at the right of the canvas, over the whole height. */
  readonly isCodeOpen: boolean;
  readonly dialog: DialogName | null;
  /** Who waits for the answer to "Save the changes?"; null: nobody asks. */
  readonly unsavedQuestion: ((answer: UnsavedAnswer) => void) | null;
  readonly language: Language;
  readonly colorScheme: 'light' | 'dark';
  /** A place the user asked to see; canvas centers its node, inspector focuses its field. `count` tells two requests apart. */
  readonly reveal: { readonly place: ProblemPlace; readonly count: number } | null;
  /** Last text for the polite live region. */
  readonly announcement: string;

  readonly setStep: (step: Step) => void;
  /** Selects exactly these nodes (and edges). */
  readonly select: (nodes: readonly NodeId[], edges?: readonly EdgeId[]) => void;
  readonly hover: (node: NodeId | null) => void;
  readonly setDrawer: (drawer: Partial<ViewSlice['drawer']>) => void;
  readonly setCodeLanguage: (id: string) => void;
  readonly togglePalette: () => void;
  readonly toggleInspector: () => void;
  readonly toggleCode: () => void;
  readonly openDialog: (dialog: DialogName) => void;
  readonly closeDialog: () => void;
  /** Goes to a place: selects its node, in Design, and asks canvas and inspector to show it. */
  readonly revealPlace: (place: ProblemPlace) => void;
  /** Goes to the next (1) or previous (-1) error or warning after the one shown last. */
  /** Asks what to do with unsaved changes; answers at once with `discard` where there are none. */
  readonly askUnsaved: () => Promise<UnsavedAnswer>;
  readonly answerUnsaved: (answer: UnsavedAnswer) => void;
  readonly stepProblem: (direction: 1 | -1) => void;
  readonly setColorScheme: (scheme: 'light' | 'dark') => void;
  readonly setLanguage: (language: Language) => void;
  readonly announce: (text: string) => void;
}

/** One point of the thin curve of single batches. */
export interface BatchPoint {
  /** Epochs since the start, `2.5` is the middle of the third. */
  readonly at: number;
  /** Mean since the epoch began. */
  readonly loss: number;
  readonly metrics: Readonly<Record<string, number>>;
}

/** The document's runs. */
export interface RunSlice {
  /** Newest first. */
  readonly runs: readonly RunInfo[];
  /** The run of this document that is not over; null: none. It is in `runs` too. */
  readonly live: RunInfo | null;
  /** Where the live run stands; kept at its last value when it ends. At most four times a second. */
  readonly batch: BatchRecord | null;
  /** How far the data of the live run are read and prepared; null: nothing of it is under way. */
  readonly runData: DataProgress | null;
  /** The run that `batch` and `batchTrace` are of: the one that was begun or went on last; null: none was. */
  readonly batchRun: string | null;
  /** Losses within the epochs of the live or last run. */
  readonly batchTrace: readonly BatchPoint[];
  /** Run that the Train step shows; null: the newest. */
  readonly watchedRun: string | null;
  /** Runs drawn beside it. */
  readonly comparedRuns: readonly string[];
  /** Remarks by run id. */
  readonly runLogs: Readonly<Record<string, readonly Problem[]>>;
  /** True between the click and the program's answer, and between the rounds of a cross-validation. */
  readonly isStartingRun: boolean;
  /** Where the document has a cross-validation: Train trains all its rounds, not only the one that the document names. */
  readonly trainsAllRounds: boolean;
  /** Where an export stands; null: none. */
  readonly exportProgress: Extract<HostEvent, { name: 'exportProgress' }>['data'] | null;

  readonly startRun: () => Promise<void>;
  readonly setTrainsAllRounds: (trainsAllRounds: boolean) => void;
  /** Goes on with a run that is over, to so many epochs in all; null: to as many as it was to have. */
  readonly continueRun: (runId: string, epochs: number | null) => Promise<void>;
  readonly pauseRun: () => Promise<void>;
  readonly resumeRun: () => Promise<void>;
  readonly stopRun: () => Promise<void>;
  readonly deleteRun: (runId: string) => Promise<void>;
  readonly refreshRuns: () => Promise<void>;
  /** Shows a run in the Train step; null: the newest. */
  readonly watchRun: (runId: string | null) => void;
  /** Draws a run beside the watched one, or no longer. */
  readonly compareRun: (runId: string, isCompared: boolean) => void;
  /** Takes events of the host, several at once. */
  readonly takeEvents: (events: readonly HostEvent[]) => void;
}

/** A short message at the corner of the page. */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'ok' | 'warn' | 'danger';
  /** Either a problem or a text. */
  readonly problem?: Problem;
  readonly text?: LocalText;
  /** A button that takes care of it and closes the message. */
  readonly action?: { readonly label: LocalText; readonly run: () => void };
}

/** A source that was looked at since the page was opened, with the recipe that was made for it. */
export interface KnownSource {
  readonly source: DataSource;
  readonly report: DataReport;
  readonly recipe: DataRecipe;
}

/** Where reading, describing or preparing data stands. */
type DataProgress = Extract<HostEvent, { name: 'dataProgress' }>['data'];

/** What the data recipe holds, as far as it had to be read to know. */
export interface DataSlice {
  /** The last answer, and the recipe it is about; null: never asked. */
  readonly inspected: {
    readonly data: DataRecipe;
    readonly answer: Result<DataSummary>;
  } | null;
  readonly isInspectingData: boolean;
  /** Reads the open document's data, unless the last answer is about the same recipe. */
  readonly inspectData: () => Promise<void>;

  /** What the source holds: the last answer, and what it was asked about (`reportKey`). null: never asked. */
  readonly dataReport: { readonly key: string; readonly answer: Result<DataReport> } | null;
  readonly isReadingReport: boolean;
  /** Asks what the open document's source holds, unless that is known. */
  readonly readReport: () => Promise<void>;
  /** Asks again, after something went wrong. */
  readonly readAgain: () => Promise<void>;
  /** The user agrees that this document reads the files that it names outside its folder. */
  readonly allowData: () => Promise<boolean>;
  /** null: nothing is under way. */
  readonly dataProgress: DataProgress | null;
  /** Name of what is being recognised; null: nothing is. */
  readonly openingData: string | null;
  /** Sources of this session, the newest first. */
  readonly knownSources: readonly KnownSource[];
  /**
   * Finds out what files or a folder are and takes them as the document's data, in a new document where none is open.
   * False: they could not be read.
   */
  readonly openData: (paths: readonly string[]) => Promise<boolean>;
  /** Asks for a file or a folder first. */
  readonly pickData: (purpose: 'open' | 'folder') => Promise<boolean>;
  /** Takes a set that comes with the program, or one that was looked at before. */
  readonly chooseSource: (source: DataSource) => Promise<boolean>;
  /** Ends what is being read. */
  readonly cancelData: () => Promise<void>;
  readonly takeDataProgress: (progress: DataProgress) => void;
}

/** What the user answered to "Save the changes?". */
type UnsavedAnswer = 'save' | 'discard' | 'cancel';

/** The program behind the page. */
export interface HostSlice {
  /** null: not known yet. */
  readonly hostInfo: HostInfo | null;
  readonly connection: ConnectionState;
  readonly refusedBecause: Problem | null;
  readonly preferences: Preferences;
  /** Empty: not asked for yet. */
  readonly devices: readonly ListedDevice[];
  readonly notices: readonly Notice[];
  readonly setPreferences: (preferences: Partial<Preferences>) => Promise<void>;
  readonly loadDevices: () => Promise<void>;
  /** Installs what a device needs; what goes wrong becomes a notice. */
  readonly installDevice: (device: string) => Promise<void>;
  readonly cancelInstall: (device: string) => Promise<void>;
  /** Takes what the program says of an install, also of one that it began itself. */
  readonly takeInstall: (progress: InstallProgress) => void;
  readonly endInstall: (device: string, problem: Problem | null) => void;
  readonly notify: (notice: Omit<Notice, 'id'>) => void;
  readonly dismissNotice: (id: number) => void;
}

/** How fast the devices train the open document. */
export interface RaceSlice {
  /** What the last race of this model came to; null: there was none, or nobody has asked. */
  readonly race: RaceResult | null;
  readonly isRacing: boolean;
  readonly loadRace: () => Promise<void>;
  /** Compares the devices, at most ten seconds; what goes wrong becomes a notice. */
  readonly raceDevices: () => Promise<void>;
  readonly skipRace: () => Promise<void>;
}

/** The user's own library of blocks. */
export interface BlockSlice {
  readonly savedBlocks: readonly SavedBlock[];
  readonly loadBlocks: () => Promise<void>;
  /** Keeps a block of the open document, with those that it uses. */
  readonly saveBlock: (id: BlockId) => Promise<void>;
  readonly deleteBlock: (id: BlockId) => Promise<void>;
}

/** Everything the page knows, in one store. */
export type StrataState = DocumentSlice &
  HistorySlice &
  ViewSlice &
  DataSlice &
  RunSlice &
  HostSlice &
  BlockSlice &
  RaceSlice;
