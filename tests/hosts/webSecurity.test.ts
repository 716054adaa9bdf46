import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { serve } from '#main/hosts/web/serve.ts';
import type { WebHost } from '#main/hosts/web/serve.ts';
import { coreForTests } from './coreForTests.ts';
import type { TestCore } from './coreForTests.ts';
import { connectSocket, connected } from './socketClient.ts';

let program: TestCore;
let web: WebHost;

beforeAll(async () => {
  program = await coreForTests({ host: 'web' });
  const rendererFolder = join(dirname(program.folder), 'renderer');
  await mkdir(join(rendererFolder, 'assets'), { recursive: true });
  await writeFile(join(rendererFolder, 'index.html'), '<!doctype html><title>Strata</title>');
  await writeFile(join(rendererFolder, 'assets', 'main-1a2b.js'), 'export {};');
  await writeFile(join(dirname(program.folder), 'secret.txt'), 'secret');
  await symlink(join(dirname(program.folder), 'secret.txt'), join(rendererFolder, 'link.txt'));
  const served = await serve(program.core, { port: 0, rendererFolder });
  if (!served.ok) throw new Error(served.problem.code);
  web = served.value;
});
afterAll(async () => {
  await web.close();
  await program.close();
});

interface Fetched {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends the path as it is: fetch would tidy `..` away, and set Host itself. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Fetched> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      { host: '127.0.0.1', port: web.port, path, method, headers },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (text: string) => (body += text));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
        });
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

describe('the page', () => {
  test('is served with a strict policy and never cached', async () => {
    const page = await get('/');
    expect(page.status).toBe(200);
    expect(page.body).toContain('<title>Strata</title>');
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    const policy = page.headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${web.port}`);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  test('its scripts have their type and may be kept', async () => {
    const script = await get('/assets/main-1a2b.js?x=1');
    expect(script.status).toBe(200);
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(script.headers['cache-control']).toContain('immutable');
  });

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '//etc/passwd',
    '/%00',
    '/%',
    '/link.txt',
    '/assets',
    '/none.js',
  ])('%s is not found', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.body).toBe('Not found.\n');
  });

  test('only reading is allowed', async () => {
    expect((await get('/', {}, 'POST')).status).toBe(405);
    expect((await get('/', {}, 'HEAD')).body).toBe('');
  });

  test.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1.evil.example'])(
    'the foreign name "%s" is refused (DNS rebinding)',
    async (host) => {
      const answer = await get('/', { Host: host });
      expect([400, 403]).toContain(answer.status);
      expect(answer.body).not.toContain('Strata');
    },
  );

  test('localhost is a name of ours', async () => {
    expect((await get('/', { Host: `localhost:${web.port}` })).status).toBe(200);
  });
});

describe('the socket', () => {
  test('opens with the token of the address', async () => {
    expect(web.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[0-9a-f]{64}$/);
    const client = await connected(web.url);
    expect((await client.request('hostInfo', {})).ok).toBe(true);
    await client.close();
  });

  test.each(['', '0'.repeat(64), 'x', '0'.repeat(10_000)])(
    'a wrong token is refused, with a reason',
    async (token) => {
      expect(await connectSocket(web.url, { token })).toEqual({
        refused: { code: 'web.wrongToken', severity: 'error', values: {} },
        closeCode: 4401,
        httpStatus: null,
      });
    },
  );

  test.each([
    [{ origin: 'http://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://127.0.0.1' }],
    [{ hostHeader: 'evil.example' }],
    [{ path: '/other' }],
  ])('%o is refused before a word', async (options) => {
    expect(await connectSocket(web.url, options)).toMatchObject({ httpStatus: 403 });
  });

  test('a page without Origin is no browser page of ours', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${web.port}/socket`);
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_, response) => {
        resolve(response.statusCode);
        socket.terminate();
      });
      socket.on('error', () => undefined);
    });
    expect(status).toBe(403);
  });

  test.each([
    ['a request before hello', '{"message":{"type":"request","id":1,"name":"hostInfo"}}', 4401],
    ['what is not JSON', '{', 1007],
    ['what is no message', '{"message":3}', 1008],
  ])('%s closes it', async (_, frame, code) => {
    const socket = new WebSocket(`ws://127.0.0.1:${web.port}/socket`, {
      origin: `http://127.0.0.1:${web.port}`,
    });
    socket.on('open', () => {
      socket.send(frame);
    });
    const closed = await new Promise((resolve) => {
      socket.on('close', resolve);
    });
    expect(closed).toBe(code);
  });
});

describe('files', () => {
  test('the page may use only the folders that were allowed', async () => {
    const client = await connected(web.url);
    const outside = join(dirname(program.folder), 'secret.txt');
    expect(await client.request('openDocument', { path: outside })).toMatchObject({
      problem: { code: 'core.pathOutside' },
    });
    expect(await client.request('listFolder', { path: '/' })).toMatchObject({
      problem: { code: 'core.pathOutside' },
    });
    const listing = await client.request('listFolder', { path: null });
    expect(listing).toMatchObject({ ok: true, value: { path: program.folder, parent: null } });
    await client.close();
  });
});

describe('the port', () => {
  test('one that is taken is told, where it was asked for', async () => {
    const second = await serve(program.core, { port: web.port, rendererFolder: '/' });
    expect(second).toEqual({
      ok: false,
      problem: { code: 'web.portTaken', severity: 'error', values: { port: String(web.port) } },
    });
  });

  test('else the next free one is taken', async () => {
    const hosts = [
      await serve(program.core, { rendererFolder: '/' }),
      await serve(program.core, { rendererFolder: '/' }),
    ];
    const ports = hosts.map((host) => (host.ok ? host.value.port : 0));
    expect(new Set(ports).size).toBe(2);
    for (const port of ports) expect(port).toBeGreaterThan(0);
    for (const host of hosts) if (host.ok) await host.value.close();
  });
});
