import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AugmentThreads } from '#main/engine/feed/augmentThreads.ts';
import type { AugmentPlan } from '#main/engine/feed/augmentValues.ts';
import { augmentValues } from '#main/engine/feed/augmentValues.ts';
import { forNode } from '#main/launch/build.mjs';

let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'strata-threads-'));
  file = path.join(folder, 'augmentWorker.cjs');
  await build({
    ...forNode,
    entryPoints: [path.join(import.meta.dirname, 'augmentWorker.ts')],
    outfile: file,
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Pictures of 4 × 4 in bytes. */
const plan: AugmentPlan = {
  calls: [
    { kind: 'rotate', given: [30, 'edge', 0], index: 0, shape: [4, 4, 1], at: 0, size: 16 },
    { kind: 'noise', given: [0.1, 0, 1], index: 1, shape: [4, 4, 1], at: 0, size: 16 },
  ],
  length: 1,
  rowSize: 16,
  divisor: 255,
  seed: 42,
};

function bytes(rows: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: rows.length * 16 }, (_, at) => {
    const row = rows[Math.floor(at / 16)] ?? 0;
    return (row * 37 + (at % 16) * 11) % 256;
  });
}

function inOrder(rows: readonly number[], epoch: number): Float32Array {
  return augmentValues(plan, bytes(rows), Uint32Array.from(rows), epoch);
}

test.each([
  ['this thread', 0],
  ['one thread', 1],
  ['three threads', 3],
])('the same row gives the same on %s, whatever the batch', async (_name, count) => {
  const threads = new AugmentThreads(count, file);
  expect(await threads.count()).toBe(count);
  const change = (rows: readonly number[], epoch: number) =>
    threads.change(plan, bytes(rows), Uint32Array.from(rows), epoch);
  const all = await change([0, 1, 2, 3, 4, 5, 6], 2);
  expect(all).toEqual(inOrder([0, 1, 2, 3, 4, 5, 6], 2));
  expect(await change([5, 3], 2)).toEqual(
    Float32Array.of(...all.subarray(80, 96), ...all.subarray(48, 64)),
  );
  expect(await change([5, 3], 3)).not.toEqual(await change([5, 3], 2));
  await threads.close();
});

test('a file that cannot be run leaves the work to this thread', async () => {
  const threads = new AugmentThreads(2, import.meta.filename);
  expect(await threads.count()).toBe(0);
  const made = await threads.change(plan, bytes([1, 2]), Uint32Array.of(1, 2), 0);
  expect(made).toEqual(inOrder([1, 2], 0));
});

test('what fails on a thread is heard', async () => {
  const threads = new AugmentThreads(1, file);
  const broken = { ...plan, calls: [{ ...plan.calls[0], given: null }] } as unknown as AugmentPlan;
  await expect(threads.change(broken, bytes([1]), Uint32Array.of(1), 0)).rejects.toThrow();
  await threads.close();
});

test('a part of the rows of windows is changed, the rest stays', () => {
  const windows: AugmentPlan = {
    calls: [{ kind: 'shiftTime', given: [0.5, 'zero'], index: 0, shape: [2, 1], at: 1, size: 1 }],
    length: 2,
    rowSize: 2,
    divisor: 1,
    seed: 1,
  };
  const made = Array.from({ length: 8 }, (_, row) =>
    [...augmentValues(windows, Float32Array.of(1, 2, 3, 4), Uint32Array.of(row), 0)].join(' '),
  );
  expect([...new Set(made)].sort()).toEqual(['1 0 3 2', '1 2 3 4', '1 4 3 0']);
});
