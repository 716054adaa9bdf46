import type { Problem, Result } from '#shared/problems/problem.ts';
import type { RaceEntry } from '#shared/protocol/types.ts';

/** What a device did in one go. */
export interface Lap {
  readonly steps: number;
  readonly elapsedMs: number;
  readonly stepsPerEpoch: number;
  readonly memoryBytes: number;
}

/** The devices' processes, as far as a race needs them. */
export interface Racers {
  /** Opens the device and takes the first steps, which are not counted. */
  prepare(device: string): Promise<Result<null>>;
  /** Real steps for about so long, at least one. */
  lap(device: string, forMs: number): Promise<Result<Lap>>;
}

/** How long a race may take, and in what pieces. */
export interface RaceLimits {
  /** From its start to its end, whatever has come out by then. */
  readonly longestMs: number;
  /** Devices that need longer than this to be ready join a race that goes on. */
  readonly waitMs: number;
  readonly lapMs: number;
  readonly rounds: number;
}

/** The limits of a race that someone waits for. */
const raceLimits: RaceLimits = { longestMs: 10_000, waitMs: 5000, lapMs: 300, rounds: 6 };

/** A device this much slower than the best one needs no further round. */
const hopeless = 2.5;

interface Runner {
  readonly device: string;
  readonly laps: Lap[];
  state: 'preparing' | 'racing' | 'out';
  problem: Problem | null;
}

const over = Symbol('over');

/**
 * Lets devices take turns with the same steps: a moment in which the machine is busy hits all of them alike, and the median
 * leaves it out. Ends after some rounds, when only one device has a chance left, when time is up, or by the signal.
 */
export async function runRace(
  devices: readonly string[],
  racers: Racers,
  signal: AbortSignal,
  limits: RaceLimits = raceLimits,
): Promise<readonly RaceEntry[]> {
  const runners = devices.map((device): Runner => ({
    device,
    laps: [],
    state: 'preparing',
    problem: null,
  }));
  const end = new EndOfRace(signal, limits.longestMs);
  const ready = runners.map(async (runner) => {
    const prepared = await racers.prepare(runner.device);
    runner.state = prepared.ok ? 'racing' : 'out';
    if (!prepared.ok && !end.isOver) runner.problem = prepared.problem;
  });
  const patience = new Promise((resolve) => setTimeout(resolve, limits.waitMs).unref());
  await end.orSooner(Promise.race([Promise.all(ready), patience]));

  for (let round = 0; round < limits.rounds && !end.isOver; round++) {
    if (!runners.some(({ state }) => state === 'racing')) {
      // All that are ready have failed: whoever comes next is waited for.
      if ((await end.orSooner(Promise.all(ready))) === over) break;
    }
    for (const runner of runners) {
      if (runner.state !== 'racing') continue;
      const lap = await end.orSooner(racers.lap(runner.device, limits.lapMs));
      if (lap === over) break;
      if (lap.ok) runner.laps.push(lap.value);
      else Object.assign(runner, { state: 'out', problem: lap.problem });
    }
    dropHopeless(runners);
    const left = runners.filter(({ state }) => state !== 'out');
    if (left.length <= 1 && left.every(({ laps }) => laps.length > 0)) break;
  }
  end.clear();
  return runners.map(entryOf);
}

/** The fastest device of a race; null: none was measured. */
export function winnerOf(entries: readonly RaceEntry[]): string | null {
  let best: RaceEntry | null = null;
  for (const entry of entries) {
    if (entry.secondsPerEpoch === null || entry.problem !== null) continue;
    if (best?.secondsPerEpoch == null || entry.secondsPerEpoch < best.secondsPerEpoch) best = entry;
  }
  return best?.device ?? null;
}

/** Time is up, or the user has seen enough. */
class EndOfRace {
  readonly #promise: Promise<typeof over>;
  readonly #timer: NodeJS.Timeout;
  isOver = false;

  constructor(signal: AbortSignal, longestMs: number) {
    let finish: () => void = () => undefined;
    this.#promise = new Promise((resolve) => {
      finish = () => {
        this.isOver = true;
        resolve(over);
      };
    });
    this.#timer = setTimeout(finish, longestMs);
    if (signal.aborted) finish();
    else signal.addEventListener('abort', finish, { once: true });
  }

  orSooner<Value>(work: Promise<Value>): Promise<Value | typeof over> {
    return Promise.race([work, this.#promise]);
  }

  clear(): void {
    clearTimeout(this.#timer);
  }
}

function dropHopeless(runners: readonly Runner[]): void {
  const best = Math.min(...runners.map(({ laps }) => median(laps) ?? Infinity));
  for (const runner of runners) {
    const quickest = Math.min(...runner.laps.map(msPerStep));
    if (runner.state === 'racing' && runner.laps.length > 0 && quickest > hopeless * best) {
      runner.state = 'out';
    }
  }
}

function msPerStep({ steps, elapsedMs }: Lap): number {
  return elapsedMs / steps;
}

function median(laps: readonly Lap[]): number | null {
  const sorted = laps.map(msPerStep).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

function entryOf({ device, laps, problem }: Runner): RaceEntry {
  const ms = median(laps);
  const last = laps.at(-1);
  return {
    device,
    secondsPerEpoch: ms === null || last === undefined ? null : (ms * last.stepsPerEpoch) / 1000,
    memoryBytes: last === undefined ? null : Math.max(...laps.map((lap) => lap.memoryBytes)),
    problem,
  };
}
