import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import { socketPath } from '#shared/protocol/socket.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { Core } from '#main/core/createCore.ts';
import { serveConnection } from '#main/hosts/web/connection.ts';
import { Guard } from '#main/hosts/web/guard.ts';
import { Sessions } from '#main/hosts/web/sessions.ts';
import { securityHeaders, serveFile } from '#main/hosts/web/staticFiles.ts';

/** First port that is tried where the user asked for none. */
const defaultPort = 7474;
const triedPorts = 20;
/** The largest message is a dropped document. */
const maxMessageBytes = 80 * 1024 * 1024;

/** How to serve. */
export interface ServeOptions {
  /** Absent: 7474, or the next free one. 0: any. */
  readonly port?: number;
  readonly rendererFolder: string;
  /** A document that the first page should open. */
  readonly open?: string;
  /** A page is up and has given the right token. */
  readonly onJoined?: () => void;
  /** How long a session outlives its connection, ms. */
  readonly graceMs?: number;
}

/** A web host that runs. */
export interface WebHost {
  /** Address of the page, with the token that opens it. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves the page and its socket on 127.0.0.1. Problems: `web.portTaken` for a port that the user asked for,
 * `web.portForbidden`.
 */
export async function serve(core: Core, options: ServeOptions): Promise<Result<WebHost>> {
  const server = createServer();
  const listening =
    options.port === undefined ? await listenSomewhere(server) : await listen(server, options.port);
  if (!listening.ok) return listening;
  const port = listening.value;
  const guard = new Guard(port);
  const sessions = new Sessions((session) => {
    core.endSession(session);
  }, options.graceMs);
  let toOpen = options.open;

  server.on('request', (request, response) => {
    if (!guard.hasOurHost(request)) {
      response.writeHead(403, { ...securityHeaders(''), 'Content-Type': 'text/plain' });
      response.end('This address is not served here.\n');
      return;
    }
    void serveFile(options.rendererFolder, request, response);
  });

  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes });
  server.on('upgrade', (request, socket, head) => {
    const path = (request.url ?? '').split('?')[0];
    if (!guard.hasOurHost(request) || !guard.hasOurOrigin(request) || path !== socketPath) {
      // Whoever it was may be gone already.
      socket.on('error', () => socket.destroy());
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      serveConnection(webSocket, {
        core,
        guard,
        sessions,
        onJoined() {
          // Told to the first page that listens.
          if (toOpen !== undefined) core.publish('openRequested', { path: toOpen });
          toOpen = undefined;
          options.onJoined?.();
        },
      });
    });
  });

  return ok({
    url: `http://127.0.0.1:${port}/#token=${guard.token}`,
    port,
    async close() {
      sessions.close();
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

async function listenSomewhere(server: Server): Promise<Result<number>> {
  for (let port = defaultPort; port < defaultPort + triedPorts; port += 1) {
    const listening = await listen(server, port);
    if (listening.ok) return listening;
  }
  return listen(server, 0);
}

function listen(server: Server, port: number): Promise<Result<number>> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off('listening', onListening);
      if (error.code === 'EADDRINUSE') resolve(refuse('web.portTaken', { port: String(port) }));
      else if (error.code === 'EACCES')
        resolve(refuse('web.portForbidden', { port: String(port) }));
      else reject(error);
    };
    const onListening = () => {
      server.off('error', onError);
      const address = server.address();
      resolve(ok(typeof address === 'object' && address !== null ? address.port : port));
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen(port, '127.0.0.1');
  });
}
