import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { serve } from '#main/hosts/web/serve.ts';
import type { WebHost } from '#main/hosts/web/serve.ts';
import { setHost } from '#renderer/host/host.ts';
import { socketHost } from '#renderer/host/socketHost.ts';
import type { Edit } from '#shared/document/edit.ts';
import type { ConnectionState, Host } from '#shared/protocol/host.ts';
import { startAutosave } from '#renderer/store/autosave.ts';
import { eventQueue } from '#renderer/store/eventQueue.ts';
import { useStrata } from '#renderer/store/store.ts';
import { coreForTests } from './coreForTests.ts';
import type { TestCore } from './coreForTests.ts';

let program: TestCore;
let web: WebHost;
/** Sockets that the page opened, the newest last. */
let sockets: WebSocket[] = [];
/** What the tab keeps over a reload. */
let tabStorage = new Map<string, string>();

const state = () => useStrata.getState();

/** Serves the core, on the same port after a break. */
async function startServer(port: number): Promise<void> {
  const served = await serve(program.core, { port, rendererFolder: '/' });
  if (!served.ok) throw new Error(served.problem.code);
  web = served.value;
}

/** The page's own host, over a socket of this process: Node 20 has no WebSocket that may name its origin. */
function connectPage(token: string): Host {
  const { origin, host } = new URL(web.url);
  vi.stubGlobal(
    'WebSocket',
    class extends WebSocket {
      constructor(address: string) {
        super(address, { origin });
        sockets.push(this);
        // Without a listener a refused connection would end the process; `close` follows.
        this.on('error', () => undefined);
      }
    },
  );
  return socketHost({
    address: `ws://${host}/socket`,
    token,
    storage: {
      getItem: (key) => tabStorage.get(key) ?? null,
      setItem: (key, value) => tabStorage.set(key, value),
    },
  });
}

function tokenOf(url: string): string {
  return new URLSearchParams(new URL(url).hash.slice(1)).get('token') ?? '';
}

/** Waits until the store says so. */
async function until(isSo: () => boolean): Promise<void> {
  await vi.waitFor(
    () => {
      if (!isSo()) throw new Error('not yet');
    },
    { timeout: 50_000, interval: 20 },
  );
}

function rename(name: string): Edit {
  return { type: 'setName', name };
}

beforeAll(async () => {
  program = await coreForTests({ host: 'web' });
  await startServer(0);
});
afterAll(async () => {
  await web.close();
  await program.close();
});
beforeEach(() => {
  sockets = [];
  tabStorage = new Map();
  useStrata.setState(useStrata.getInitialState(), true);
});
afterEach(() => {
  for (const socket of sockets) {
    socket.removeAllListeners('close');
    socket.terminate();
  }
  vi.unstubAllGlobals();
});

describe('documents', () => {
  beforeEach(() => {
    setHost(connectPage(tokenOf(web.url)));
  });

  test('are made, changed, saved, closed and opened again', async () => {
    expect(await state().newDocument('playground-spiral')).toBe(true);
    expect(state().facts.totals.parameterCount).toBe(1185);
    state().edit(rename('my spiral'));
    const path = join(program.folder, 'my spiral.strata');
    useStrata.setState({ path });
    expect(await state().save()).toBe(true);
    expect(state()).toMatchObject({ isDirty: false, path });
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ name: 'my spiral' });
    state().undo();
    expect(state().isDirty).toBe(true);
    state().redo();
    expect(state().isDirty).toBe(false);
    expect(await state().closeDocument()).toBe(true);
    expect(state().isOpen).toBe(false);
    expect(await state().openDocument(path)).toBe(true);
    expect(state().document.name).toBe('my spiral');
    await state().closeDocument();
  });

  test('are not written over what another program wrote, until the user says so', async () => {
    await state().newDocument('playground-spiral');
    const path = join(program.folder, 'taken.strata');
    useStrata.setState({ path });
    expect(await state().save()).toBe(true);
    await writeFile(path, 'by another program');
    state().edit(rename('mine'));
    expect(await state().save()).toBe(false);
    expect(state().isDirty).toBe(true);
    expect(await readFile(path, 'utf8')).toBe('by another program');
    const notice = state().notices.at(-1);
    expect(notice?.problem?.code).toBe('core.fileChanged');
    notice?.action?.run();
    await until(() => !state().isDirty);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ name: 'mine' });
  });

  test('that cannot be opened leave a sentence and what was open', async () => {
    await state().newDocument('table-binary');
    const { document } = state();
    expect(await state().importDocument('bad.strata', 'not JSON')).toBe(false);
    expect(state().notices.at(-1)?.problem?.code).toMatch(/^document\./);
    expect(state().isOpen).toBe(true);
    expect(state().document).toBe(document);
    // It is still this page's to edit: another tab may only look.
    tabStorage = new Map();
    const other = await connectPage(tokenOf(web.url)).request('importDocument', {
      name: 'same.strata',
      text: JSON.stringify(document),
    });
    expect(other.ok && other.value.readOnly?.code).toBe('core.openElsewhere');
  });

  test('are kept a second after a change, and come back when the page is loaded again', async () => {
    const stop = startAutosave();
    await state().newDocument('playground-spiral');
    const { id } = state().document;
    state().edit(rename('kept'));
    await new Promise((resolve) => setTimeout(resolve, 1200));
    stop();
    // The page is gone without a word; its tab connects again.
    sockets.at(-1)?.terminate();
    useStrata.setState(useStrata.getInitialState(), true);
    setHost(connectPage(tokenOf(web.url)));
    expect(await state().recoverDocument(id)).toBe(true);
    expect(state().document.name).toBe('kept');
    expect(state().isDirty).toBe(true);
  });
});

describe('the connection', () => {
  test('is refused with a wrong token, for good', async () => {
    const host = connectPage('0'.repeat(64));
    const states: ConnectionState[] = [];
    const reasons: (string | undefined)[] = [];
    host.onConnection((now, reason) => {
      states.push(now);
      reasons.push(reason?.code);
    });
    await until(() => states.includes('refused'));
    expect(reasons.at(-1)).toBeDefined();
    const answer = await host.request('hostInfo', {});
    expect(answer.ok).toBe(false);
    expect(sockets.length).toBe(1);
  });

  test('comes back by itself, with what happened meanwhile', async () => {
    const host = connectPage(tokenOf(web.url));
    const states: ConnectionState[] = [];
    host.onConnection((now) => states.push(now));
    await until(() => states.includes('connected'));
    const names: string[] = [];
    host.subscribe((event) => names.push(event.name));
    sockets.at(-1)?.terminate();
    await until(() => states.includes('lost'));
    const refused = await host.request('hostInfo', {});
    expect(refused).toMatchObject({ ok: false, problem: { code: 'host.connectionLost' } });
    program.core.publish('menuCommand', { command: 'edit.undo' });
    await until(() => names.includes('menuCommand'));
    expect(states).toEqual(['connecting', 'connected', 'lost', 'connected']);
    expect((await host.request('hostInfo', {})).ok).toBe(true);
  });
});

describe('training', () => {
  test('moves through the store to its end', async () => {
    const host = connectPage(tokenOf(web.url));
    setHost(host);
    host.subscribe(
      eventQueue((events) => {
        state().takeEvents(events);
      }),
    );
    await state().newDocument('table-binary');
    state().edit({ type: 'setTraining', training: { epochs: 2 } });
    await state().startRun();
    expect(state().step).toBe('train');
    await until(() => state().runs[0]?.state.kind === 'done' || state().notices.length > 0);
    expect(state().notices).toEqual([]);
    expect(state().live).toBeNull();
    expect(state().runs[0]?.epochs.map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(state().batchTrace.length).toBeGreaterThan(0);
  });
});
