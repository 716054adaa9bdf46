import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Where everything lies. Nothing else in the program puts together a path of its own. */
export interface Paths {
  /** Folder of the program itself: package.json, build/, resources/. */
  readonly appRoot: string;
  readonly engineEntry: string;
  readonly rendererFolder: string;
  readonly preferencesFile: string;
  /** The user's own library of blocks. */
  readonly blocksFile: string;
  readonly recentsFile: string;
  /** Which device was fastest for which model. */
  readonly racesFile: string;
  /** Data outside their documents' folders that the user has chosen or agreed to. */
  readonly dataConsentsFile: string;
  readonly windowStateFile: string;
  /** One file a document that has unsaved changes. */
  readonly autosaveFolder: string;
  /** Runs of documents that have no file, or whose folder cannot be written: one folder a document id. */
  readonly unsavedRunsFolder: string;
  /** Libraries of devices that the user installed. `STRATA_ENGINES` overrides it, so that several homes share them. */
  readonly enginesFolder: string;
  /** Libraries of devices that came with a packaged program. */
  readonly carriedEnginesFolder: string;
  /** What can be had again: downloads, compiled kernels. */
  readonly cacheFolder: string;
  readonly logFile: string;
}

/** What the answer depends on; tests give their own. */
export interface PathsInput {
  readonly appRoot: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly platform?: string;
  readonly home?: string;
}

/**
 * Where things lie. `STRATA_HOME` puts all of it into one folder; otherwise the platform's own places are used (XDG on
 * Linux, Library on macOS, AppData on Windows).
 */
export function paths({
  appRoot,
  env = process.env,
  platform = process.platform,
  home = homedir(),
}: PathsInput): Paths {
  const { data, cache, logs, engines } = folders(env, platform, home);
  return {
    appRoot,
    engineEntry: join(appRoot, 'build', 'main', 'engine.cjs'),
    rendererFolder: join(appRoot, 'build', 'renderer'),
    preferencesFile: join(data, 'preferences.json'),
    blocksFile: join(data, 'blocks.json'),
    recentsFile: join(data, 'recents.json'),
    racesFile: join(data, 'races.json'),
    dataConsentsFile: join(data, 'data-consents.json'),
    windowStateFile: join(data, 'window.json'),
    autosaveFolder: join(data, 'autosave'),
    unsavedRunsFolder: join(data, 'runs'),
    enginesFolder: env.STRATA_ENGINES || engines,
    carriedEnginesFolder: join(appRoot, 'build', 'engines'),
    cacheFolder: cache,
    logFile: join(logs, 'strata.log'),
  };
}

function folders(env: NonNullable<PathsInput['env']>, platform: string, home: string) {
  // An empty variable counts as absent, as the XDG specification says.
  const of = (name: string, otherwise: string) => env[name] || otherwise;
  const own = env.STRATA_HOME;
  if (own) {
    const inside = (name: string) => join(own, name);
    return {
      data: own,
      cache: inside('cache'),
      logs: inside('logs'),
      engines: inside('engines'),
    };
  }
  if (platform === 'win32') {
    const roaming = join(of('APPDATA', join(home, 'AppData', 'Roaming')), 'Strata');
    const local = join(of('LOCALAPPDATA', join(home, 'AppData', 'Local')), 'Strata');
    return {
      data: roaming,
      cache: join(local, 'Cache'),
      logs: join(local, 'Logs'),
      // Too large for a profile that roams.
      engines: join(local, 'Engines'),
    };
  }
  if (platform === 'darwin') {
    const library = join(home, 'Library');
    const data = join(library, 'Application Support', 'Strata');
    return {
      data,
      engines: join(data, 'engines'),
      cache: join(library, 'Caches', 'Strata'),
      logs: join(library, 'Logs', 'Strata'),
    };
  }
  const data = join(of('XDG_DATA_HOME', join(home, '.local', 'share')), 'strata');
  return {
    data,
    engines: join(data, 'engines'),
    cache: join(of('XDG_CACHE_HOME', join(home, '.cache')), 'strata'),
    logs: join(of('XDG_STATE_HOME', join(home, '.local', 'state')), 'strata'),
  };
}

/** Ending of document files, with its dot. */
export const documentExtension = '.strata';

/** Folder of a saved document's runs: `cats.strata` has `cats.runs`. */
export function runsFolderOf(documentPath: string): string {
  return join(dirname(documentPath), `${basename(documentPath, documentExtension)}.runs`);
}

/** The document whose runs folder this is, by its name; null: it is no such folder. */
export function documentOfRuns(folder: string): string | null {
  const name = basename(folder, '.runs');
  return name === basename(folder) ? null : join(dirname(folder), `${name}${documentExtension}`);
}

/** Names inside a run's folder. */
export const runFiles = {
  info: 'run.json',
  document: 'document.strata',
  metrics: 'metrics.jsonl',
  /** Weights after the last finished epoch, as a tfjs LayersModel. */
  lastWeights: join('checkpoints', 'last'),
  /** Weights, the optimizer's memory and the position of training after the last finished epoch or the last stop. */
  checkpoint: join('checkpoints', 'training.safetensors'),
} as const;

/** Name of the backup that is kept beside a document. */
export function backupOf(documentPath: string): string {
  return `${documentPath}.bak`;
}

/** A file name made of an id that may hold anything. UUIDs stay readable. */
export function fileNameOf(id: string): string {
  return /^[\w-]{1,80}$/.test(id) ? id : createHash('sha256').update(id).digest('hex');
}
