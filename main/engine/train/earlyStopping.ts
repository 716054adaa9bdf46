import type { EpochRecord } from '#shared/protocol/types.ts';
import type { Stopping } from '#shared/training/training.ts';

/** Metrics where less is better, as the loss; all others grow. */
const falling = /loss|error|entropy|divergence|hinge|poisson|logcosh/i;

/** Watches one value over the epochs: which epoch was best, and whether it is time to stop. */
export class EarlyStopping {
  readonly #monitor: string;
  readonly #stopping: Stopping | null;
  readonly #isFalling: boolean;
  #best: number | null = null;
  #epochsWithoutBetter = 0;

  /** Without a stopping rule the best epoch is that of the lowest validation loss, or loss. */
  constructor(stopping: Stopping | null) {
    this.#stopping = stopping;
    this.#monitor = stopping?.monitor ?? 'valLoss';
    this.#isFalling = falling.test(this.#monitor);
  }

  /** Takes in an epoch; answers whether it is the best so far. */
  isBest(record: EpochRecord): boolean {
    const value = monitored(record, this.#monitor);
    if (value === null) return this.#best === null;
    const minDelta = this.#stopping?.minDelta ?? 0;
    const gain = this.#best === null ? Infinity : (this.#best - value) * (this.#isFalling ? 1 : -1);
    if (gain > minDelta) {
      this.#best = value;
      this.#epochsWithoutBetter = 0;
      return true;
    }
    this.#epochsWithoutBetter++;
    return false;
  }

  /** True when the patience is used up. */
  get isOver(): boolean {
    return (
      this.#stopping !== null &&
      this.#epochsWithoutBetter > 0 &&
      this.#epochsWithoutBetter >= this.#stopping.patienceEpochs
    );
  }
}

/** The value that a rule names: `loss`, `valLoss`, `accuracy`, `valAccuracy`; the training's own where there is no validation. */
export function monitored(record: EpochRecord, monitor: string): number | null {
  const isValidation = monitor.startsWith('val') && /^val[A-Z]/.test(monitor);
  const key = isValidation ? monitor.charAt(3).toLowerCase() + monitor.slice(4) : monitor;
  const validated = key === 'loss' ? record.valLoss : record.valMetrics?.[key];
  const trained = key === 'loss' ? record.loss : record.metrics[key];
  return (isValidation ? (validated ?? trained) : trained) ?? null;
}
