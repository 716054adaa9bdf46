import type { EnginePurpose, FromEngine, ToEngine } from '#main/engine/messages.ts';

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
