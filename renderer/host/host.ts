import type { Host } from '#shared/protocol/host.ts';
import { socketPath } from '#shared/protocol/socket.ts';
import { electronHost } from '#renderer/host/electronHost.ts';
import { socketHost } from '#renderer/host/socketHost.ts';

let host: Host | null = null;

/** The one host of this page: Electron's bridge where it is there, else the socket of the server the page came from. */
export function getHost(): Host {
  host ??= connect();
  return host;
}

/** Puts another host in place; tests run the store against a real core this way. */
export function setHost(next: Host): void {
  host = next;
}

function connect(): Host {
  if (window.strataBridge !== undefined) return electronHost(window.strataBridge);
  const { protocol, host: place, hash, search } = window.location;
  const token =
    new URLSearchParams(hash.slice(1)).get('token') ?? new URLSearchParams(search).get('token');
  return socketHost({
    address: `${protocol === 'https:' ? 'wss:' : 'ws:'}//${place}${socketPath}`,
    token: token ?? '',
    storage: window.sessionStorage,
  });
}
