import { mkdir, open, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describe as describeText } from '#shared/document/describe.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { HostEvent } from '#shared/protocol/events.ts';
import { requests } from '#shared/protocol/requests.ts';
import { coreForTests } from './coreForTests.ts';
import type { TestCore } from './coreForTests.ts';
import { smallDisk } from './smallDisk.ts';

let program: TestCore;
beforeAll(async () => {
  program = await coreForTests();
});
afterAll(() => program.close());

async function spiral(): Promise<StrataDocument> {
  const made = await program.core.request(
    'createFromTemplate',
    { template: 'playground-spiral' },
    'test',
  );
  if (!made.ok) throw new Error(made.problem.code);
  return made.value.document;
}

const openFile = (path: string) => program.core.request('openDocument', { path }, 'test');
const save = (document: StrataDocument, path: string) =>
  program.core.request('saveDocument', { document, path, overwrite: false }, 'test');

/** A problem that has a sentence of its own in both languages. */
function expectToBeTold(problem: Problem | null): void {
  if (problem === null) throw new Error('there is no problem');
  const [english, chinese] = [describeText(problem, 'en'), describeText(problem, 'zh-CN')];
  expect(english.sentence).not.toContain(problem.code);
  expect(english.sentence).not.toMatch(/[{}]/);
  expect(chinese.sentence).toMatch(/[\u4e00-\u9fff]/);
  expect(chinese.sentence).not.toContain(problem.code);
}

describe('files that are no documents', () => {
  test.each([
    ['not JSON', 'hello', 'document.notJson'],
    ['an empty file', '', 'document.notJson'],
    ['JSON of another kind', '[1,2]', 'document.notStrata'],
    ['not text', Buffer.from([0xff, 0xfe, 0x00, 0x41]), 'workspace.notText'],
  ])('%s', async (name, content, code) => {
    const path = join(program.folder, `${name}.strata`);
    await writeFile(path, content);
    const opened = await openFile(path);
    expect(opened).toMatchObject({ ok: false, problem: { code, place: { file: path } } });
    if (!opened.ok) expectToBeTold(opened.problem);
  });

  test('a file of 2 GB is refused without being read', async () => {
    const path = join(program.folder, 'huge.strata');
    const file = await open(path, 'w');
    await file.truncate(2_000_000_000);
    await file.close();
    const startedMs = Date.now();
    const opened = await openFile(path);
    expect(Date.now() - startedMs).toBeLessThan(1000);
    if (opened.ok) throw new Error('it was opened');
    expect(describeText(opened.problem, 'en')).toEqual({
      sentence: `${path} is too large for a Strata document.`,
      cause: 'It has 2 GB; a document has at most 67.1 MB.',
      remedy: 'Choose a .strata file. Data files are chosen in the Data step.',
    });
  });

  test.each([
    ['a folder', (path: string) => mkdir(path), 'workspace.isFolder'],
    ['nothing', () => Promise.resolve(), 'workspace.missing'],
  ])('%s', async (name, prepare, code) => {
    const path = join(program.folder, `place of ${name}`);
    await prepare(path);
    const opened = await openFile(path);
    expect(opened).toMatchObject({ ok: false, problem: { code } });
    if (!opened.ok) expectToBeTold(opened.problem);
  });

  test('a device is not read for ever', async () => {
    expect(await openFile('/dev/zero')).toMatchObject({ problem: { code: 'workspace.notAFile' } });
  });
});

describe('documents that this program does not know', () => {
  test.each([
    ['a newer version', (document: StrataDocument) => ({ ...document, version: 999, added: [1] })],
    [
      'an unknown layer',
      ({ graph, ...document }: StrataDocument) => ({
        ...document,
        graph: {
          ...graph,
          nodes: graph.nodes.map((node) =>
            node.kind === 'dense' ? { ...node, kind: 'quantumDense', params: { spin: 0.5 } } : node,
          ),
        },
      }),
    ],
  ])('%s opens read-only, and nothing of it is lost', async (name, change) => {
    const text = JSON.stringify(change(await spiral()));
    const path = join(program.folder, `${name}.strata`);
    await writeFile(path, text);
    const opened = await openFile(path);
    if (!opened.ok) throw new Error(opened.problem.code);
    expectToBeTold(opened.value.readOnly);
    expect(opened.value.document).toEqual(JSON.parse(text));
    expect(await readFile(path, 'utf8')).toBe(text);
  });
});

describe('a disk that cannot be written', () => {
  test('read-only: a document is told so, and its runs go to user data', async (context) => {
    const disk = await smallDisk(1_000_000);
    if (disk === null) return context.skip('no small disk can be mounted here');
    try {
      const document = await spiral();
      const path = join(disk.folder, 'net.strata');
      expect((await save(document, path)).ok).toBe(true);
      const before = await readFile(path, 'utf8');
      disk.makeReadOnly();
      const saved = await save({ ...document, name: 'changed' }, path);
      expect(saved).toMatchObject({ ok: false, problem: { code: 'workspace.readOnly' } });
      if (!saved.ok) expectToBeTold(saved.problem);
      expect(await readFile(path, 'utf8')).toBe(before);

      const ended = runEnd();
      const run = await program.core.request(
        'startRun',
        { document, path, device: 'auto', epochs: 1 },
        'test',
      );
      if (!run.ok) throw new Error(run.problem.code);
      expect(run.value.folder.startsWith(program.paths.unsavedRunsFolder)).toBe(true);
      expect(await ended).toMatchObject({ kind: 'done' });
    } finally {
      await disk.remove();
    }
  });

  test('full: the file before stays whole, and nothing half lies around', async (context) => {
    const disk = await smallDisk(65_536);
    if (disk === null) return context.skip('no small disk can be mounted here');
    try {
      const document = await spiral();
      const path = join(disk.folder, 'net.strata');
      expect((await save(document, path)).ok).toBe(true);
      const before = await readFile(path, 'utf8');
      await writeFile(join(disk.folder, 'filler'), Buffer.alloc(80_000)).catch(() => undefined);
      const text = 'x'.repeat(40_000);
      const note = { id: 'n', text, position: { x: 0, y: 0 }, width: 100, height: 100 };
      const larger = { ...document, graph: { ...document.graph, notes: [note] } };
      const saved = await save(larger, path);
      expect(saved).toMatchObject({ ok: false, problem: { code: 'workspace.diskFull' } });
      if (!saved.ok) expectToBeTold(saved.problem);
      expect(await readFile(path, 'utf8')).toBe(before);
      expect((await readdir(disk.folder)).sort()).toEqual(['filler', 'net.strata']);
    } finally {
      await disk.remove();
    }
  });

  test('full while training: it is told, and training is not called done without weights', async (context) => {
    const disk = await smallDisk(65_536);
    if (disk === null) return context.skip('no small disk can be mounted here');
    try {
      const document = await spiral();
      const folder = join(disk.folder, 'run');
      const problems: Problem[] = [];
      const stop = program.core.subscribe((event) => {
        if (event.name === 'runLog') problems.push(event.data.remark);
        if (event.name !== 'runStarted') return;
        void writeFile(join(disk.folder, 'filler'), Buffer.alloc(80_000)).catch(() => undefined);
      });
      const ended = runEnd();
      const run = await program.core.request(
        'startRun',
        { document, path: null, device: 'auto', epochs: 3, folder },
        'test',
      );
      expect(run.ok).toBe(true);
      const state = await ended;
      stop();
      if (state.kind === 'failed') problems.push(state.problem);
      expect(problems.map(({ code }) => code)).toContain('workspace.diskFull');
      for (const problem of problems) expectToBeTold(problem);
    } finally {
      await disk.remove();
    }
  });
});

test('whatever is asked, the answer is a problem and never a stack trace', async () => {
  const names = Object.keys(requests).filter((name) => name !== 'cancelExport');
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.constantFrom(...names), fc.string()),
      // No request takes a key of this name.
      fc.oneof(fc.jsonValue(), fc.record({ path: fc.string(), documentId: fc.string() })),
      async (name, value) => {
        const input = { unexpected: value };
        const answer = await program.core.requestUnchecked(name, input, 'test');
        expect(answer.ok ? null : answer.problem.code).toMatch(
          /^core\.(badRequest|unknownRequest)$/,
        );
        expect(JSON.stringify(answer)).not.toMatch(/\bat .*:\d+:\d+/);
      },
    ),
  );
});

describe('an engine that dies', () => {
  test('while training: the run failed with the reason, its weights stay, the next one trains', async () => {
    const document = await spiral();
    const epoch = nextEvent('runEpoch');
    const ended = runEnd();
    const run = await program.core.request(
      'startRun',
      { document, path: null, device: 'auto', epochs: 1_000_000 },
      'test',
    );
    if (!run.ok) throw new Error(run.problem.code);
    await epoch;
    program.engines.at(-1)?.kill();
    const state = await ended;
    expect(state).toEqual({
      kind: 'failed',
      problem: { code: 'engine.died', severity: 'error', values: { reason: 'SIGKILL' } },
    });
    if (state.kind === 'failed') expectToBeTold(state.problem);
    const runs = await program.core.request(
      'listRuns',
      { documentId: document.id, path: null },
      'test',
    );
    if (!runs.ok) throw new Error(runs.problem.code);
    expect(runs.value[0]).toMatchObject({ id: run.value.id, state, hasWeights: true });
    expect(runs.value[0]?.epochs.length).toBeGreaterThan(0);

    const next = runEnd();
    await program.core.request(
      'startRun',
      { document, path: null, device: 'auto', epochs: 1 },
      'test',
    );
    expect(await next).toEqual({ kind: 'done', reason: 'finished' });
  });

  test('while it answers: the request is told, the next one is answered', async () => {
    const before = program.engines.length;
    const document = await spiral();
    const inspecting = program.core.request('inspectData', { document, path: null }, 'test');
    const engine = await new Promise<(typeof program.engines)[number] | undefined>((resolve) => {
      const timer = setInterval(() => {
        if (program.engines.length === before) return;
        clearInterval(timer);
        resolve(program.engines.at(-1));
      }, 1);
    });
    engine?.kill();
    expect(await inspecting).toMatchObject({ problem: { code: 'engine.died' } });
    expect(
      await program.core.request('inspectData', { document, path: null }, 'test'),
    ).toMatchObject({ ok: true });
  });
});

function nextEvent(name: HostEvent['name']): Promise<HostEvent> {
  return new Promise((resolve) => {
    const stop = program.core.subscribe((event) => {
      if (event.name !== name) return;
      stop();
      resolve(event);
    });
  });
}

type EndState = Extract<HostEvent, { name: 'runState' }>['data']['state'];

function runEnd(): Promise<EndState> {
  return new Promise((resolve) => {
    const stop = program.core.subscribe((event) => {
      if (event.name !== 'runState') return;
      const { state } = event.data;
      if (state.kind !== 'done' && state.kind !== 'failed') return;
      stop();
      resolve(state);
    });
  });
}
