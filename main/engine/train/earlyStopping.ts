import type { StoppingPosition } from '#main/workspace/checkpoint.ts';
import type { EpochRecord } from '#shared/protocol/types.ts';
import { findMetric } from '#shared/training/metrics/index.ts';
import type { Stopping } from '#shared/training/training.ts';

const atTheStart: StoppingPosition = { best: null, bestEpoch: null, epochsWithoutBetter: 0 };

/** Watches one value over the epochs: which epoch was best, and whether it is time to stop. */
export class EarlyStopping {
  readonly #monitor: string;
  readonly #stopping: Stopping | null;
  readonly #isFalling: boolean;
  #best: number | null;
  #bestEpoch: number | null;
  #epochsWithoutBetter: number;

  /** Without a stopping rule the best epoch is that of the lowest validation loss, or loss. `from`: where it stood before. */
  constructor(stopping: Stopping | null, from: StoppingPosition = atTheStart) {
    this.#stopping = stopping;
    this.#best = from.best;
    this.#bestEpoch = from.bestEpoch;
    this.#epochsWithoutBetter = from.epochsWithoutBetter;
    this.#monitor = stopping?.monitor ?? 'valLoss';
    this.#isFalling = isBetterWhenSmaller(this.#monitor);
  }

  /** Takes in an epoch; answers whether it is the best so far. */
  isBest(record: EpochRecord): boolean {
    const value = monitored(record, this.#monitor);
    if (value === null) {
      if (this.#best !== null) return false;
      this.#bestEpoch = record.epoch;
      return true;
    }
    const minDelta = this.#stopping?.minDelta ?? 0;
    const gain = this.#best === null ? Infinity : (this.#best - value) * (this.#isFalling ? 1 : -1);
    if (gain > minDelta) {
      this.#best = value;
      this.#bestEpoch = record.epoch;
      this.#epochsWithoutBetter = 0;
      return true;
    }
    this.#epochsWithoutBetter++;
    return false;
  }

  /** Where it stands, to go on from later. */
  get position(): StoppingPosition {
    return {
      best: this.#best,
      bestEpoch: this.#bestEpoch,
      epochsWithoutBetter: this.#epochsWithoutBetter,
    };
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
  const { key, isValidation } = parse(monitor);
  const validated = key === 'loss' ? record.valLoss : record.valMetrics?.[key];
  const trained = key === 'loss' ? record.loss : record.metrics[key];
  return (isValidation ? (validated ?? trained) : trained) ?? null;
}

/** Splits `valAccuracy` into `accuracy` and that it is the validation's. */
function parse(monitor: string): { readonly key: string; readonly isValidation: boolean } {
  const isValidation = /^val[A-Z]/.test(monitor);
  const key = isValidation ? monitor.charAt(3).toLowerCase() + monitor.slice(4) : monitor;
  return { key, isValidation };
}

/** The loss falls; a metric's file tells about it. `digits/precision_2` is the second precision of an output. */
function isBetterWhenSmaller(monitor: string): boolean {
  const kind = (parse(monitor).key.split('/').at(-1) ?? '').replace(/_\d+$/, '');
  return findMetric(kind)?.isBetterWhenLarger !== true;
}
