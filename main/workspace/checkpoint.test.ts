import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkCheckpoint, readCheckpoint, writeCheckpoint } from '#main/workspace/checkpoint.ts';
import type { Checkpoint } from '#main/workspace/checkpoint.ts';
import { runFiles } from '#main/workspace/paths.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'strata-checkpoint-'));
});
afterAll(() => rm(folder, { recursive: true }));

const checkpoint: Checkpoint = {
  position: {
    epochs: 3,
    record: null,
    batches: 2,
    means: { examples: 32, sums: [1.5, null], weights: [32, 0] },
    steps: 32,
    stepsMs: 12.25,
    elapsedMs: 900,
    learningRate: 0.001,
    stopping: { best: 0.25, bestEpoch: 2, epochsWithoutBetter: 1 },
    seed: 7,
    optimizer: 'adam',
    examples: 160,
  },
  tensors: [
    {
      name: 'weight/dense/核',
      shape: [2, 2],
      dtype: 'float32',
      values: new Uint8Array(Float32Array.of(1, -2, 3.5, Number.NaN).buffer),
    },
    { name: 'weight/flag', shape: [3], dtype: 'bool', values: Uint8Array.of(1, 0, 1) },
    {
      name: 'slot/0/dense/核',
      shape: [],
      dtype: 'int32',
      values: new Uint8Array(Int32Array.of(9).buffer),
    },
  ],
};

test('what is written is read', async () => {
  expect(await writeCheckpoint(folder, checkpoint)).toEqual({ ok: true, value: null });
  expect(await readCheckpoint(folder)).toEqual({ ok: true, value: checkpoint });
  expect(await checkCheckpoint(folder)).toEqual({ ok: true, value: checkpoint.position });
});

test('any changed byte, and any missing end, is noticed', async () => {
  await writeCheckpoint(folder, checkpoint);
  const whole = await readFile(join(folder, runFiles.checkpoint));
  const other = join(folder, 'other');
  await mkdir(join(other, 'checkpoints'), { recursive: true });
  const file = join(other, runFiles.checkpoint);
  const codeOf = async (bytes: Uint8Array) => {
    await writeFile(file, bytes);
    const read = await checkCheckpoint(other);
    return read.ok ? 'ok' : read.problem.code;
  };
  expect(await codeOf(whole)).toBe('ok');
  const spaces = new Set<number>();
  const headerEnd = 8 + Number(whole.readBigUInt64LE());
  for (let at = headerEnd - 1; whole[at] === 0x20; at--) spaces.add(at);
  for (let at = 0; at < whole.length; at += 7) {
    // The header is filled up with spaces: a tab there means the same.
    if (spaces.has(at)) continue;
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect([at, await codeOf(changed)]).toEqual([at, 'core.checkpointDamaged']);
  }
  for (const length of [0, 4, 8, 100, headerEnd, whole.length - 1]) {
    expect(await codeOf(whole.subarray(0, length))).toBe('core.checkpointDamaged');
  }
  expect(await codeOf(Buffer.concat([whole, Buffer.alloc(1)]))).toBe('core.checkpointDamaged');
});

test('a run without one says so', async () => {
  expect(await checkCheckpoint(join(folder, 'none'))).toMatchObject({
    ok: false,
    problem: { code: 'core.noCheckpoint' },
  });
});
