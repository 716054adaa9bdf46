import type { TrainingColumns } from '#shared/codegen/preparationPlan.ts';

/** How rows are divided in printed code. */
export interface RowsDivision {
  /** Whether chance has a part in it. */
  readonly isRandom: boolean;
  /** Fractions of the whole. */
  readonly validation: number;
  readonly test: number;
  /** Whether it shows only when the data is read if a test part is taken. */
  readonly isOpen: boolean;
}

/** Resolves how rows are divided. `hasTest`: the source has a test part of its own; null: not known. */
export function divisionOf({ split }: TrainingColumns, hasTest: boolean | null): RowsDivision {
  const validation = split.validation === 'split' ? split.validationFraction : 0;
  const test = hasTest === true ? 0 : split.testFraction;
  const isDrawn = ['random', 'stratified', 'group'].includes(split.method);
  const isRandom = isDrawn && (validation + test > 0 || split.folds !== null);
  return { isRandom, validation, test, isOpen: hasTest === null && test > 0 };
}

/** Methods that keep rows together: a window must not reach over the border of its part. */
export const keepsTogether: ReadonlySet<string> = new Set(['time', 'group', 'column']);
