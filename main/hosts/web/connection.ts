import type { WebSocket } from 'ws';
import { FrameReader, writeFrames } from '#shared/protocol/frames.ts';
import { refusedCloseCode } from '#shared/protocol/socket.ts';
import type { FromServer } from '#shared/protocol/socket.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Core } from '#main/core/createCore.ts';
import type { Guard } from '#main/hosts/web/guard.ts';
import type { Sessions } from '#main/hosts/web/sessions.ts';

/** A page that has not said hello by then is none of ours. */
const helloMs = 5000;
/** How often a connection is asked whether it lives. */
const pingMs = 15_000;
/** Events wait in the log, not in memory, while more than this lies unsent. */
const maxBufferedBytes = 4_000_000;
/** A page with so many open requests is not read from until some are answered. */
const maxOpenRequests = 64;

/** What connections share. */
export interface ConnectionParts {
  readonly core: Core;
  readonly guard: Guard;
  readonly sessions: Sessions;
  /** Called when a page has been let in. */
  readonly onJoined?: () => void;
}

/** Serves one page's socket, from hello to close. */
export function serveConnection(socket: WebSocket, parts: ConnectionParts): void {
  const { core, guard, sessions } = parts;
  const reader = new FrameReader();
  let state: 'new' | 'joining' | 'joined' = 'new';
  let session = '';
  let openRequests = 0;
  /** Sequence number of the last event that was sent. */
  let sent = 0;
  let isAlive = true;
  let unsubscribe: (() => void) | null = null;

  const send = (message: FromServer, done?: () => void) => {
    if (socket.readyState !== socket.OPEN) return;
    const { text, binaries } = writeFrames(message);
    socket.send(text, binaries.length === 0 ? done : undefined);
    binaries.forEach((binary, index) => {
      socket.send(binary, index === binaries.length - 1 ? done : undefined);
    });
  };

  const refuseForGood = (problem: Problem) => {
    send({ type: 'refused', problem });
    socket.close(refusedCloseCode, problem.code);
  };

  /** Sends what the page has not heard yet, as fast as it takes it. */
  const pump = () => {
    if (sent >= core.sequence) return;
    const events = core.eventsSince(sent);
    if (events === null) {
      sent = core.sequence;
      send({ type: 'missed' });
      return;
    }
    for (const event of events) {
      if (socket.bufferedAmount > maxBufferedBytes) return;
      sent = event.sequence;
      send({ type: 'event', event }, pump);
    }
  };

  const join = async (message: Readonly<Record<string, unknown>>) => {
    if (message.type !== 'hello' || !guard.isToken(message.token)) {
      refuseForGood({ code: 'web.wrongToken', severity: 'error', values: {} });
      return;
    }
    state = 'joining';
    const wanted = typeof message.session === 'string' ? message.session : null;
    const since = typeof message.since === 'number' ? message.since : null;
    const joined = await sessions.join(socket, wanted);
    session = joined.id;
    if (socket.readyState !== socket.OPEN) {
      sessions.leave(session, socket);
      return;
    }
    state = 'joined';
    clearTimeout(helloTimer);
    const { sequence } = core;
    send({ type: 'welcome', session, resumed: joined.resumed, sequence });
    // A number that we never gave comes from a former life of the program: all it knew is old.
    sent = since ?? sequence;
    if (core.eventsSince(sent) === null) {
      sent = sequence;
      send({ type: 'missed' });
    }
    unsubscribe = core.subscribe(pump);
    pump();
    parts.onJoined?.();
  };

  const answer = async (message: Readonly<Record<string, unknown>>) => {
    const { id, name, input } = message;
    if (message.type !== 'request' || typeof id !== 'number') {
      socket.close(1008, 'not a request');
      return;
    }
    openRequests += 1;
    if (openRequests >= maxOpenRequests) socket.pause();
    const result = await core.requestUnchecked(name, input, session);
    openRequests -= 1;
    if (socket.isPaused && openRequests < maxOpenRequests) socket.resume();
    send({ type: 'answer', id, result });
  };

  const receive = (frame: string | ArrayBuffer) => {
    let read: { readonly message: unknown } | undefined;
    try {
      read = reader.read(frame);
    } catch {
      socket.close(1007, 'not a message');
      return;
    }
    if (read === undefined) return;
    const { message } = read;
    if (typeof message !== 'object' || message === null || state === 'joining') {
      socket.close(1008, 'not a message');
      return;
    }
    const record = message as Readonly<Record<string, unknown>>;
    void (state === 'joined' ? answer(record) : join(record));
  };

  const helloTimer = setTimeout(() => {
    if (state === 'new') socket.close(1008, 'no hello');
  }, helloMs);
  const pingTimer = setInterval(() => {
    if (!isAlive) {
      socket.terminate();
      return;
    }
    isAlive = false;
    socket.ping();
  }, pingMs);

  socket.binaryType = 'arraybuffer';
  socket.on('pong', () => {
    isAlive = true;
  });
  socket.on('message', (data, isBinary) => {
    isAlive = true;
    if (isBinary && data instanceof ArrayBuffer) receive(data);
    else if (Buffer.isBuffer(data)) receive(data.toString('utf8'));
  });
  // What goes wrong closes the socket; 'close' tidies up.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    clearTimeout(helloTimer);
    clearInterval(pingTimer);
    unsubscribe?.();
    if (state === 'joined') sessions.leave(session, socket);
  });
}
