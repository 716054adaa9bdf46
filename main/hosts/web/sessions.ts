import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';

/** How long a session outlives its connection: a reload, a sleeping laptop's network, a moment without cable. */
const defaultGraceMs = 30_000;
/** A connection that does not answer a ping in this time is taken over. */
const pongMs = 1500;

interface Session {
  readonly id: string;
  socket: WebSocket | null;
  timer: NodeJS.Timeout | null;
}

/** Sessions of the pages: one for each tab. */
export class Sessions {
  readonly #sessions = new Map<string, Session>();
  readonly #onEnd: (session: string) => void;
  readonly #graceMs: number;

  /** `onEnd` hears of each session that is over for good. */
  constructor(onEnd: (session: string) => void, graceMs = defaultGraceMs) {
    this.#onEnd = onEnd;
    this.#graceMs = graceMs;
  }

  /**
   * Gives a connection its session: the one it asks for where that is free, else a new one. A duplicated tab brings a
   * copy of the other tab's session, which still answers.
   */
  async join(socket: WebSocket, wanted: string | null): Promise<{ id: string; resumed: boolean }> {
    const known = wanted === null ? undefined : this.#sessions.get(wanted);
    const isFree = known !== undefined && (known.socket === null || !(await answers(known.socket)));
    if (!isFree) {
      const id = randomUUID();
      this.#sessions.set(id, { id, socket, timer: null });
      return { id, resumed: false };
    }
    known.socket?.terminate();
    if (known.timer) clearTimeout(known.timer);
    known.timer = null;
    known.socket = socket;
    // It may have ended while the old connection was asked.
    this.#sessions.set(known.id, known);
    return { id: known.id, resumed: true };
  }

  /** A connection closed; its session waits for it to come back. */
  leave(id: string, socket: WebSocket): void {
    const session = this.#sessions.get(id);
    if (session?.socket !== socket) return;
    session.socket = null;
    session.timer = setTimeout(() => {
      this.#sessions.delete(id);
      this.#onEnd(id);
    }, this.#graceMs);
    session.timer.unref();
  }

  /** Ends all sessions. */
  close(): void {
    for (const session of this.#sessions.values()) {
      if (session.timer) clearTimeout(session.timer);
      this.#onEnd(session.id);
    }
    this.#sessions.clear();
  }
}

function answers(socket: WebSocket): Promise<boolean> {
  if (socket.readyState !== socket.OPEN) return Promise.resolve(false);
  return new Promise((resolve) => {
    const finish = (answered: boolean) => {
      clearTimeout(timer);
      socket.off('pong', onPong);
      resolve(answered);
    };
    const onPong = () => {
      finish(true);
    };
    const timer = setTimeout(() => {
      finish(false);
    }, pongMs);
    socket.on('pong', onPong);
    socket.ping();
  });
}
