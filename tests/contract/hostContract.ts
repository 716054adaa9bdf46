import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeNpy } from '#main/hosts/cli/npy.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Result } from '#shared/problems/problem.ts';
import type { HostEvent } from '#shared/protocol/events.ts';
import { requests } from '#shared/protocol/requests.ts';
import type { Answer, RequestInput, RequestName } from '#shared/protocol/requests.ts';
import type { OpenedDocument, RunInfo } from '#shared/protocol/types.ts';

/** A program behind one of its hosts, as the contract needs it. */
export interface ConnectedHost {
  request<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Answer<Name>>;
  /** Sends what no page of ours would send. */
  requestUnchecked(name: string, input: unknown): Promise<Result<unknown>>;
  subscribe(listener: (event: HostEvent) => void): () => void;
  /** An empty folder that the host may use. */
  readonly folder: string;
  close(): Promise<void>;
}

type Case = (host: ConnectedHost) => Promise<void>;

/** One case for each request; a request without one does not compile. */
const cases: { readonly [Name in RequestName]: Case } = {
  async hostInfo(host) {
    const info = await valueOf(host.request('hostInfo', {}));
    expect(['electron', 'web', 'cli']).toContain(info.host);
    expect(info.platform).toBe(process.platform);
    expect(info.version).not.toBe('');
  },

  async getPreferences(host) {
    const { theme, device } = await valueOf(host.request('getPreferences', {}));
    expect(['system', 'light', 'dark']).toContain(theme);
    expect(device).toBe('auto');
  },

  async setPreferences(host) {
    const before = await valueOf(host.request('getPreferences', {}));
    const told = nextEvent(host, 'preferencesChanged');
    const wanted = { ...before, theme: 'dark', language: 'zh-CN' } as const;
    expect(await valueOf(host.request('setPreferences', wanted))).toEqual(wanted);
    expect((await told).data.preferences).toEqual(wanted);
    expect(await valueOf(host.request('getPreferences', {}))).toEqual(wanted);
    await valueOf(host.request('setPreferences', before));
  },

  async listTemplates(host) {
    const templates = await valueOf(host.request('listTemplates', {}));
    expect(templates.map(({ id }) => id).sort()).toEqual([
      'blank',
      'cars-regression',
      'cifar10-cnn',
      'drawings',
      'mnist-cnn',
      'mnist-mlp',
      'penguins',
      'playground-spiral',
      'sine-forecast',
      'spam-lstm',
      'table-binary',
      'text-lstm',
      'two-inputs',
    ]);
    const cnn = templates.find(({ id }) => id === 'mnist-cnn');
    expect(cnn?.parameterCount).toBe(93_322);
    expect(cnn?.thumbnail.length).toBeGreaterThan(5);
  },

  async createFromTemplate(host) {
    const [one, two] = [await spiral(host), await spiral(host)];
    expect(one.document.id).not.toBe(two.document.id);
    expect(one).toMatchObject({ path: null, readOnly: null, repairs: [] });
    expect(await codeOf(host.request('createFromTemplate', { template: 'none' }))).toBe(
      'core.noTemplate',
    );
  },

  async saveDocument(host) {
    const { document } = await spiral(host);
    const path = join(await newFolder(host), 'net');
    const saved = await valueOf(host.request('saveDocument', { document, path, overwrite: false }));
    expect(saved.path).toBe(`${path}.strata`);
    const renamed = { ...document, name: 'Renamed' };
    await valueOf(
      host.request('saveDocument', { document: renamed, path: saved.path, overwrite: false }),
    );
    expect(JSON.parse(await readFile(saved.path, 'utf8'))).toMatchObject({ name: 'Renamed' });
    expect(JSON.parse(await readFile(`${saved.path}.bak`, 'utf8'))).toMatchObject({
      name: document.name,
    });
    await writeFile(saved.path, 'changed by another program');
    expect(
      await codeOf(host.request('saveDocument', { document, path: saved.path, overwrite: false })),
    ).toBe('core.fileChanged');
    await valueOf(host.request('saveDocument', { document, path: saved.path, overwrite: true }));
    const other = await spiral(host);
    const unseen = join(await newFolder(host), 'unseen.strata');
    await writeFile(unseen, '');
    expect(
      await codeOf(
        host.request('saveDocument', { document: other.document, path: unseen, overwrite: false }),
      ),
    ).toBe('core.fileExists');
  },

  async openDocument(host) {
    const { document, path } = await savedSpiral(host);
    const opened = await valueOf(host.request('openDocument', { path }));
    expect(opened).toEqual({ document, path, readOnly: null, repairs: [] });
    expect(await codeOf(host.request('openDocument', { path: `${path}.none` }))).toBe(
      'workspace.missing',
    );
  },

  async importDocument(host) {
    const { document } = await savedSpiral(host);
    const text = JSON.stringify(document);
    const opened = await valueOf(host.request('importDocument', { name: 'a.strata', text }));
    expect(opened).toEqual({ document, path: null, readOnly: null, repairs: [] });
    expect(await codeOf(host.request('importDocument', { name: 'a', text: '{' }))).toBe(
      'document.notJson',
    );
  },

  async autosaveDocument(host) {
    const { document } = await spiral(host);
    const before = Date.now();
    const kept = await valueOf(host.request('autosaveDocument', { document, path: null }));
    expect(kept.savedAtMs).toBeGreaterThanOrEqual(before);
  },

  async listRecovered(host) {
    const { document } = await spiral(host);
    await valueOf(host.request('autosaveDocument', { document, path: null }));
    const isListed = async () => {
      const listed = await valueOf(host.request('listRecovered', {}));
      return listed.some(({ documentId }) => documentId === document.id);
    };
    // It is open: nothing has to be restored.
    expect(await isListed()).toBe(false);
    await valueOf(host.request('closeDocument', { documentId: document.id, discard: false }));
    expect(await isListed()).toBe(true);
  },

  async recoverDocument(host) {
    const { document } = await spiral(host);
    const changed = { ...document, name: 'Unsaved' };
    await valueOf(host.request('autosaveDocument', { document: changed, path: null }));
    await valueOf(host.request('closeDocument', { documentId: document.id, discard: false }));
    expect(await valueOf(host.request('recoverDocument', { documentId: document.id }))).toEqual({
      document: changed,
      path: null,
      readOnly: null,
      repairs: [],
    });
    expect(await codeOf(host.request('recoverDocument', { documentId: 'none' }))).toBe(
      'core.nothingToRecover',
    );
  },

  async discardRecovered(host) {
    const { document } = await spiral(host);
    const documentId = document.id;
    await valueOf(host.request('autosaveDocument', { document, path: null }));
    expect(await codeOf(host.request('discardRecovered', { documentId }))).toBe('core.stillOpen');
    await valueOf(host.request('closeDocument', { documentId, discard: false }));
    await valueOf(host.request('discardRecovered', { documentId }));
    expect(await codeOf(host.request('recoverDocument', { documentId }))).toBe(
      'core.nothingToRecover',
    );
  },

  async closeDocument(host) {
    const { document } = await spiral(host);
    const documentId = document.id;
    await valueOf(host.request('autosaveDocument', { document, path: null }));
    await valueOf(host.request('closeDocument', { documentId, discard: true }));
    expect(await codeOf(host.request('recoverDocument', { documentId }))).toBe(
      'core.nothingToRecover',
    );
  },

  async listRecents(host) {
    const [first, second] = [await savedSpiral(host), await savedSpiral(host)];
    await valueOf(host.request('openDocument', { path: first.path }));
    const recents = await valueOf(host.request('listRecents', {}));
    expect(recents.slice(0, 2).map(({ path }) => path)).toEqual([first.path, second.path]);
    expect(recents[0]?.thumbnail.length).toBeGreaterThan(0);
  },

  async clearRecents(host) {
    await savedSpiral(host);
    await valueOf(host.request('clearRecents', {}));
    expect(await valueOf(host.request('listRecents', {}))).toEqual([]);
  },

  async listFolder(host) {
    const folder = await newFolder(host);
    await mkdir(join(folder, 'z-folder'));
    await writeFile(join(folder, 'a.strata'), '12345');
    await writeFile(join(folder, '.hidden'), '');
    const listing = await valueOf(host.request('listFolder', { path: folder }));
    expect(listing.path).toBe(folder);
    expect(listing.parent).toBe(host.folder);
    expect(listing.entries).toEqual([
      { name: 'z-folder', path: join(folder, 'z-folder'), isFolder: true, sizeBytes: 0 },
      { name: 'a.strata', path: join(folder, 'a.strata'), isFolder: false, sizeBytes: 5 },
    ]);
    const start = await valueOf(host.request('listFolder', { path: null }));
    expect(listing.roots).toContain(start.path);
  },

  async listDevices(host) {
    const devices = await valueOf(host.request('listDevices', {}));
    expect(devices.filter(({ unavailable }) => unavailable === null).map(({ id }) => id)).toContain(
      'wasm',
    );
  },

  async installDevice(host) {
    expect(await codeOf(host.request('installDevice', { device: 'wasm' }))).toBe(
      'device.nothingToInstall',
    );
    expect(await codeOf(host.request('installDevice', { device: 'none' }))).toBe('device.unknown');
    // One that is installed and whole is compared with its hashes and left alone.
    const told = nextEvent(host, 'installEnded');
    expect(await valueOf(host.request('installDevice', { device: 'native-cpu' }))).toBe(null);
    expect((await told).data).toEqual({ device: 'native-cpu', problem: null });
  },

  async cancelInstall(host) {
    expect(await codeOf(host.request('cancelInstall', { device: 'native-cpu' }))).toBe(
      'install.notRunning',
    );
  },

  async raceDevices(host) {
    const { document } = await spiral(host);
    const told = nextEvent(host, 'raceEnded');
    const raced = await valueOf(host.request('raceDevices', { document, path: null }));
    expect((await told).data).toEqual({ documentId: document.id, result: raced });
    const wasm = raced.entries.find(({ device }) => device === 'wasm');
    expect(wasm?.problem).toBeNull();
    expect(wasm?.secondsPerEpoch).toBeGreaterThan(0);
    expect(wasm?.memoryBytes).toBeGreaterThan(10_000_000);
    expect(raced.entries.map(({ device }) => device)).toContain(raced.winner);
    const empty = { ...document, graph: { ...document.graph, nodes: [], edges: [] } };
    expect(await host.request('raceDevices', { document: empty, path: null })).toMatchObject({
      ok: false,
    });
  },

  async getRace(host) {
    const { document } = await spiral(host);
    const training = { ...document.training, batchSize: document.training.batchSize + 1 };
    const other = { ...document, training };
    expect(await valueOf(host.request('getRace', { document: other }))).toBeNull();
    const raced = await valueOf(host.request('raceDevices', { document: other, path: null }));
    const again = await valueOf(host.request('getRace', { document: other }));
    expect(again?.winner).toBe(raced.winner);
    expect(again?.measuredAtMs).toBe(raced.measuredAtMs);
  },

  async skipRace(host) {
    expect(await valueOf(host.request('skipRace', {}))).toBeNull();
  },

  async inspectData(host) {
    const { document } = await spiral(host);
    const data = await valueOf(host.request('inspectData', { document, path: null }));
    expect(data.features.map(({ shape }) => shape)).toContainEqual([2]);
    expect(data.trainCount).toBeGreaterThan(100);
  },

  async recogniseData(host) {
    const file = await writeTable(host, '花 data.csv');
    const progress = nextEvent(host, 'dataProgress');
    const found = await valueOf(host.request('recogniseData', { paths: [file] }));
    expect((await progress).data.fraction).toBeGreaterThanOrEqual(0);
    expect(found.source.kind).toBe('table');
    expect(found.report.trainCount).toBe(60);
    const roles = found.recipe.features.map(({ name, role, kind }) => [name, role, kind]);
    expect(roles).toEqual([
      ['长度', 'input', 'number'],
      ['width', 'input', 'number'],
      ['class', 'target', 'category'],
    ]);
    const broken = join(host.folder, 'nothing.csv');
    expect(await codeOf(host.request('recogniseData', { paths: [broken] }))).not.toBe('');
  },

  async allowData(host) {
    const { document } = await spiral(host);
    const file = await writeTable(host, 'private.csv');
    const path = join(await newFolder(host), 'net.strata');
    const stranger: StrataDocument = {
      ...document,
      data: { ...document.data, source: { kind: 'table', params: { file } }, features: [] },
    };
    const ask = { document: stranger, path };
    expect(await codeOf(host.request('dataReport', ask))).toBe('core.dataOutside');
    expect(await codeOf(host.request('startRun', { ...ask, device: 'auto' }))).not.toBe('');
    await valueOf(host.request('allowData', ask));
    expect((await valueOf(host.request('dataReport', ask))).trainCount).toBe(60);
  },

  async dataReport(host) {
    const { document } = await spiral(host);
    const report = await valueOf(host.request('dataReport', { document, path: null }));
    expect(report.trainCount).toBeGreaterThan(100);
    expect(report.features.map(({ feature }) => feature.name)).toEqual(['point', 'label']);
    const none = { ...document, data: { ...document.data, source: null } };
    expect(await codeOf(host.request('dataReport', { document: none, path: null }))).toBe(
      'data.noSource',
    );
  },

  async previewData(host) {
    const file = await writeTable(host, 'preview.csv');
    const { source, recipe } = await valueOf(host.request('recogniseData', { paths: [file] }));
    const { document } = await spiral(host);
    const steps = [{ kind: 'standardize', features: ['width'], params: {} }];
    const own: StrataDocument = { ...document, data: { ...recipe, source, steps } };
    const ask = { document: own, path: null, from: 0, count: 3 };
    const whole = await valueOf(host.request('previewData', { ...ask, step: null }));
    expect(whole.before.rows).toEqual([
      [0, 100, 'a'],
      [7, 105, 'b'],
      [14, 110, 'a'],
    ]);
    expect(whole.counts.train + whole.counts.validation + whole.counts.test).toBe(60);
    const step = await valueOf(host.request('previewData', { ...ask, step: 0 }));
    expect(step.after.names).toEqual(['width']);
    const [after] = step.reportAfter;
    expect(after?.numbers?.mean).toBeCloseTo(0, 5);
    expect(after?.numbers?.deviation).toBeCloseTo(1, 5);
    // Mean and deviation, the same in both languages.
    expect(step.learned['width']?.['zh-CN']).toMatch(/^[\d.]+, [\d.]+$/);
  },

  async prepareData(host) {
    const { document } = await spiral(host);
    const output = join(await newFolder(host), 'points.npz');
    const written = await valueOf(host.request('prepareData', { document, path: null, output }));
    expect(written.path).toBe(output);
    expect(written.rows).toBeGreaterThan(100);
    expect((await readFile(output)).subarray(0, 2).toString()).toBe('PK');
    const other = join(host.folder, 'points.doc');
    expect(await codeOf(host.request('prepareData', { document, path: null, output: other }))).toBe(
      'data.unknownOutput',
    );
  },

  async convertTable(host) {
    const input = await writeTable(host, 'convert.csv');
    const output = join(await newFolder(host), 'out.jsonl');
    const written = await valueOf(host.request('convertTable', { input, output }));
    expect(written.rows).toBe(60);
    const [first = ''] = (await readFile(output, 'utf8')).split('\n');
    expect(JSON.parse(first)).toEqual({ 长度: 0, width: 100, class: 'a' });
  },

  async predictTable(host) {
    const { document, path } = await savedSpiral(host);
    const run = await trained(host, document, path, 1);
    const input = join(host.folder, 'three.npy');
    await writeFile(input, writeNpy([3, 2], Float32Array.of(0, 0, 1, 1, -1, 0.5)));
    const output = join(await newFolder(host), 'submission.csv');
    const written = await valueOf(
      host.request('predictTable', { runFolder: run.folder, input, output, id: null }),
    );
    expect(written.rows).toBe(3);
    const lines = (await readFile(output, 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe('id,label');
    expect(lines[1]).toMatch(/^1,/);
  },

  async cancelData(host) {
    expect(await valueOf(host.request('cancelData', {}))).toBeNull();
  },

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

  async previewExport(host) {
    const { document } = await spiral(host);
    const files = await valueOf(
      host.request('previewExport', {
        document,
        path: null,
        runFolder: null,
        target: 'typescript',
        options: { weights: false, trainingCode: true, verify: false },
      }),
    );
    const paths = files.map(({ path }) => path);
    for (const path of ['package.json', 'src/model.ts', 'src/train.ts']) {
      expect(paths).toContain(path);
    }
    expect(files.find(({ path }) => path === 'src/model.ts')?.text).toContain('tf.');
  },

  async exportModel(host) {
    const { document, path } = await savedSpiral(host);
    const run = await trained(host, document, path, 1);
    const folder = join(await newFolder(host), 'exported');
    const input = {
      document,
      path,
      runFolder: run.folder,
      target: 'tfjs',
      folder,
      options: { weights: true, trainingCode: false, verify: true },
      overwrite: false,
    };
    const progress = nextEvent(host, 'exportProgress');
    const exported = await valueOf(host.request('exportModel', input));
    expect((await progress).data.fraction).toBeGreaterThanOrEqual(0);
    expect(exported.verification.kind).toBe('verified');
    expect(await readdir(folder)).toContain('model.json');
    expect(await codeOf(host.request('exportModel', input))).toBe('core.folderNotEmpty');
  },

  async cancelExport(host) {
    const { document } = await spiral(host);
    const progress = nextEvent(host, 'exportProgress');
    const exporting = host.request('exportModel', {
      document,
      path: null,
      runFolder: null,
      target: 'typescript',
      folder: join(await newFolder(host), 'exported'),
      options: { weights: false, trainingCode: true, verify: true },
      overwrite: false,
    });
    // An export that fails at once gives no event: its problem then tells why.
    await Promise.race([progress, exporting]);
    await valueOf(host.request('cancelExport', {}));
    expect(await codeOf(exporting)).toBe('core.exportCancelled');
    // The next request finds a new process.
    expect(await host.request('listDevices', {})).toMatchObject({ ok: true });
  },
};

/** Runs every entry of the request table over one host, and what every host must refuse. */
export function hostContract(name: string, connect: () => Promise<ConnectedHost>): void {
  describe(`the request table over ${name}`, () => {
    let host: ConnectedHost;
    beforeAll(async () => {
      host = await connect();
    });
    afterAll(() => host.close());

    for (const request of Object.keys(requests) as RequestName[]) {
      test(request, () => cases[request](host));
    }

    test.each([
      ['an unknown request', 'formatDisk', {}, 'core.unknownRequest'],
      ['a name that every object has', 'constructor', {}, 'core.unknownRequest'],
      ['an input of another form', 'openDocument', { path: 7 }, 'core.badRequest'],
      ['too much input', 'hostInfo', { extra: true }, 'core.badRequest'],
      ['no input', 'openDocument', undefined, 'core.badRequest'],
      ['a relative path', 'openDocument', { path: 'a.strata' }, 'core.relativePath'],
      [
        'a document of another form',
        'autosaveDocument',
        { document: {}, path: null },
        'core.badRequest',
      ],
    ])('%s is refused', async (_, request, input, code) => {
      expect(await codeOf(host.requestUnchecked(request, input))).toBe(code);
    });
  });
}

async function valueOf<Value>(answer: Promise<Result<Value>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** The code of the problem; null where there is none. */
async function codeOf(answer: Promise<Result<unknown>>): Promise<string | null> {
  const result = await answer;
  return result.ok ? null : result.problem.code;
}

let folderCount = 0;

/** A table of 60 flowers in the host's folder. */
async function writeTable(host: ConnectedHost, name: string): Promise<string> {
  const file = join(await newFolder(host), name);
  const rows = Array.from(
    { length: 60 },
    (_, row) => `${(row * 7) % 31},${100 + ((row * 5) % 13)},${row % 2 ? 'b' : 'a'}`,
  );
  await writeFile(file, `长度,width,class\n${rows.join('\n')}\n`);
  return file;
}

async function newFolder(host: ConnectedHost): Promise<string> {
  folderCount += 1;
  const folder = join(host.folder, `case-${folderCount}`);
  await mkdir(folder);
  return folder;
}

function spiral(host: ConnectedHost): Promise<OpenedDocument> {
  return valueOf(host.request('createFromTemplate', { template: 'playground-spiral' }));
}

async function savedSpiral(
  host: ConnectedHost,
): Promise<{ document: StrataDocument; path: string }> {
  const { document } = await spiral(host);
  const path = join(await newFolder(host), 'spiral.strata');
  await valueOf(host.request('saveDocument', { document, path, overwrite: false }));
  return { document, path };
}

function start(host: ConnectedHost, document: StrataDocument, path: string | null, epochs: number) {
  return host.request('startRun', { document, path, device: 'auto', epochs });
}

/** Trains to the end and gives the run as its folder holds it. */
async function trained(
  host: ConnectedHost,
  document: StrataDocument,
  path: string | null,
  epochs: number,
): Promise<RunInfo> {
  const done = nextState(host, null, 'done');
  const run = await valueOf(start(host, document, path, epochs));
  await done;
  const runs = await valueOf(host.request('listRuns', { documentId: document.id, path }));
  const found = runs.find(({ id }) => id === run.id);
  if (!found) throw new Error('the run is not listed');
  return found;
}

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

function nextEvent<Name extends HostEvent['name']>(
  host: ConnectedHost,
  name: Name,
): Promise<Extract<HostEvent, { name: Name }>> {
  return new Promise((resolve) => {
    const stop = host.subscribe((event) => {
      if (event.name !== name) return;
      stop();
      resolve(event as Extract<HostEvent, { name: Name }>);
    });
  });
}

/** Waits for a state of a run; rejects when the run fails instead. `null`: of whichever run comes. */
function nextState(host: ConnectedHost, runId: string | null, kind: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = host.subscribe((event) => {
      if (event.name !== 'runState') return;
      if (runId !== null && event.data.runId !== runId) return;
      const { state } = event.data;
      if (state.kind !== kind && state.kind !== 'failed') return;
      stop();
      if (state.kind === kind) resolve();
      else reject(new Error(JSON.stringify(state)));
    });
  });
}
