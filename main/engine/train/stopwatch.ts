/** Time spent training, pauses left out; and how fast it went lately. */
export class Stopwatch {
  readonly #start = performance.now();
  #pausedMs: number;

  /** `beforeMs`: what was spent before, in an earlier process. */
  constructor(beforeMs = 0) {
    this.#pausedMs = -beforeMs;
  }

  /** Takes a pause out of the time. */
  leaveOut(pausedMs: number): void {
    this.#pausedMs += pausedMs;
  }

  /** Whole milliseconds. */
  get elapsedMs(): number {
    return Math.round(performance.now() - this.#start - this.#pausedMs);
  }
}

/** Lets at most four events a second through; the first comes at once. */
export class Throttle {
  readonly #intervalMs: number;
  #last = -Infinity;

  constructor(intervalMs = 250) {
    this.#intervalMs = intervalMs;
  }

  isDue(): boolean {
    const now = performance.now();
    if (now - this.#last < this.#intervalMs) return false;
    this.#last = now;
    return true;
  }
}
