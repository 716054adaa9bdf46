import { WebSocket } from 'ws';
import type { HostEvent } from '#shared/protocol/events.ts';
import { FrameReader, writeFrames } from '#shared/protocol/frames.ts';
import type { Answer, RequestInput, RequestName } from '#shared/protocol/requests.ts';
import type { FromServer, WelcomeMessage } from '#shared/protocol/socket.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** What a page's socket can be told and asked, for tests. */
export interface SocketClient {
  readonly welcome: WelcomeMessage;
  readonly events: readonly HostEvent[];
  /** How often the server said that events were lost. */
  readonly missedCount: () => number;
  readonly request: <Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ) => Promise<Answer<Name>>;
  requestUnchecked(name: string, input: unknown): Promise<{ ok: boolean; problem?: Problem }>;
  readonly subscribe: (listener: (event: HostEvent) => void) => () => void;
  /** Cuts the connection, as a pulled cable does. */
  drop(): void;
  close(): Promise<void>;
}

/** Why a connection was not made. */
export interface Refused {
  readonly refused: Problem | null;
  readonly closeCode: number | null;
  readonly httpStatus: number | null;
}

/** How to connect; what is absent is right. */
export interface ConnectOptions {
  readonly token?: string;
  readonly session?: string | null;
  readonly since?: number | null;
  readonly origin?: string;
  readonly hostHeader?: string;
  readonly path?: string;
}

/** Connects to a web host by the address that it printed. */
export function connectSocket(
  url: string,
  options: ConnectOptions = {},
): Promise<SocketClient | Refused> {
  const address = new URL(url);
  const token = options.token ?? new URLSearchParams(address.hash.slice(1)).get('token') ?? '';
  const socket = new WebSocket(`ws://${address.host}${options.path ?? '/socket'}`, {
    origin: options.origin ?? address.origin,
    ...(options.hostHeader === undefined ? {} : { headers: { Host: options.hostHeader } }),
  });
  socket.binaryType = 'arraybuffer';
  const reader = new FrameReader();
  const waiting = new Map<number, (result: unknown) => void>();
  const listeners = new Set<(event: HostEvent) => void>();
  const events: HostEvent[] = [];
  let nextId = 1;
  let missed = 0;
  let refused: Problem | null = null;

  const send = (message: unknown) => {
    const { text, binaries } = writeFrames(message);
    socket.send(text);
    for (const binary of binaries) socket.send(binary);
  };
  const ask = (name: string, input: unknown): Promise<unknown> =>
    new Promise((resolve) => {
      const id = nextId++;
      waiting.set(id, resolve);
      send({ type: 'request', id, name, input });
    });
  const clientOf = (welcome: WelcomeMessage): SocketClient => ({
    welcome,
    events,
    missedCount: () => missed,
    request: (name, input) => ask(name, input) as Promise<Answer<typeof name>>,
    requestUnchecked: (name, input) => ask(name, input) as Promise<{ ok: boolean }>,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    drop() {
      socket.terminate();
    },
    close: () =>
      new Promise((resolve) => {
        socket.once('close', () => {
          resolve();
        });
        socket.close();
      }),
  });

  return new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.on('unexpected-response', (_request, response) => {
      resolve({ refused: null, closeCode: null, httpStatus: response.statusCode ?? null });
      socket.terminate();
    });
    socket.on('close', (closeCode) => {
      resolve({ refused, closeCode, httpStatus: null });
    });
    socket.on('open', () => {
      send({
        type: 'hello',
        token,
        session: options.session ?? null,
        since: options.since ?? null,
      });
    });
    socket.on('message', (data, isBinary) => {
      const frame = isBinary ? (data as ArrayBuffer) : (data as Buffer).toString('utf8');
      const read = reader.read(frame);
      if (read === undefined) return;
      const message = read.message as FromServer;
      switch (message.type) {
        case 'welcome':
          resolve(clientOf(message));
          return;
        case 'refused':
          refused = message.problem;
          return;
        case 'missed':
          missed += 1;
          return;
        case 'event':
          events.push(message.event);
          for (const listener of listeners) listener(message.event);
          return;
        case 'answer':
          waiting.get(message.id)?.(message.result);
          waiting.delete(message.id);
      }
    });
  });
}

/** Connects, or fails the test. */
export async function connected(url: string, options: ConnectOptions = {}): Promise<SocketClient> {
  const client = await connectSocket(url, options);
  if ('welcome' in client) return client;
  throw new Error(`refused: ${JSON.stringify(client)}`);
}
