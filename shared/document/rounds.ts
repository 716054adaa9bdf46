import type { Split } from '#shared/data/data.ts';
import { findSplitMethod } from '#shared/data/splits/index.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';

/** Which rounds of the cross-validation are trained. */
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
