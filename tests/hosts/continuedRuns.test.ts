import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRun } from '#main/workspace/runs.ts';
import type { HostEvent } from '#shared/protocol/events.ts';
import type { EpochRecord, RunInfo, RunState } from '#shared/protocol/types.ts';
import { commandLine } from './commandLine.ts';
import type { CommandLine } from './commandLine.ts';
import { coreForTests } from './coreForTests.ts';
import type { TestCore } from './coreForTests.ts';

const epochs = 12;

let line: CommandLine;
let program: TestCore;
beforeAll(async () => {
  line = await commandLine();
  ({ program } = line);
});
afterAll(() => program.close());

/** Hears the events of a core until `isEnough`. */
function heard(core: TestCore['core'], isEnough: (event: HostEvent) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = core.subscribe((event) => {
      if (!isEnough(event)) return;
      stop();
      resolve();
    });
  });
}

function ended(core: TestCore['core']): Promise<RunState> {
  return new Promise((resolve) => {
    const stop = core.subscribe(({ name, data }) => {
      if (name !== 'runState' || !['done', 'failed'].includes(data.state.kind)) return;
      stop();
      resolve(data.state);
    });
  });
}

/** Starts a run of a new document; its engine process is the newest. */
async function started(name: string, device: string): Promise<RunInfo> {
  const { core, folder } = program;
  const made = await core.request('createFromTemplate', { template: 'playground-spiral' }, 'test');
  if (!made.ok) throw new Error(made.problem.code);
  const { data } = made.value.document;
  const split = { ...data.split, testFraction: 0.2 };
  const document = { ...made.value.document, data: { ...data, split } };
  const path = join(folder, `${name}.strata`);
  await core.request('saveDocument', { document, path, overwrite: false }, 'test');
  const run = await core.request('startRun', { document, path, device, epochs, seed: 3 }, 'test');
  if (!run.ok) throw new Error(run.problem.code);
  return run.value;
}

const lossesOf = (records: readonly EpochRecord[]) =>
  records.flatMap(({ loss, valLoss }) => [loss, valLoss ?? 0]);

function largestDifference(one: readonly number[], two: readonly number[]): number {
  expect(two).toHaveLength(one.length);
  return Math.max(...one.map((value, index) => Math.abs(value - (two[index] ?? Number.NaN))));
}

async function runIn(folder: string): Promise<RunInfo> {
  const run = await readRun(folder);
  if (run === null) throw new Error(`no run in ${folder}`);
  return run;
}

describe.each(['wasm', 'native-cpu'])('on %s', (device) => {
  test('an engine process that is killed while it trains is not the end of the run', async () => {
    const { core, engines } = program;
    const straightEnd = ended(core);
    const straight = await started(`straight-${device}`, device);
    expect(await straightEnd).toEqual({ kind: 'done', reason: 'finished' });

    const third = heard(core, ({ name, data }) => name === 'runEpoch' && data.record.epoch === 3);
    const death = ended(core);
    const run = await started(`killed-${device}`, device);
    await third;
    engines.at(-1)?.kill();
    expect(await death).toMatchObject({
      kind: 'failed',
      problem: { code: 'engine.died', values: { reason: 'SIGKILL' } },
    });
    const left = await runIn(run.folder);
    expect(left).toMatchObject({ hasWeights: true, hasCheckpoint: true, test: null });
    expect(left.epochs.length).toBeLessThan(epochs);

    const end = ended(core);
    const begun = await core.request('continueRun', { runId: run.id, path: null }, 'test');
    expect(begun).toMatchObject({ ok: true, value: { id: run.id, folder: run.folder, device } });
    expect(await end).toEqual({ kind: 'done', reason: 'finished' });
    const [whole, continued] = [await runIn(straight.folder), await runIn(run.folder)];
    expect(continued.epochs.map(({ epoch }) => epoch)).toEqual(
      Array.from({ length: epochs }, (_, index) => index + 1),
    );
    expect(largestDifference(lossesOf(whole.epochs), lossesOf(continued.epochs))).toBeLessThan(
      1e-6,
    );
    expect(continued.test?.loss).toBeCloseTo(whole.test?.loss ?? 0, 6);
    expect(continued.epochs.at(-1)?.elapsedMs).toBeGreaterThan(left.epochs.at(-1)?.elapsedMs ?? 0);
  });
});

describe('after a restart of the program', () => {
  test('the command line goes on with a run, then with more epochs', async () => {
    const { core, engines, paths } = program;
    const second = heard(core, ({ name, data }) => name === 'runEpoch' && data.record.epoch === 2);
    const death = ended(core);
    const run = await started('restarted', 'wasm');
    await second;
    engines.at(-1)?.kill();
    await death;
    // As a crash leaves a file that is being written.
    await appendFile(join(run.folder, 'metrics.jsonl'), '{"type":"epoch","epo');

    const fresh = await coreForTests({ paths });
    try {
      const listed = await fresh.core.request(
        'listRuns',
        { documentId: run.documentId, path: join(program.folder, 'restarted.strata') },
        'test',
      );
      if (!listed.ok) throw new Error(listed.problem.code);
      expect(listed.value.map(({ id, hasCheckpoint }) => [id, hasCheckpoint])).toEqual([
        [run.id, true],
      ]);
    } finally {
      await fresh.close();
    }

    const resumed = await line.run('train', '--resume', run.folder, '--json');
    expect(resumed.err).toBe('');
    expect(resumed.code).toBe(0);
    const lines = resumed.out.split('\n').map((text) => JSON.parse(text) as { type: string });
    expect(lines.at(-1)).toMatchObject({ type: 'done', epochs, device: 'wasm', run: run.folder });
    expect(lines.length).toBeLessThan(epochs);

    const enough = await line.runIn('zh-CN', 'train', '--resume', run.folder);
    expect(enough.code).toBe(1);
    expect(enough.err).toContain('没有可继续的轮次：已训练 12 轮，而要求的总轮数是 12。');
    const more = await line.run('train', '--resume', run.folder, '--epochs', '14');
    expect(more.code).toBe(0);
    expect(more.out.match(/^Epoch 1[34]\/14/gm)).toHaveLength(2);
    const after = await runIn(run.folder);
    expect(after.epochs.map(({ epoch }) => epoch)).toEqual(
      Array.from({ length: 14 }, (_, index) => index + 1),
    );
    expect(after.test).not.toBeNull();
    const metrics = await readFile(join(run.folder, 'metrics.jsonl'), 'utf8');
    expect(metrics.match(/"type":"continued"/g)).toHaveLength(2);
    // A test that was made between belongs to weights that no longer are.
    expect(metrics.match(/"type":"test"/g)).toHaveLength(2);
  });

  test('a folder that is no run, and a run without a checkpoint, are told', async () => {
    const none = await line.run('train', '--resume', program.folder);
    expect(none.code).toBe(1);
    expect(none.err).toContain('is not the folder of a run.');
    const usage = await line.run('train', '--resume', program.folder, '--seed', '1');
    expect(usage.err).toContain("option '--resume <run>' cannot be used with option '--seed <n>'");
  });
});
