import type { Problem } from '#shared/problems/problem.ts';
import type { HostEvent } from '#shared/protocol/events.ts';
import { FrameReader, writeFrames } from '#shared/protocol/frames.ts';
import type { ConnectionState, Host } from '#shared/protocol/host.ts';
import type { Answer, RequestInput, RequestName } from '#shared/protocol/requests.ts';
import type { FromServer, ToServer } from '#shared/protocol/socket.ts';
import { refusedCloseCode } from '#shared/protocol/socket.ts';
import { pickWithPage } from '#renderer/host/pathPicker.ts';

/** What the socket host needs of its surroundings. */
export interface SocketSurroundings {
  /** `ws://…/socket`. */
  readonly address: string;
  readonly token: string;
  /** Keeps the session's id for this tab. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

const firstRetryMs = 250;
const longestRetryMs = 5000;
const sessionKey = 'strata.session';
const connectionLost: Problem = { code: 'host.connectionLost', severity: 'error', values: {} };

interface Waiting {
  readonly message: ToServer;
  readonly resolve: (answer: unknown) => void;
}

/**
 * The host behind the web socket. A lost connection is made again by itself; events that were missed are replayed by
 * the server. A request that was under way when the connection broke is answered with `host.connectionLost`.
 */
class SocketHost implements Host {
  readonly #surroundings: SocketSurroundings;
  readonly #eventListeners = new Set<(event: HostEvent) => void>();
  readonly #connectionListeners = new Set<(state: ConnectionState, reason?: Problem) => void>();
  /** Sent, not answered. */
  readonly #open = new Map<number, Waiting>();
  /** Asked for before the first connection stood. */
  #queue: Waiting[] = [];
  #socket: WebSocket | null = null;
  #state: ConnectionState = 'connecting';
  #reason: Problem | undefined;
  #nextId = 1;
  #lastSequence: number | null = null;
  #retryMs = firstRetryMs;

  constructor(surroundings: SocketSurroundings) {
    this.#surroundings = surroundings;
    this.#connect();
  }

  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Answer<Name>> {
    return new Promise((resolve) => {
      const id = this.#nextId++;
      const waiting: Waiting = {
        message: { type: 'request', id, name, input },
        resolve: (answer) => {
          resolve(answer as Answer<Name>);
        },
      };
      if (this.#state === 'connected') this.#sendRequest(id, waiting);
      else if (this.#state === 'connecting') this.#queue.push(waiting);
      else waiting.resolve({ ok: false, problem: this.#reason ?? connectionLost });
    });
  }

  subscribe(listener: (event: HostEvent) => void): () => void {
    this.#eventListeners.add(listener);
    return () => this.#eventListeners.delete(listener);
  }

  onConnection(listener: (state: ConnectionState, reason?: Problem) => void): () => void {
    this.#connectionListeners.add(listener);
    listener(this.#state, this.#reason);
    return () => this.#connectionListeners.delete(listener);
  }

  pickPath = pickWithPage;

  showFolder(): Promise<boolean> {
    return Promise.resolve(false);
  }

  #connect(): void {
    const socket = new WebSocket(this.#surroundings.address);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    const reader = new FrameReader();
    socket.onopen = () => {
      this.#send({
        type: 'hello',
        token: this.#surroundings.token,
        session: this.#surroundings.storage.getItem(sessionKey),
        since: this.#lastSequence,
      });
    };
    socket.onmessage = (frame: MessageEvent<string | ArrayBuffer>) => {
      const whole = reader.read(frame.data);
      if (whole !== undefined) this.#receive(whole.message as FromServer);
    };
    socket.onclose = (event) => {
      this.#dropOpenRequests();
      if (event.code === refusedCloseCode || this.#state === 'refused') {
        this.#setState('refused', this.#reason);
        return;
      }
      this.#setState('lost');
      setTimeout(() => {
        this.#connect();
      }, this.#retryMs);
      this.#retryMs = Math.min(longestRetryMs, this.#retryMs * 2);
    };
  }

  #receive(message: FromServer): void {
    switch (message.type) {
      case 'welcome': {
        this.#surroundings.storage.setItem(sessionKey, message.session);
        this.#lastSequence ??= message.sequence;
        this.#retryMs = firstRetryMs;
        this.#setState('connected');
        const queue = this.#queue;
        this.#queue = [];
        for (const waiting of queue) {
          if (waiting.message.type === 'request') this.#sendRequest(waiting.message.id, waiting);
        }
        return;
      }
      case 'refused':
        this.#setState('refused', message.problem);
        return;
      case 'answer': {
        const waiting = this.#open.get(message.id);
        this.#open.delete(message.id);
        waiting?.resolve(message.result);
        return;
      }
      case 'event':
        this.#lastSequence = message.event.sequence;
        for (const listener of this.#eventListeners) listener(message.event);
        return;
      case 'missed':
        // Listeners read everything anew when a connection stands.
        this.#setState('connected');
    }
  }

  #sendRequest(id: number, waiting: Waiting): void {
    this.#open.set(id, waiting);
    this.#send(waiting.message);
  }

  #send(message: ToServer): void {
    const { text, binaries } = writeFrames(message);
    this.#socket?.send(text);
    for (const binary of binaries) this.#socket?.send(binary);
  }

  #dropOpenRequests(): void {
    const dropped = [...this.#open.values(), ...this.#queue];
    this.#open.clear();
    this.#queue = [];
    for (const waiting of dropped) waiting.resolve({ ok: false, problem: connectionLost });
  }

  #setState(state: ConnectionState, reason?: Problem): void {
    this.#state = state;
    this.#reason = reason;
    for (const listener of this.#connectionListeners) listener(state, reason);
  }
}

/** Connects to the web host's socket. */
export function socketHost(surroundings: SocketSurroundings): Host {
  return new SocketHost(surroundings);
}
