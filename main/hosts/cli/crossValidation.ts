import type { Split } from '#shared/data/data.ts';
import { findSplitMethod } from '#shared/data/splits/index.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import type { RunInfo } from '#shared/protocol/types.ts';

/** What a command says about cross-validation. */
export interface FoldOptions {
  /** The only round that is trained, from 1. */
  readonly fold?: number;
  /** All rounds are trained: so many, or `true` as many as the document has. */
  readonly folds?: number | true;
}

/**
 * The documents to train, one a round of the cross-validation; without one the document itself. Problems: `data.noFolds`,
 * `data.noSuchFold`, `data.foldsByColumn`.
 */
export function roundsOf(
  document: StrataDocument,
  { fold, folds: asked }: FoldOptions,
): Result<readonly StrataDocument[]> {
  if (fold === undefined && asked === undefined) return ok([document]);
  const { split } = document.data;
  const folds = typeof asked === 'number' ? asked : split.folds;
  if (folds === null) return refuse('data.noFolds');
  if (fold !== undefined && fold > folds) return refuse('data.noSuchFold', { fold, folds });
  const { order, title } = findSplitMethod(split.method);
  if (order === null) {
    const values = { method: title.en, methodChinese: title['zh-CN'] };
    return refuse('data.foldsByColumn', values);
  }
  const rounds =
    fold === undefined ? Array.from({ length: folds }, (_, index) => index + 1) : [fold];
  return ok(
    rounds.map((round) => {
      const own: Split = { ...split, validation: 'split', folds, fold: round };
      return { ...document, data: { ...document.data, split: own } };
    }),
  );
}

/** Mean and standard deviation (of the sample) over the rounds. */
export interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

/** Loss and metrics of one part over the rounds, by name. */
export type PartSummary = Readonly<Record<string, Spread>>;

/** What the rounds came to: of the validation part in each one's last epoch, and of the test part. null: there is no such part. */
export function summaryOf(runs: readonly RunInfo[]): {
  readonly validation: PartSummary | null;
  readonly test: PartSummary | null;
} {
  const validation = runs.flatMap(({ epochs }) => {
    const last = epochs.at(-1);
    return last?.valLoss === undefined ? [] : [{ loss: last.valLoss, ...last.valMetrics }];
  });
  const test = runs.flatMap(({ test: own }) =>
    own === null ? [] : [{ loss: own.loss, ...own.metrics }],
  );
  return { validation: spreads(validation), test: spreads(test) };
}

function spreads(rounds: readonly Readonly<Record<string, number>>[]): PartSummary | null {
  const [first] = rounds;
  if (first === undefined) return null;
  return Object.fromEntries(
    Object.keys(first).map((name) => [name, spreadOf(rounds.map((round) => round[name] ?? NaN))]),
  );
}

/** Mean and deviation of numbers; of a single one the deviation is 0. */
export function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}
