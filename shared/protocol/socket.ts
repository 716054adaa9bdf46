import type { Problem, Result } from '#shared/problems/problem.ts';
import type { HostEvent } from '#shared/protocol/events.ts';
import type { RequestName } from '#shared/protocol/requests.ts';

/**
 * What travels on the web host's socket (`ws://127.0.0.1:PORT/socket`, same origin as the page).
 *
 * 1. The page takes the token out of its address (`#token=…` or `?token=…`) and sends `hello` as its first frame.
 * 2. The server answers `welcome`, or `refused` and closes with code `refusedCloseCode`: the page must not try again.
 * 3. Then requests go up, answers come down under the same id (in any order), and events come in order of their
 *    sequence numbers. Any other close means that the connection was lost: the page connects again (0.25 s, doubled up
 *    to 5 s) and says `hello` with its session and the last sequence number it saw.
 *
 * Every frame is JSON text. Binary values are cut out of it and follow as binary frames: see frames.ts.
 */
export const socketPath = '/socket';

/** Close code of a socket that was refused for good (wrong token, full). */
export const refusedCloseCode = 4401;

/** Page → server, first frame. */
interface HelloMessage {
  readonly type: 'hello';
  /** 64 hexadecimal digits. */
  readonly token: string;
  /**
   * The session that this page had before (kept in sessionStorage); null: a new one. A session owns the right to edit
   * its open documents and outlives a dropped connection by half a minute. Where another tab is using it (a
   * duplicated tab), the server answers with another session.
   */
  readonly session: string | null;
  /** Sequence number of the last event seen; null: none, nothing is replayed. */
  readonly since: number | null;
}

/** Page → server. */
interface RequestMessage {
  readonly type: 'request';
  /** Chosen by the page, unique among its open requests. */
  readonly id: number;
  readonly name: RequestName;
  readonly input: unknown;
}

/** Server → page: connected. */
export interface WelcomeMessage {
  readonly type: 'welcome';
  readonly session: string;
  /** True where the session is the one asked for: its documents are still held for it. */
  readonly resumed: boolean;
  /** Sequence number of the newest event at this moment. */
  readonly sequence: number;
}

/** Server → page: go away, and why. */
interface RefusedMessage {
  readonly type: 'refused';
  readonly problem: Problem;
}

/** Server → page. */
interface AnswerMessage {
  readonly type: 'answer';
  readonly id: number;
  readonly result: Result<unknown>;
}

/** Server → page. */
interface EventMessage {
  readonly type: 'event';
  readonly event: HostEvent;
}

/** Server → page: events were lost (away for too long): ask for the runs again. Events after it are complete. */
interface MissedMessage {
  readonly type: 'missed';
}

/** Page → server. */
export type ToServer = HelloMessage | RequestMessage;
/** Server → page. */
export type FromServer =
  WelcomeMessage | RefusedMessage | AnswerMessage | EventMessage | MissedMessage;
