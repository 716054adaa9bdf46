import { availableParallelism } from 'node:os';
import type { Paths } from '#main/workspace/paths.ts';
import type { EnginePurpose, FromEngine, ToEngine } from '#main/engine/messages.ts';

/** Where an engine process finds the program and the libraries of devices. */
export type EnginePaths = Pick<Paths, 'engineEntry' | 'appRoot' | 'enginesFolder'>;

/**
 * What an engine process is told through its environment. What a library reads there, its device sets before it loads it.
 * `node`: the plain Node that devices which need one are asked in; absent: the process is one itself, or there is none.
 */
export function engineEnvironment(
  paths: EnginePaths,
  node: string | null = null,
): Readonly<Record<string, string>> {
  return {
    STRATA_APP_ROOT: paths.appRoot,
    STRATA_ENGINES: paths.enginesFolder,
    STRATA_NODE: node ?? '',
    // Files are read and pictures decoded by Node's own threads, of which there are four if nothing is said.
    UV_THREADPOOL_SIZE: String(Math.max(4, availableParallelism())),
  };
}

/** One engine process, however it was forked. */
export interface EngineHandle {
  /** Does nothing once the process is gone. */
  send(message: ToEngine): void;
  onMessage(listener: (message: FromEngine) => void): void;
  /** Called once. `reason` says in the system's words how it ended: `SIGKILL`, `exit code 134`. */
  onExit(listener: (reason: string) => void): void;
  /** Ends the process at once. */
  kill(): void;
}

/** Starts an engine process (build/main/engine.cjs): by child_process in Node, by utilityProcess in Electron. */
export type Fork = (purpose: EnginePurpose) => EngineHandle;

/** The ways to start engine processes. */
export interface Forks {
  readonly usual: Fork;
  /** In a plain Node, for devices that need one; null: the usual one does, or there is no Node. */
  readonly inNode: Fork | null;
}
