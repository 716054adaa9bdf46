import { describe, expect, test } from 'vitest';
import type { Lap, RaceLimits, Racers } from '#main/core/race/runRace.ts';
import { runRace, winnerOf } from '#main/core/race/runRace.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

const limits: RaceLimits = { longestMs: 400, waitMs: 100, lapMs: 5, rounds: 3 };
const never = new AbortController().signal;

function lap(msPerStep: number, memoryBytes = 1000): Result<Lap> {
  return ok({ steps: 10, elapsedMs: 10 * msPerStep, stepsPerEpoch: 100, memoryBytes });
}

const afterMs = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Devices whose laps are written down; the order in which they were asked is kept. */
function course(
  laps: Readonly<Record<string, readonly Result<Lap>[]>>,
  readyMs: Readonly<Record<string, number>> = {},
): { racers: Racers; asked: string[] } {
  const asked: string[] = [];
  const next = new Map<string, number>();
  return {
    asked,
    racers: {
      async prepare(device) {
        await afterMs(readyMs[device] ?? 0);
        return laps[device] === undefined ? refuse('device.none') : ok(null);
      },
      lap(device) {
        asked.push(device);
        const at = next.get(device) ?? 0;
        next.set(device, at + 1);
        return Promise.resolve(laps[device]?.[at] ?? refuse('run.none'));
      },
    },
  };
}

describe('a race', () => {
  test('takes turns, and a busy moment does not decide', async () => {
    const { racers, asked } = course({
      a: [lap(2), lap(50), lap(2.5)],
      b: [lap(3), lap(3), lap(3.2, 4000)],
    });
    const entries = await runRace(['a', 'b'], racers, never, limits);
    expect(asked).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
    expect(entries).toEqual([
      { device: 'a', secondsPerEpoch: 0.25, memoryBytes: 1000, problem: null },
      { device: 'b', secondsPerEpoch: 0.3, memoryBytes: 4000, problem: null },
    ]);
    expect(winnerOf(entries)).toBe('a');
  });

  test('ends when only one device has a chance', async () => {
    const { racers, asked } = course({ fast: [lap(1)], slow: [lap(9)] });
    const entries = await runRace(['fast', 'slow'], racers, never, limits);
    expect(asked).toEqual(['fast', 'slow']);
    expect(winnerOf(entries)).toBe('fast');
  });

  test('goes on without a device that fails, and says what it failed at', async () => {
    const { racers } = course({
      a: [lap(2), lap(2), lap(2)],
      c: [lap(1), refuse('device.gpuLost')],
    });
    const entries = await runRace(['a', 'b', 'c'], racers, never, limits);
    expect(entries.map(({ problem }) => problem?.code)).toEqual([
      undefined,
      'device.none',
      'device.gpuLost',
    ]);
    expect(winnerOf(entries)).toBe('a');
  });

  test('does not wait for a device that does not get ready', async () => {
    const { racers } = course({ a: [lap(2), lap(2), lap(2)], b: [lap(1)] }, { b: 5000 });
    const began = performance.now();
    const entries = await runRace(['a', 'b'], racers, never, limits);
    expect(performance.now() - began).toBeLessThan(450);
    expect(entries.map(({ secondsPerEpoch }) => secondsPerEpoch)).toEqual([0.2, null]);
    expect(winnerOf(entries)).toBe('a');
  });

  test('lets a late device join', async () => {
    const { racers } = course(
      { a: [refuse('device.gpuLost')], b: [lap(1), lap(1), lap(1)] },
      { b: 200 },
    );
    expect(winnerOf(await runRace(['a', 'b'], racers, never, limits))).toBe('b');
  });

  test('ends at once when it is skipped, with what has come out', async () => {
    const abort = new AbortController();
    const laps = { a: [lap(2), lap(2), lap(2)], b: [lap(3), lap(3), lap(3)] };
    const { racers } = course(laps);
    const slow: Racers = {
      prepare: (device) => racers.prepare(device),
      async lap(device, forMs) {
        if (device === 'b') abort.abort();
        await afterMs(device === 'b' ? 5000 : 0);
        return racers.lap(device, forMs);
      },
    };
    const entries = await runRace(['a', 'b'], slow, abort.signal, limits);
    expect(entries.map(({ secondsPerEpoch }) => secondsPerEpoch)).toEqual([0.2, null]);
    const skipped = await runRace(['a', 'b'], racers, AbortSignal.abort(), limits);
    expect(winnerOf(skipped)).toBeNull();
  });
});
