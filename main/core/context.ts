import type { Answer, RequestInput, RequestName } from '#shared/protocol/requests.ts';
import type { HostInfo } from '#shared/protocol/types.ts';
import type { AllowedPaths } from '#main/core/allowedPaths.ts';
import type { DataConsents } from '#main/core/dataConsents.ts';
import type { DocumentLocks } from '#main/core/documentLocks.ts';
import type { EventLog } from '#main/core/eventLog.ts';
import type { InstallManager } from '#main/core/installs.ts';
import type { EnginePool } from '#main/core/pool.ts';
import type { RaceManager } from '#main/core/race/raceManager.ts';
import type { RoundManager } from '#main/core/rounds.ts';
import type { RunManager } from '#main/core/runManager.ts';
import type { SeenFiles } from '#main/core/seenFiles.ts';
import type { Autosave } from '#main/workspace/autosave.ts';
import type { JsonFile } from '#main/workspace/jsonFile.ts';
import type { Paths } from '#main/workspace/paths.ts';
import type { Recents } from '#main/workspace/recents.ts';
import type { Preferences, SavedBlock } from '#shared/protocol/types.ts';

/** What handlers work with. One core has one. */
export interface Context {
  readonly hostInfo: HostInfo;
  readonly paths: Paths;
  readonly allowed: AllowedPaths;
  readonly events: EventLog;
  readonly pool: EnginePool;
  readonly locks: DocumentLocks;
  readonly seen: SeenFiles;
  readonly races: RaceManager;
  readonly runs: RunManager;
  readonly rounds: RoundManager;
  readonly installs: InstallManager;
  readonly autosave: Autosave;
  readonly recents: Recents;
  readonly preferences: JsonFile<Preferences>;
  readonly savedBlocks: JsonFile<readonly SavedBlock[]>;
  readonly consents: DataConsents;
}

/** Answers one request. `session` is who asks: one window, one tab, one command. */
export type Handler<Name extends RequestName> = (
  input: RequestInput<Name>,
  context: Context,
  session: string,
) => Promise<Answer<Name>> | Answer<Name>;

/** A handler for every request. */
export type Handlers = { readonly [Name in RequestName]: Handler<Name> };
