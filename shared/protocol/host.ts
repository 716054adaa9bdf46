import type { Problem } from '#shared/problems/problem.ts';
import type { HostEvent } from '#shared/protocol/events.ts';
import type { Answer, RequestInput, RequestName } from '#shared/protocol/requests.ts';

/** State of the way between page and program. */
export type ConnectionState = 'connecting' | 'connected' | 'lost' | 'refused';

/** What the user is asked to choose. */
export interface PickOptions {
  readonly purpose: 'open' | 'save' | 'folder';
  readonly title: string;
  /** Suggested file name or folder. */
  readonly suggested?: string;
  /** Accepted endings without dot, `['strata']`; empty: any. */
  readonly extensions: readonly string[];
}

/**
 * The one door between the page and the program. Electron's bridge and the web socket implement it alike;
 * the command line implements the part it needs.
 */
export interface Host {
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Answer<Name>>;
  /** Listens to all events, in order; returns how to stop. */
  subscribe(listener: (event: HostEvent) => void): () => void;
  /** Listens to the connection itself: `lost` shows a banner, `connected` hides it, `refused` (with the reason) is final. */
  onConnection(listener: (state: ConnectionState, problem?: Problem) => void): () => void;
  /** Asks the user for a path; null: dismissed. */
  pickPath(options: PickOptions): Promise<string | null>;
  /** Shows a folder in the system's file manager, where the host can; else false. */
  showFolder(path: string): Promise<boolean>;
}
