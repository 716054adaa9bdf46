import { mkdir, readFile, readdir, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listRunsOf, readRun } from '#main/workspace/runs.ts';
import { coreForTests } from './coreForTests.ts';
import type { TestCore } from './coreForTests.ts';

let program: TestCore;
beforeAll(async () => {
  program = await coreForTests();
});
afterAll(() => program.close());

async function trainedIn(folder: string) {
  await mkdir(folder, { recursive: true });
  const { core } = program;
  const made = await core.request('createFromTemplate', { template: 'playground-spiral' }, 'test');
  if (!made.ok) throw new Error(made.problem.code);
  const { document } = made.value;
  const path = join(folder, 'cats.strata');
  await core.request('saveDocument', { document, path, overwrite: false }, 'test');
  const done = new Promise<void>((resolve) => {
    const stop = core.subscribe(({ name, data }) => {
      if (name !== 'runState' || data.state.kind !== 'done') return;
      stop();
      resolve();
    });
  });
  const run = await core.request('startRun', { document, path, device: 'auto', epochs: 1 }, 'test');
  if (!run.ok) throw new Error(run.problem.code);
  await done;
  return { document, path, run: run.value };
}

describe('run folders', () => {
  test('a file that was renamed outside finds its runs when it is opened', async () => {
    const folder = join(program.folder, 'renamed');
    const { document, path, run } = await trainedIn(folder);
    const other = await trainedIn(join(program.folder, 'other'));
    const renamed = join(folder, 'dogs.strata');
    await rename(path, renamed);
    expect((await program.core.request('openDocument', { path: renamed }, 'test')).ok).toBe(true);
    const runs = await program.core.request(
      'listRuns',
      { documentId: document.id, path: renamed },
      'test',
    );
    expect(runs).toMatchObject({
      value: [{ id: run.id, folder: join(folder, 'dogs.runs', run.id) }],
    });
    expect((await readdir(folder)).sort()).toEqual(['dogs.runs', 'dogs.strata']);
    expect(await listRunsOf(other.document.id, other.path, '/none')).toHaveLength(1);
  });

  test('runs of a file that is still there stay with it', async () => {
    const folder = join(program.folder, 'copied');
    const { document, path } = await trainedIn(folder);
    const copy = join(folder, 'copy.strata');
    await writeFile(copy, await readFile(path));
    await program.core.request('openDocument', { path: copy }, 'test');
    expect(await listRunsOf(document.id, path, '/none')).toHaveLength(1);
    expect(await listRunsOf(document.id, copy, '/none')).toHaveLength(0);
  });

  test('a run whose process is gone, or silent, was interrupted', async () => {
    const { run } = await trainedIn(join(program.folder, 'interrupted'));
    const file = join(run.folder, 'run.json');
    const record = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    const stateWith = async (changes: Record<string, unknown>, ageMs: number) => {
      await writeFile(file, JSON.stringify({ ...record, ...changes }));
      const time = new Date(Date.now() - ageMs);
      await utimes(file, time, time);
      return (await readRun(run.folder))?.state;
    };
    const training = { state: { kind: 'training' } };
    const interrupted = { kind: 'failed', problem: { code: 'core.runInterrupted' } };
    expect(await stateWith({}, 1e9)).toEqual({ kind: 'done', reason: 'finished' });
    expect(await stateWith(training, 0)).toEqual({ kind: 'training' });
    // Process ids are used again: silence counts.
    expect(await stateWith(training, 120_000)).toMatchObject(interrupted);
    expect(await stateWith({ ...training, ownerPid: 2 ** 22 + 1 }, 0)).toMatchObject(interrupted);
  });

  test('a folder that holds something else is no run', async () => {
    expect(await readRun(program.folder)).toBeNull();
    const folder = join(program.folder, 'odd');
    await mkdir(folder);
    await writeFile(join(folder, 'run.json'), '{"format":"strata-run","version":2}');
    expect(await readRun(folder)).toBeNull();
  });
});
