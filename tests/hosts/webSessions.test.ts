import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '#main/hosts/web/serve.ts';
import type { WebHost } from '#main/hosts/web/serve.ts';
import type { HostEvent } from '#shared/protocol/events.ts';
import { coreForTests } from './coreForTests.ts';
import type { TestCore } from './coreForTests.ts';
import { connected } from './socketClient.ts';
import type { SocketClient } from './socketClient.ts';

let program: TestCore;
let web: WebHost;

beforeAll(async () => {
  program = await coreForTests({ host: 'web' });
  const served = await serve(program.core, {
    port: 0,
    rendererFolder: '/',
    graceMs: 300,
    open: '/models/first.strata',
  });
  if (!served.ok) throw new Error(served.problem.code);
  web = served.value;
});
afterAll(async () => {
  await web.close();
  await program.close();
});

async function newSpiral(client: SocketClient) {
  const made = await client.request('createFromTemplate', { template: 'playground-spiral' });
  if (!made.ok) throw new Error(made.problem.code);
  return made.value.document;
}

function until(client: SocketClient, isIt: (event: HostEvent) => boolean): Promise<HostEvent> {
  const past = client.events.find(isIt);
  if (past) return Promise.resolve(past);
  return new Promise((resolve) => {
    const stop = client.subscribe((event) => {
      if (!isIt(event)) return;
      stop();
      resolve(event);
    });
  });
}

test('a document that was named at the start is opened by the first page', async () => {
  const first = await connected(web.url);
  await until(
    first,
    ({ name, data }) => name === 'openRequested' && data.path === '/models/first.strata',
  );
  const second = await connected(web.url);
  expect((await second.request('hostInfo', {})).ok).toBe(true);
  expect(second.events).toEqual([]);
  await first.close();
  await second.close();
});

describe('a second tab', () => {
  test('hears the same events, and may look at a document that the first one edits', async () => {
    const [first, second] = [await connected(web.url), await connected(web.url)];
    expect(second.welcome.session).not.toBe(first.welcome.session);
    const document = await newSpiral(first);
    const imported = await second.request('importDocument', {
      name: 'a.strata',
      text: JSON.stringify(document),
    });
    expect(imported).toMatchObject({
      ok: true,
      value: { readOnly: { code: 'core.openElsewhere', values: { name: document.name } } },
    });
    expect(await second.request('autosaveDocument', { document, path: null })).toMatchObject({
      ok: false,
      problem: { code: 'core.openElsewhere' },
    });

    program.core.publish('runsChanged', { documentId: 'both' });
    for (const client of [first, second]) await until(client, ({ name }) => name === 'runsChanged');

    // Closed by the first, it is free for the second.
    await first.request('closeDocument', { documentId: document.id, discard: false });
    expect(await second.request('autosaveDocument', { document, path: null })).toMatchObject({
      ok: true,
    });
    await first.close();
    await second.close();
  });

  test('a duplicated one brings the session of the other and gets its own', async () => {
    const first = await connected(web.url);
    const copy = await connected(web.url, { session: first.welcome.session });
    expect(copy.welcome.resumed).toBe(false);
    expect(copy.welcome.session).not.toBe(first.welcome.session);
    expect((await first.request('hostInfo', {})).ok).toBe(true);
    await first.close();
    await copy.close();
  });
});

describe('a lost connection', () => {
  test('a page that comes back keeps its session and its documents', async () => {
    const first = await connected(web.url);
    const document = await newSpiral(first);
    first.drop();
    const again = await connected(web.url, { session: first.welcome.session });
    expect(again.welcome).toMatchObject({ session: first.welcome.session, resumed: true });
    const other = await connected(web.url);
    expect(await other.request('autosaveDocument', { document, path: null })).toMatchObject({
      problem: { code: 'core.openElsewhere' },
    });
    expect(await again.request('autosaveDocument', { document, path: null })).toMatchObject({
      ok: true,
    });
    await again.close();
    await other.close();
  });

  test('a page that never comes back gives its documents free', async () => {
    const first = await connected(web.url);
    const document = await newSpiral(first);
    first.drop();
    const other = await connected(web.url);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await other.request('autosaveDocument', { document, path: null })).toMatchObject({
      ok: true,
    });
    const again = await connected(web.url, { session: first.welcome.session });
    expect(again.welcome.resumed).toBe(false);
    await other.close();
    await again.close();
  });

  test('a session that nobody knows is a new one', async () => {
    const client = await connected(web.url, { session: 'of a former life' });
    expect(client.welcome.resumed).toBe(false);
    await client.close();
  });

  test('dropped while training: training goes on, and every event is heard once', async () => {
    const whole = await connected(web.url);
    const first = await connected(web.url);
    const document = await newSpiral(first);
    const start = await first.request('startRun', {
      document,
      path: null,
      device: 'auto',
      epochs: 30,
    });
    expect(start.ok).toBe(true);
    await until(first, ({ name }) => name === 'runEpoch');
    const before = [...first.events];
    first.drop();
    await until(whole, ({ name, data }) => name === 'runEpoch' && data.record.epoch >= 5);

    const since = before.at(-1)?.sequence ?? 0;
    const again = await connected(web.url, { session: first.welcome.session, since });
    const isDone = (event: HostEvent) =>
      event.name === 'runState' && event.data.state.kind === 'done';
    await Promise.all([until(again, isDone), until(whole, isDone)]);
    expect([...before, ...again.events]).toEqual(whole.events);
    expect(again.missedCount()).toBe(0);
    const epochs = [...before, ...again.events].filter(({ name }) => name === 'runEpoch');
    expect(epochs).toHaveLength(30);
    await again.close();
    await whole.close();
  });

  test('a page that was away for too long, or knows another life, is told so', async () => {
    const client = await connected(web.url, { since: 1_000_000 });
    program.core.publish('runsChanged', { documentId: 'after' });
    await until(client, ({ name }) => name === 'runsChanged');
    expect(client.missedCount()).toBe(1);
    await client.close();

    const late = client.events.at(-1)?.sequence ?? 0;
    for (let i = 0; i < 12_000; i += 1) {
      program.core.publish('runsChanged', { documentId: String(i) });
    }
    const again = await connected(web.url, { since: late });
    program.core.publish('runsChanged', { documentId: 'newest' });
    await until(again, ({ name, data }) => name === 'runsChanged' && data.documentId === 'newest');
    expect(again.missedCount()).toBe(1);
    expect(again.events).toHaveLength(1);
    await again.close();
  });
});

describe('a slow page', () => {
  test('everything arrives in order, however much there is', async () => {
    const client = await connected(web.url);
    const document = await newSpiral(client);
    const text = JSON.stringify({ ...document, name: 'x'.repeat(100) });
    const answers = await Promise.all(
      Array.from({ length: 300 }, () => client.request('importDocument', { name: 'a', text })),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    for (let i = 0; i < 3000; i += 1) {
      program.core.publish('openRequested', { path: `${i} ${'x'.repeat(2000)}` });
    }
    await until(
      client,
      ({ name, data }) => name === 'openRequested' && data.path.startsWith('2999'),
    );
    const sequences = client.events.map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.map((_, index) => (sequences[0] ?? 0) + index));
    await client.close();
  });
});
