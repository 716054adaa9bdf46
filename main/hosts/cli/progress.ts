import type { LocalText } from '#shared/problems/problem.ts';
import type { BatchRecord, EpochRecord } from '#shared/protocol/types.ts';
import { count } from '#main/hosts/cli/table.ts';
import { texts } from '#main/hosts/cli/texts.ts';

type Text = (text: LocalText) => string;

const barWidth = 24;

/** `Epoch 2/5 ███████░░░░ 312/469  loss 0.1234  accuracy 0.9612  4,812 examples/s  12 s left`. */
export function batchLine(record: BatchRecord, text: Text): string {
  const { epoch, epochs, batch, batches, loss, metrics, examplesPerSecond, remainingMs } = record;
  const filled = Math.round((barWidth * batch) / Math.max(1, batches));
  const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
  return [
    `${text(texts.epoch)} ${epoch}/${epochs} ${bar} ${batch}/${batches}`,
    ...valueTexts(loss, metrics, text),
    `${count(Math.round(examplesPerSecond))} ${text(texts.examplesPerSecond)}`,
    `${durationText(remainingMs)} ${text(texts.left)}`,
  ].join('  ');
}

/** `Epoch 2/5  loss 0.1234  accuracy 0.9612  validation: loss 0.0932  accuracy 0.9712  12 s  4,812 examples/s`. */
export function epochLine(record: EpochRecord, text: Text): string {
  const { epoch, epochs, loss, metrics, valLoss, valMetrics, elapsedMs, examplesPerSecond } =
    record;
  const { dataWaitMs } = record;
  const validation =
    valLoss === undefined
      ? []
      : [`${text(texts.validation)}: ${valueTexts(valLoss, valMetrics ?? {}, text).join('  ')}`];
  return [
    `${text(texts.epoch)} ${epoch}/${epochs}`,
    ...valueTexts(loss, metrics, text),
    ...validation,
    durationText(elapsedMs),
    `${count(Math.round(examplesPerSecond))} ${text(texts.examplesPerSecond)}`,
    ...(dataWaitMs === undefined
      ? []
      : [`${text(texts.waitedForData)} ${durationText(dataWaitMs)}`]),
  ].join('  ');
}

/** `loss 0.1234`, `accuracy 0.9612`. */
export function valueTexts(
  loss: number,
  metrics: Readonly<Record<string, number>>,
  text: Text,
): readonly string[] {
  const pairs = [[text(texts.loss), loss] as const, ...Object.entries(metrics)];
  return pairs.map(([name, value]) => `${name} ${numberText(value)}`);
}

/** Four digits after the point, or as a power of ten. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return Math.abs(value) >= 0.001 || value === 0 ? value.toFixed(4) : value.toExponential(2);
}

/** `850 ms`, `12 s`, `3 min 5 s`, `2 h 4 min`. */
export function durationText(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
