import type { EpochRecord, RunInfo } from '#shared/protocol/types.ts';
import type { ChartLine } from '#renderer/parts/charts/chartLine.ts';
import type { BatchPoint } from '#renderer/store/state.ts';

/** The words of the lines; they come from the page's texts. */
export interface LineWords {
  readonly training: string;
  readonly validation: string;
  readonly compared: (run: number) => string;
}

/** Colours of compared runs, by the order in which they were chosen; the watched run has the first. */
const comparedColors = ['--run-2', '--run-3', '--run-4'] as const;

/** How many runs can be drawn beside the watched one and still be told apart. */
export const mostCompared = comparedColors.length;

/** The watched run's lines of one value, and one line for each compared run. */
export function linesOf(
  run: RunInfo,
  compared: readonly RunInfo[],
  words: LineWords,
  training: (record: EpochRecord) => number | undefined,
  validation: (record: EpochRecord) => number | undefined,
): readonly ChartLine[] {
  const lines: ChartLine[] = [
    line('training', words.training, '--run-1', 'solid', run.epochs, training, false),
    line('validation', words.validation, '--run-1', 'dashed', run.epochs, validation, true),
    ...compared.slice(0, mostCompared).map((other, index) =>
      line(
        `run ${other.number}`,
        words.compared(other.number),
        comparedColors[index] ?? '--run-4',
        index === 0 ? 'dashed' : 'dotted',
        other.epochs,
        // What was validated tells more about another run than what it trained on.
        (record) => validation(record) ?? training(record),
        false,
      ),
    ),
  ];
  return lines.filter(({ x }) => x.length > 0);
}

function line(
  key: string,
  label: string,
  color: string,
  style: ChartLine['style'],
  epochs: readonly EpochRecord[],
  value: (record: EpochRecord) => number | undefined,
  hasPoints: boolean,
): ChartLine {
  const x: number[] = [];
  const y: number[] = [];
  for (const record of epochs) {
    const at = value(record);
    if (at === undefined || !Number.isFinite(at)) continue;
    x.push(record.epoch);
    y.push(at);
  }
  // One point draws no line: it must be seen all the same.
  return { key, label, color, style, hasPoints: hasPoints || x.length === 1, x, y };
}

/** The thin line of a value within the epochs. */
export function traceLine(
  trace: readonly BatchPoint[],
  label: string,
  value: (point: BatchPoint) => number | undefined,
): ChartLine {
  const points = trace.flatMap((point) => {
    const y = value(point);
    return y === undefined || !Number.isFinite(y) ? [] : [{ x: point.at, y }];
  });
  return {
    key: 'batches',
    label,
    color: '--run-1',
    style: 'faint',
    hasPoints: false,
    x: points.map(({ x }) => x),
    y: points.map(({ y }) => y),
  };
}
