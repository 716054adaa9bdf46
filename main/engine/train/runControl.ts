/**
 * The user's hand on a run: pause, resume and stop take effect at the next step. The loop awaits `turn` between steps,
 * which also lets messages in.
 */
export class RunControl {
  #isPaused = false;
  #isStopping = false;
  #wake: (() => void) | null = null;
  readonly #onPause: (isPaused: boolean) => void;
  readonly #abort = new AbortController();

  /** `onPause` hears when the loop has really halted, and when it goes on. */
  constructor(onPause: (isPaused: boolean) => void) {
    this.#onPause = onPause;
  }

  /** Aborted by `stop`: for what goes on before the first step. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  pause(): void {
    if (!this.#isStopping) this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.#wake?.();
  }

  stop(): void {
    this.#isStopping = true;
    this.#abort.abort();
    this.resume();
  }

  /** Lets waiting messages in; while paused, waits. Answers how long it waited, milliseconds. */
  async turn(): Promise<number> {
    await new Promise((resolve) => setImmediate(resolve));
    if (!this.#isPaused) return 0;
    const since = performance.now();
    this.#onPause(true);
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    this.#wake = null;
    if (!this.#isStopping) this.#onPause(false);
    return performance.now() - since;
  }
}
