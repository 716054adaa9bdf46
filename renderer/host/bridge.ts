import type { HostEvent } from '#shared/protocol/events.ts';
import type { PickOptions } from '#shared/protocol/host.ts';
import type { RequestName } from '#shared/protocol/requests.ts';

/**
 * What Electron's preload puts on `window.strataBridge` through contextBridge. All values are structured-cloneable.
 * Exactly these members: the page reaches nothing else of Electron.
 */
export interface StrataBridge {
  /** Answers with a `Result`; rejects only when the program itself is broken. */
  request(name: RequestName, input: unknown): Promise<unknown>;
  /** Listens to all events, in order; returns how to stop. */
  onEvent(listener: (event: HostEvent) => void): () => void;
  /** The system's own dialog; null: dismissed. */
  pickPath(options: PickOptions): Promise<string | null>;
  /** Shows a folder in the system's file manager. */
  showFolder(path: string): Promise<boolean>;
  /** Path of a dropped file (`webUtils.getPathForFile`); empty for a file that lies nowhere. */
  pathForFile?(file: File): string;
  /** Tells the window that closing it would lose changes; the window then asks. */
  setUnsaved?(hasUnsaved: boolean): void;
}

declare global {
  interface Window {
    /** Present in Electron only. */
    readonly strataBridge?: StrataBridge;
  }
}
