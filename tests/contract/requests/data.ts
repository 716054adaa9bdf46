import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { writeNpy } from '#main/hosts/cli/npy.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { codeOf, nextEvent, valueOf } from './connectedHost.ts';
import type { Cases, ConnectedHost } from './connectedHost.ts';
import { newFolder, savedSpiral, spiral, trained } from './samples.ts';

/** The cases of requests about data. */
export const dataCases = {
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
} satisfies Partial<Cases>;

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
