import type { RunInfo, EpochRecord } from '#shared/protocol/types.ts';
import { findMetric } from '#shared/training/metrics/index.ts';
import type { Stopping } from '#shared/training/training.ts';
import { measureText, percentText } from '#renderer/parts/text/numberText.ts';

/** What a metric's key is made of: `output_name/accuracy`, or `accuracy` with one output. */
export interface MetricKey {
  readonly output: string | null;
  readonly kind: string;
}

/** Takes a metric's key apart. */
export function readMetricKey(key: string): MetricKey {
  const slash = key.lastIndexOf('/');
  return slash === -1
    ? { output: null, kind: key }
    : { output: key.slice(0, slash), kind: key.slice(slash + 1) };
}

/** Whether a metric lies between 0 and 1 and is shown as a percentage. */
export function isFraction(key: string): boolean {
  return findMetric(readMetricKey(key).kind)?.unit === 'fraction';
}

/** A metric's value as the page writes it. */
export function metricText(key: string, value: number): string {
  return isFraction(key) ? percentText(value) : measureText(value);
}

/** Keys of all metrics that a run has measured, in epochs or within the first one, in their order. */
export function metricKeys(
  run: RunInfo,
  trace: readonly Pick<EpochRecord, 'metrics'>[],
): readonly string[] {
  const measured = [...run.epochs, ...trace.slice(-1)];
  return [...new Set(measured.flatMap(({ metrics }) => Object.keys(metrics)))];
}

/** The epoch with the smallest validation loss, or training loss where nothing was validated. */
export function bestEpoch(epochs: readonly EpochRecord[]): EpochRecord | null {
  let best: EpochRecord | null = null;
  for (const record of epochs) {
    const value = judged(record);
    if (!Number.isNaN(value) && (best === null || value < judged(best))) best = record;
  }
  return best;
}

function judged({ valLoss, loss }: EpochRecord): number {
  return valLoss ?? loss;
}

/** Where early stopping stands. */
export interface StoppingState {
  readonly bestEpoch: number;
  readonly bestValue: number;
  /** Epochs since then without a better value. */
  readonly used: number;
  readonly patience: number;
  /** Training ends after this epoch unless a better value comes. */
  readonly endsAfter: number;
}

/** Follows the watched value through the epochs; null: it was not measured. */
export function stoppingState(
  { monitor, patienceEpochs, minDelta }: Stopping,
  epochs: readonly EpochRecord[],
): StoppingState | null {
  const isLargerBetter = findMetric(readMetricKey(withoutVal(monitor)).kind)?.isBetterWhenLarger;
  let best: { readonly epoch: number; readonly value: number } | null = null;
  for (const record of epochs) {
    const value = monitored(monitor, record);
    if (value === undefined) continue;
    const gain =
      best === null ? Infinity : isLargerBetter === true ? value - best.value : best.value - value;
    if (gain > minDelta) best = { epoch: record.epoch, value };
  }
  const last = epochs.at(-1);
  if (best === null || last === undefined) return null;
  return {
    bestEpoch: best.epoch,
    bestValue: best.value,
    used: last.epoch - best.epoch,
    patience: patienceEpochs,
    endsAfter: best.epoch + patienceEpochs,
  };
}

/** `valAccuracy` → `accuracy`; names without `val` stay. */
function withoutVal(monitor: string): string {
  if (!/^val[A-Z]/.test(monitor)) return monitor;
  return monitor.charAt(3).toLowerCase() + monitor.slice(4);
}

function monitored(monitor: string, record: EpochRecord): number | undefined {
  if (monitor === 'loss') return record.loss;
  if (monitor === 'valLoss') return record.valLoss;
  const name = withoutVal(monitor);
  return name === monitor ? record.metrics[name] : record.valMetrics?.[name];
}

/** The number in the list of runs: its best epoch's first metric, or its loss. */
export function headline(run: RunInfo): string | null {
  const best = bestEpoch(run.epochs);
  if (best === null) return null;
  const metrics = best.valMetrics ?? best.metrics;
  const [key] = Object.keys(metrics);
  const value = key === undefined ? undefined : metrics[key];
  return key === undefined || value === undefined
    ? measureText(judged(best))
    : metricText(key, value);
}
