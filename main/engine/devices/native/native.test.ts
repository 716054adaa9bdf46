import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { readGpu } from '#main/engine/devices/cuda.ts';
import { setEnvironment, threadsFor } from '#main/engine/devices/native/environment.ts';
import { takeInstallLock } from '#main/engine/devices/native/installLock.ts';
import { InstallMeter } from '#main/engine/devices/native/installMeter.ts';
import {
  changedFiles,
  damagedFiles,
  readManifest,
  writeManifest,
} from '#main/engine/devices/native/manifest.ts';
import { packageFor } from '#main/engine/devices/native/platforms.ts';
import { isCancelled, runProgram } from '#main/engine/devices/native/runProgram.ts';
import { extract, readZip } from '#main/engine/devices/native/zip.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import { templates } from '#shared/document/templates.ts';
import type { EdgeId, GraphNode, NodeId } from '#shared/graph/graph.ts';
import { inferGraph } from '#shared/graph/inferGraph.ts';
import type { InstallProgress } from '#shared/protocol/types.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'strata-native-'));
const signal = new AbortController().signal;

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

describe('the table of platforms', () => {
  test.each([
    ['native-cpu', 'linux-x64', 1],
    ['native-cpu', 'linux-arm64', 1],
    ['native-cpu', 'darwin-arm64', 1],
    ['native-cpu', 'win32-x64', 0],
    ['cuda', 'linux-x64', 13],
  ] as const)('%s on %s: %i wheels', (device, platform, wheels) => {
    const one = packageFor(device, platform);
    expect(one?.wheels).toHaveLength(wheels);
    for (const wheel of one?.wheels ?? []) {
      expect(wheel.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(wheel.file).toContain(`-${wheel.version}-`);
      for (const platform_ of wheel.platforms) expect(wheel.file).toContain(platform_);
      expect(wheel.take.length).toBeGreaterThan(0);
    }
    const { sources } = { sources: one?.compile?.args.includes('{sources}') ?? null };
    expect(sources).toBe(wheels === 0 ? null : true);
  });

  test.each([
    ['cuda', 'darwin-arm64'],
    ['cuda', 'win32-x64'],
    ['native-cpu', 'darwin-x64'],
    ['native-cpu', 'sunos-x64'],
  ] as const)('%s is not offered on %s', (device, platform) => {
    expect(packageFor(device, platform)).toBe(null);
  });
});

describe('files out of a zip', () => {
  const text = 'strata '.repeat(100_000);
  const zip = path.join(folder, 'a.zip');
  writeFileSync(
    zip,
    zipSync({
      'deep/packed.txt': strToU8(text),
      'stored.txt': [strToU8('as it is'), { level: 0 }],
    }),
  );

  test('one is written, hashed and measured while it streams', async () => {
    const entries = await readZip(zip);
    expect([...entries.keys()]).toEqual(['deep/packed.txt', 'stored.txt']);
    for (const [name, content] of [
      ['deep/packed.txt', text],
      ['stored.txt', 'as it is'],
    ] as const) {
      const entry = entries.get(name);
      if (entry === undefined) throw new Error(name);
      let bytes = 0;
      const target = path.join(folder, 'unpacked', name);
      const onBytes = (more: number) => {
        bytes += more;
      };
      expect(await extract(zip, entry, target, { signal, onBytes })).toBe(sha256(content));
      expect(readFileSync(target, 'utf8')).toBe(content);
      expect(bytes).toBe(content.length);
      expect(entry.sizeBytes).toBe(content.length);
    }
  });

  test('what is no zip, or half of one, is refused', async () => {
    const half = path.join(folder, 'half.zip');
    writeFileSync(half, readFileSync(zip).subarray(0, 500));
    await expect(readZip(half)).rejects.toThrow('not a zip');
    const empty = path.join(folder, 'empty.zip');
    writeFileSync(empty, '');
    await expect(readZip(empty)).rejects.toThrow('not a zip');
  });
});

describe('the manifest', () => {
  const home = path.join(folder, 'unpacked');

  test('sees a changed size, a changed time, a missing file and another content', async () => {
    writeFileSync(path.join(home, 'a.txt'), 'one');
    writeFileSync(path.join(home, 'b.txt'), 'two');
    const file = (name: string, content: string) => ({
      path: name,
      sizeBytes: content.length,
      sha256: sha256(content),
      mtimeMs: 0,
    });
    expect(await readManifest(home)).toBe(null);
    await writeManifest(home, {
      device: 'native-cpu',
      version: '1',
      files: [file('a.txt', 'one'), file('b.txt', 'two')],
    });
    const manifest = await readManifest(home);
    if (manifest === null) throw new Error('no manifest');
    expect(await changedFiles(home, manifest, { ignoreTimes: false })).toEqual([]);
    expect([...(await damagedFiles(home, manifest))]).toEqual([]);
    writeFileSync(path.join(home, 'a.txt'), 'eno');
    expect(await changedFiles(home, manifest, { ignoreTimes: false })).toEqual(['a.txt']);
    expect(await changedFiles(home, manifest, { ignoreTimes: true })).toEqual([]);
    rmSync(path.join(home, 'b.txt'));
    expect(await changedFiles(home, manifest, { ignoreTimes: true })).toEqual(['b.txt']);
    expect([...(await damagedFiles(home, manifest))]).toEqual(['a.txt', 'b.txt']);
  });
});

describe('the environment of TensorFlow', () => {
  const names = Object.keys(process.env);

  afterEach(() => {
    for (const name of Object.keys(process.env)) {
      if (name.startsWith('TF_') && !names.includes(name))
        Reflect.deleteProperty(process.env, name);
    }
  });

  test.each([
    ['mnist-mlp', 64, { intraOp: 1, interOp: 1 }],
    ['mnist-mlp', 4096, { intraOp: null, interOp: null }],
    ['mnist-cnn', 64, { intraOp: null, interOp: null }],
    ['cifar10-cnn', 64, { intraOp: null, interOp: null }],
    ['text-lstm', 32, { intraOp: 1, interOp: 2 }],
    ['table-binary', 32, { intraOp: 1, interOp: 1 }],
  ])('threads of %s in batches of %i', (id, batchSize, threads) => {
    const document = templates.find((template) => template.id === id)?.document;
    if (document === undefined) throw new Error(id);
    expect(threadsFor(inferGraph(document.graph, document.blocks), batchSize)).toEqual(threads);
  });

  test.each([
    [10_000, { intraOp: 1, interOp: 1 }],
    [100_000, { intraOp: 1, interOp: 2 }],
  ])('threads of an embedding of %i rows', (inputDim, threads) => {
    const node = (name: string, kind: string, params: ParamValues): GraphNode => ({
      id: name as NodeId,
      kind,
      name,
      params,
      position: { x: 0, y: 0 },
    });
    const nodes = [
      node('tokens', 'inputLayer', { shape: [20], dtype: 'int32' }),
      node('table', 'embedding', { inputDim, outputDim: 8 }),
    ];
    const edge = {
      id: 'edge' as EdgeId,
      from: { node: 'tokens' as NodeId, port: 0 },
      to: { node: 'table' as NodeId, port: 0 },
    };
    const facts = inferGraph({ nodes, edges: [edge], notes: [] }, []);
    expect(threadsFor(facts, 64)).toEqual(threads);
  });

  test('is set where the user has not set it, and XLA is off', () => {
    process.env.TF_NUM_INTEROP_THREADS = '7';
    process.env.TF_XLA_FLAGS = '--tf_xla_auto_jit=2';
    setEnvironment({ intraOp: 1, interOp: 1 });
    expect(process.env).toMatchObject({
      TF_ENABLE_ONEDNN_OPTS: '1',
      TF_FORCE_GPU_ALLOW_GROWTH: 'true',
      TF_NUM_INTRAOP_THREADS: '1',
      TF_NUM_INTEROP_THREADS: '7',
    });
    expect(process.env.TF_XLA_FLAGS).toBe(undefined);
  });
});

test('progress only grows, and a compiler that takes long never fills it', () => {
  const one = packageFor('native-cpu', 'linux-x64');
  if (one === null) throw new Error('no package');
  const told: InstallProgress[] = [];
  const meter = new InstallMeter(one, (progress) => told.push(progress));
  const bytes = one.wheels[0]?.sizeBytes ?? 0;
  meter.step('downloading');
  meter.downloading(bytes / 2);
  meter.downloaded(bytes);
  meter.step('unpacking');
  meter.unpacked(one.diskBytes);
  meter.step('compiling');
  meter.step('checking');
  meter.end();
  const fractions = told.map(({ fraction }) => fraction);
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  expect(told.map(({ step }) => step)).toEqual([
    'downloading',
    'unpacking',
    'compiling',
    'checking',
  ]);
  expect(fractions.at(-1)).toBeCloseTo(0.98);
  expect(told.at(-1)).toMatchObject({ doneBytes: bytes, totalBytes: bytes });
});

test('one process at a time installs into a folder; one that died is no hindrance', async () => {
  const target = path.join(folder, 'engine');
  const release = await takeInstallLock(target);
  expect(release).not.toBe(null);
  expect(await takeInstallLock(target)).toBe(null);
  await release?.();
  writeFileSync(`${target}.lock`, '999999999');
  const again = await takeInstallLock(target);
  expect(again).not.toBe(null);
  await again?.();
  // Left by an earlier process that had our number.
  writeFileSync(`${target}.lock`, String(process.pid));
  const third = await takeInstallLock(target);
  expect(third).not.toBe(null);
  await third?.();
});

describe('programs', () => {
  test('what they say and how they end', async () => {
    const script = "console.log('out'); console.error('err'); process.exit(3)";
    const end = await runProgram(process.execPath, ['-e', script]);
    expect(end.code).toBe(3);
    expect(end.output.split('\n').sort()).toEqual(['', 'err', 'out']);
    expect((await runProgram('no-such-program-here', [])).code).toBe(null);
  });

  test('are ended when the user cancels', async () => {
    const abort = new AbortController();
    const running = runProgram(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      signal: abort.signal,
    });
    setTimeout(() => {
      abort.abort();
    }, 100);
    expect((await running).code).toBe(-1);
    expect(isCancelled(abort.signal)).toBe(true);
  });
});

test('the answer of NVIDIA’s driver', () => {
  expect(readGpu('NVIDIA H100 80GB HBM3, 81559\nNVIDIA H100 80GB HBM3, 81559\n')).toEqual({
    detail: { en: 'NVIDIA H100 80GB HBM3', 'zh-CN': 'NVIDIA H100 80GB HBM3' },
    memoryBytes: 81_559 * 1024 ** 2,
    unusable: null,
  });
  expect(readGpu('Tesla T4, [N/A]').memoryBytes).toBe(null);
  expect(readGpu('No devices were found').unusable?.code).toBe('device.noGpu');
});
