import type { Windows } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { DataReport } from '#shared/data/report.ts';

/** Rows that follow each other in time. */
export interface TimeSeries {
  /** Feature with the time; null: the order of rows is that of time. */
  readonly date: string | null;
  /** Feature that tells series apart; null: there is one. */
  readonly series: string | null;
  /** Rows of one series, about. */
  readonly length: number;
}

/** Fewer rows than this make no series. */
const leastRows = 40;

/**
 * Whether rows are a time series with the target as its next value: a date that comes once for each series, or nothing
 * but one number in each row.
 */
export function guessSeries(features: readonly Feature[], report: DataReport): TimeSeries | null {
  const rows = report.trainCount;
  const target = features.find(({ role }) => role === 'target');
  if (target?.kind !== 'number' || (target.shape?.length ?? 1) > 0 || rows < leastRows) return null;
  const used = features.filter(({ role }) => role !== 'ignored');
  if (used.length === 1) return { date: null, series: null, length: rows };
  const distinctOf = (name: string) =>
    report.features.find(({ feature }) => feature.name === name)?.distinct ?? null;
  const date = features.find(({ kind, role }) => kind === 'date' && role !== 'ignored');
  const times = date === undefined ? null : distinctOf(date.name);
  if (date === undefined || times === null || times < leastRows) return null;
  // Of large tables the number of different dates is an estimate; two series have half as many dates as rows.
  if (times > 0.75 * rows) return { date: date.name, series: null, length: rows };
  const series = features.find(
    ({ kind, classes, role }) =>
      kind === 'category' &&
      role !== 'ignored' &&
      Math.abs((classes ?? 0) * times - rows) <= 0.2 * rows,
  );
  if (series === undefined) return null;
  return { date: date.name, series: series.name, length: Math.floor(rows / (series.classes ?? 1)) };
}

/** Windows for a series: a tenth of its length, at most 32 rows, the target in the row after them. */
export function guessWindows({ series, length }: TimeSeries): Windows {
  return {
    length: Math.max(2, Math.min(32, Math.floor(length / 10))),
    horizon: 1,
    stride: 1,
    series,
  };
}
