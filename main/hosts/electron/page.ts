import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, session } from 'electron';

/** Scheme under which the window gets the page: a secure origin of its own, so that workers and a strict policy work. */
const scheme = 'strata';

/** Address of the page. */
export const pageUrl = `${scheme}://page/index.html`;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
};

/** Only the page's own files; styles may be inline because the component library sets them on elements. */
const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Must run before `ready`. */
export function declarePage(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built page out of its folder and refuses every other address and permission. */
export function servePage(folder: string): void {
  protocol.handle(scheme, async (request) => {
    const path = normalize(join(folder, decodeURIComponent(new URL(request.url).pathname)));
    if (!path.startsWith(folder + sep)) return new Response(null, { status: 403 });
    try {
      return new Response(new Uint8Array(await readFile(path)), {
        headers: {
          'content-type': types[extname(path)] ?? 'application/octet-stream',
          'content-security-policy': policy,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
  const page = session.defaultSession;
  page.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(permission === 'clipboard-sanitized-write');
  });
  page.webRequest.onBeforeRequest((details, answer) => {
    const { protocol: used } = new URL(details.url);
    answer({ cancel: ![`${scheme}:`, 'data:', 'blob:', 'devtools:'].includes(used) });
  });
}
