import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { writeNpy } from '#main/hosts/cli/npy.ts';
import type { HostEvent } from '#shared/protocol/events.ts';
import type { RunInfo } from '#shared/protocol/types.ts';
import { codeOf, nextEvent, valueOf } from './connectedHost.ts';
import type { Cases, ConnectedHost } from './connectedHost.ts';
import { newFolder, nextState, savedSpiral, spiral, start, trained } from './samples.ts';

/** The cases of requests about runs. */
export const runCases = {
  async startRun(host) {
    const { document, path } = await savedSpiral(host);
    const events: HostEvent[] = [];
    const stop = host.subscribe((event) => events.push(event));
    const run = await trained(host, document, path, 2);
    stop();
    expect(run.state).toEqual({ kind: 'done', reason: 'finished' });
    expect(run.number).toBe(1);
    expect(run.folder.startsWith(path.replace(/\.strata$/, '.runs'))).toBe(true);
    expect(run.epochs.map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(run.hasWeights).toBe(true);
    const names = events.map(({ name }) => name);
    expect(names[0]).toBe('runStarted');
    expect(names.filter((name) => name === 'runEpoch')).toHaveLength(2);
    const sequences = events.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
    const metrics = await readFile(join(run.folder, 'metrics.jsonl'), 'utf8');
    expect(metrics.split('\n').filter((line) => line.includes('"epoch"'))).toHaveLength(2);
    // A network that cannot be trained is not started.
    const blank = await valueOf(host.request('createFromTemplate', { template: 'blank' }));
    expect(await start(host, blank.document, null, 1)).toMatchObject({ ok: false });
  },

  async startRounds(host) {
    const { document } = await spiral(host);
    const ask = { document, path: null, device: 'auto', epochs: 1 };
    expect(await codeOf(host.request('startRounds', ask))).toBe('data.noFolds');
    const told: string[] = [];
    const over = nextEvent(host, 'roundsEnded');
    const stop = host.subscribe(({ name, data }) => {
      if (name === 'runStarted') told.push(`begins ${data.run.round?.round}`);
      if (name === 'runState' && data.state.kind === 'done') told.push(data.state.reason);
    });
    const first = await valueOf(host.request('startRounds', { ...ask, folds: 3 }));
    expect(first.round).toMatchObject({ round: 1, rounds: 3 });
    const { series, problem } = (await over).data;
    stop();
    expect({ series, problem }).toEqual({ series: first.round?.series, problem: null });
    expect(told).toEqual([1, 2, 3].flatMap((round) => [`begins ${round}`, 'finished']));
    const runs = await runsOf(host, first);
    expect(runs.map(({ document: { data } }) => data.split.fold).sort()).toEqual([1, 2, 3]);
    expect(runs.map(({ round }) => round?.series)).toEqual([series, series, series]);
    expect(new Set(runs.map(({ folder }) => folder)).size).toBe(3);

    // Who stops one round stops all.
    const ended = nextEvent(host, 'roundsEnded');
    const long = await valueOf(host.request('startRounds', { ...ask, epochs: 100_000, folds: 3 }));
    await stopped(host, long.id);
    expect((await ended).data.series).toBe(long.round?.series);
    const after = await runsOf(host, long);
    expect(after.filter(({ round }) => round?.series === long.round?.series)).toHaveLength(1);
  },

  async continueRun(host) {
    const { document, path } = await savedSpiral(host);
    const run = await trained(host, document, path, 2);
    const again = (input: { epochs?: number }) =>
      host.request('continueRun', { runId: run.id, path, ...input });
    expect(await codeOf(again({}))).toBe('core.noEpochsLeft');
    expect(await codeOf(again({ epochs: 2 }))).toBe('core.noEpochsLeft');
    const told = nextEvent(host, 'runStarted');
    const done = nextState(host, run.id, 'done');
    const begun = await valueOf(again({ epochs: 4 }));
    expect((await told).data.run).toEqual(begun);
    expect(begun).toMatchObject({ id: run.id, number: 1, folder: run.folder, test: null });
    expect(begun.epochs.map(({ epoch }) => epoch)).toEqual([1, 2]);
    await done;
    const [after] = await valueOf(host.request('listRuns', { documentId: document.id, path }));
    expect(after?.epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4]);
    expect(after?.epochs.slice(0, 2)).toEqual(run.epochs);
    expect(after?.document.training.epochs).toBe(4);
    expect(after?.hasCheckpoint).toBe(true);
    // By its folder, and not without saying which.
    const byFolder = { runFolder: run.folder, path: null };
    expect(await codeOf(host.request('continueRun', byFolder))).toBe('core.noEpochsLeft');
    expect(await codeOf(host.request('continueRun', { path: null }))).toBe('core.badRequest');
    expect(await codeOf(host.request('continueRun', { runId: 'none', path: null }))).toBe(
      'core.runUnknown',
    );
    const none = { runFolder: host.folder, path: null };
    expect(await codeOf(host.request('continueRun', none))).toBe('core.notARun');
    const file = join(run.folder, 'checkpoints', 'training.safetensors');
    await writeFile(file, (await readFile(file)).subarray(0, -1));
    expect(await codeOf(again({ epochs: 6 }))).toBe('core.checkpointDamaged');
    await rm(file);
    expect(await codeOf(again({ epochs: 6 }))).toBe('core.noCheckpoint');
    const [kept] = await valueOf(host.request('listRuns', { documentId: document.id, path }));
    expect(kept).toMatchObject({ state: { kind: 'done' }, hasWeights: true, hasCheckpoint: false });
  },

  async pauseRun(host) {
    const run = await longRun(host);
    const paused = nextState(host, run.id, 'paused');
    await valueOf(host.request('pauseRun', { runId: run.id }));
    await paused;
    expect(await codeOf(host.request('pauseRun', { runId: run.id }))).toBe('core.cannotPause');
    await stopped(host, run.id);
  },

  async resumeRun(host) {
    const run = await longRun(host);
    expect(await codeOf(host.request('resumeRun', { runId: run.id }))).toBe('core.cannotResume');
    const paused = nextState(host, run.id, 'paused');
    await valueOf(host.request('pauseRun', { runId: run.id }));
    await paused;
    const resumed = nextState(host, run.id, 'training');
    const epoch = nextEvent(host, 'runEpoch');
    await valueOf(host.request('resumeRun', { runId: run.id }));
    await resumed;
    await epoch;
    await stopped(host, run.id);
  },

  async stopRun(host) {
    const run = await longRun(host);
    const { document } = await spiral(host);
    const second = await start(host, document, null, 1);
    expect(second.ok ? null : second.problem.code).toBe('core.runGoesOn');
    await stopped(host, run.id);
    const after = (await runsOf(host, run)).find(({ id }) => id === run.id);
    expect(after?.state).toEqual({ kind: 'done', reason: 'stopped' });
    expect(after?.hasWeights).toBe(true);
    expect(await codeOf(host.request('stopRun', { runId: run.id }))).toBe('core.runIsOver');
  },

  async listRuns(host) {
    const { document } = await spiral(host);
    const run = await trained(host, document, null, 1);
    expect((await runsOf(host, run)).map(({ id }) => id)).toEqual([run.id]);
    // Saved for the first time: its runs come along.
    const moved = nextEvent(host, 'runsChanged');
    const path = join(await newFolder(host), 'saved.strata');
    await valueOf(host.request('saveDocument', { document, path, overwrite: false }));
    await moved;
    const runs = await valueOf(host.request('listRuns', { documentId: document.id, path }));
    expect(runs.map(({ folder }) => folder)).toEqual([
      join(path.replace(/\.strata$/, '.runs'), run.id),
    ]);
    expect(runs[0]?.hasWeights).toBe(true);
  },

  async deleteRun(host) {
    const { document, path } = await savedSpiral(host);
    const run = await trained(host, document, path, 1);
    await valueOf(host.request('deleteRun', { runId: run.id }));
    expect(await valueOf(host.request('listRuns', { documentId: document.id, path }))).toEqual([]);
    expect(await codeOf(host.request('deleteRun', { runId: run.id }))).toBe('core.runUnknown');
  },

  async predict(host) {
    const { document, path } = await savedSpiral(host);
    const run = await trained(host, document, path, 1);
    const input = join(await newFolder(host), 'points.npy');
    await writeFile(input, writeNpy([3, 2], new Float32Array([0, 0, 0.5, -0.5, 1, 1])));
    const { outputs } = await valueOf(host.request('predict', { runFolder: run.folder, input }));
    expect(outputs.map(({ shape }) => shape)).toEqual([[3, 1]]);
    // Binary values keep their type on every way.
    expect(outputs[0]?.values).toBeInstanceOf(Float32Array);
    for (const value of outputs[0]?.values ?? []) expect(value).toBeGreaterThanOrEqual(0);
    expect(await codeOf(host.request('predict', { runFolder: host.folder, input }))).toBe(
      'core.notARun',
    );
  },
} satisfies Partial<Cases>;

/** A run that goes on until it is stopped, after its first epoch. */
async function longRun(host: ConnectedHost): Promise<RunInfo> {
  const { document } = await spiral(host);
  const epoch = nextEvent(host, 'runEpoch');
  const run = await valueOf(start(host, document, null, 1_000_000));
  await epoch;
  return run;
}

async function stopped(host: ConnectedHost, runId: string): Promise<void> {
  const done = nextState(host, runId, 'done');
  await valueOf(host.request('stopRun', { runId }));
  await done;
}

function runsOf(host: ConnectedHost, run: RunInfo): Promise<readonly RunInfo[]> {
  return valueOf(host.request('listRuns', { documentId: run.documentId, path: null }));
}
