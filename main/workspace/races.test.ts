import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { racesFile } from '#main/workspace/races.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata-races-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

test('races are kept by model, the newest two hundred', async () => {
  const races = racesFile(join(folder, 'races.json'));
  expect(await races.get('m0')).toBeNull();
  const failed = { code: 'device.none', severity: 'error', values: {} } as const;
  const entry = { device: 'wasm', secondsPerEpoch: 1.5, memoryBytes: 1e8, problem: null };
  for (let i = 0; i < 202; i++) {
    const entries = [entry, { ...entry, device: 'webgpu', problem: failed }];
    await races.set(`m${i}`, { entries, winner: 'wasm', measuredAtMs: i });
  }
  expect(await races.get('m1')).toBeNull();
  // What a device failed at then need not be so now.
  expect(await racesFile(join(folder, 'races.json')).get('m201')).toEqual({
    entries: [entry, { ...entry, device: 'webgpu' }],
    winner: 'wasm',
    measuredAtMs: 201,
  });
  await races.clear();
  expect(await races.get('m201')).toBeNull();
});

test('a broken file is as good as none', async () => {
  const path = join(folder, 'broken.json');
  await writeFile(path, '{"m": {"winner": 3}}');
  expect(await racesFile(path).get('m')).toBeNull();
});
