import { readFile, realpath } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, isAbsolute, join, relative } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.map': 'application/json; charset=utf-8',
};

/** What the page may load and talk to: nothing but this server. Mantine sets its variables in style elements. */
function contentSecurityPolicy(host: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ws://${host}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer. */
export function securityHeaders(host: string): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(host),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // The address holds the token until the page has taken it.
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}

/** Answers with a file of the built page. Nothing outside its folder can be named. */
export async function serveFile(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = securityHeaders(request.headers.host ?? '');
  const answer = (status: number, text: string) => {
    response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(request.method === 'HEAD' ? undefined : `${text}\n`);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    answer(405, 'Only GET.');
    return;
  }
  const name = fileName(request.url ?? '/');
  const file = name === null ? null : await readInside(folder, name);
  if (name === null || file === null) {
    answer(404, 'Not found.');
    return;
  }
  response.writeHead(200, {
    ...headers,
    'Content-Type': types[extname(name)] ?? 'application/octet-stream',
    // Names of built files change with their content; the page itself must be asked for again.
    'Cache-Control': name.startsWith('assets/') ? 'max-age=31536000, immutable' : 'no-store',
    'Content-Length': file.length,
  });
  response.end(request.method === 'HEAD' ? undefined : file);
}

/** Relative path that a URL names; null: it is malformed or climbs. */
function fileName(url: string): string | null {
  const path = url.split(/[?#]/)[0] ?? '';
  try {
    const name = decodeURIComponent(path).replace(/^\/+/, '');
    if (name.includes('\0') || name.includes('\\') || isAbsolute(name)) return null;
    if (name.split('/').includes('..')) return null;
    return name === '' ? 'index.html' : name;
  } catch {
    return null;
  }
}

async function readInside(folder: string, name: string): Promise<Buffer | null> {
  try {
    const path = await realpath(join(folder, name));
    const way = relative(await realpath(folder), path);
    if (way.startsWith('..') || isAbsolute(way)) return null;
    return await readFile(path);
  } catch {
    return null;
  }
}
