import { homedir } from 'node:os';
import type { EventName, Events, HostEvent } from '#shared/protocol/events.ts';
import { requests } from '#shared/protocol/requests.ts';
import type { Answer, RequestInput, RequestName } from '#shared/protocol/requests.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { HostInfo } from '#shared/protocol/types.ts';
import { AllowedPaths } from '#main/core/allowedPaths.ts';
import type { Context, Handler } from '#main/core/context.ts';
import { dataConsents } from '#main/core/dataConsents.ts';
import { DocumentLocks } from '#main/core/documentLocks.ts';
import type { Forks } from '#main/core/engineHandle.ts';
import { eventLog } from '#main/core/eventLog.ts';
import { installMissing } from '#main/core/handlers/deviceHandlers.ts';
import { handlers } from '#main/core/handlers/index.ts';
import { InstallManager } from '#main/core/installs.ts';
import { fileLog } from '#main/core/log.ts';
import { enginePool } from '#main/core/pool.ts';
import { RaceManager } from '#main/core/race/raceManager.ts';
import { RoundManager } from '#main/core/rounds.ts';
import { RunManager, internalProblem } from '#main/core/runManager.ts';
import { SeenFiles } from '#main/core/seenFiles.ts';
import { autosaveFolder } from '#main/workspace/autosave.ts';
import { fileProblem } from '#main/workspace/fileProblem.ts';
import type { Paths } from '#main/workspace/paths.ts';
import { savedBlocksFile } from '#main/workspace/savedBlocks.ts';
import { preferencesFile } from '#main/workspace/preferences.ts';
import { racesFile } from '#main/workspace/races.ts';
import { recentsFile } from '#main/workspace/recents.ts';

/** What a core is made from. */
export interface CoreOptions {
  readonly paths: Paths;
  readonly forks: Forks;
  readonly host: HostInfo['host'];
  readonly version: string;
  /** The system's language, a BCP 47 tag; absent: that of the process. */
  readonly locale?: string;
  /** Where requests may read and write; null: anywhere. */
  readonly allowedFolders?: readonly string[] | null;
}

/** Answers the request table and says what happens. The hosts are thin shells around it. */
export interface Core {
  /** Never rejects. The input comes from outside and is checked. `session` is who asks. */
  request<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
    session: string,
  ): Promise<Answer<Name>>;
  /** The same for a message whose name and input nobody has checked yet. */
  requestUnchecked(name: unknown, input: unknown, session: string): Promise<Result<unknown>>;
  /** Listens to all events from now on; returns how to stop. */
  subscribe(listener: (event: HostEvent) => void): () => void;
  /** Events after a sequence number; null where some are no longer kept. */
  eventsSince(sequence: number): readonly HostEvent[] | null;
  /** Sequence number of the newest event. */
  readonly sequence: number;
  /** For hosts: what the menu or the system said. */
  publish<Name extends EventName>(name: Name, data: Events[Name]): void;
  /** Installs in the background what should be there, unless the user has turned it off. Called once the page is up. */
  installMissing(): void;
  /** A session is gone: its documents can be edited by others again. */
  endSession(session: string): void;
  /** Ends all engine processes; a run that goes on ends as far as it came. */
  close(): Promise<void>;
}

/** Makes a core. */
export function createCore(options: CoreOptions): Core {
  const { paths } = options;
  const log = fileLog(paths.logFile);
  const events = eventLog();
  const pool = enginePool(options.forks);
  const races = new RaceManager({ pool, events, races: racesFile(paths.racesFile), log });
  const { unsavedRunsFolder } = paths;
  const runs = new RunManager({ pool, races, events, unsavedRunsFolder, log });
  const allowed = new AllowedPaths(options.allowedFolders ?? null, [paths.unsavedRunsFolder]);
  const context: Context = {
    hostInfo: {
      host: options.host,
      version: options.version,
      platform: process.platform,
      locale: options.locale ?? Intl.DateTimeFormat().resolvedOptions().locale,
      homeFolder: homedir(),
    },
    paths,
    allowed,
    events,
    pool,
    locks: new DocumentLocks(),
    seen: new SeenFiles(),
    installs: new InstallManager(pool, events),
    races,
    runs,
    rounds: new RoundManager(runs, events),
    autosave: autosaveFolder(paths.autosaveFolder),
    recents: recentsFile(paths.recentsFile),
    preferences: preferencesFile(paths.preferencesFile),
    savedBlocks: savedBlocksFile(paths.blocksFile),
    consents: dataConsents(paths.dataConsentsFile, allowed),
  };

  const requestUnchecked = async (
    name: unknown,
    input: unknown,
    session: string,
  ): Promise<Result<unknown>> => {
    if (!isRequestName(name)) return refuse('core.unknownRequest', { name: String(name) });
    try {
      const checked = await checkInput(name, input, context.allowed);
      if (!checked.ok) return checked;
      // The table pairs each name with a handler of its own input; the pairing is lost in the union of names.
      const handler = handlers[name] as Handler<RequestName>;
      return await handler(checked.value as RequestInput<RequestName>, context, session);
    } catch (error) {
      const problem = fileProblem(error);
      log(`request ${name}`, error);
      return fail(problem ?? internalProblem());
    }
  };

  return {
    // The same pairing, seen from outside.
    request: (name, input, session) =>
      requestUnchecked(name, input, session) as Promise<Answer<typeof name>>,
    requestUnchecked,
    subscribe: (listener) => events.subscribe(listener),
    eventsSince: (sequence) => events.since(sequence),
    get sequence() {
      return events.sequence;
    },
    publish: (name, data) => {
      events.publish(name, data);
    },
    installMissing() {
      installMissing(context).catch((error: unknown) => {
        log('installing in the background', error);
      });
    },
    endSession(session) {
      context.locks.releaseAll(session);
      context.seen.forget(session);
    },
    async close() {
      context.rounds.close();
      await Promise.all([context.runs.close(), context.installs.close()]);
      pool.close();
    },
  };
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requests, name);
}

async function checkInput(
  name: RequestName,
  input: unknown,
  allowed: AllowedPaths,
): Promise<Result<unknown>> {
  const { input: schema, paths } = requests[name];
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse('core.badRequest', {
      name,
      where: issue?.path.map(String).join('.') ?? '',
      reason: issue?.message ?? '',
    });
  }
  for (const key of paths) {
    const given: unknown = (parsed.data as Readonly<Record<string, unknown>>)[key];
    for (const path of Array.isArray(given) ? given : [given]) {
      if (typeof path !== 'string') continue;
      const isAllowed = await allowed.check(path);
      if (!isAllowed.ok) return isAllowed;
    }
  }
  return ok(parsed.data);
}
