import { findOptimizer } from '#shared/training/optimizers/index.ts';
import type { Choice } from '#shared/training/training.ts';

/** The learning rate that an optimizer starts with; null: its kind is not known. */
export function learningRateOf({ kind, params }: Choice): number | null {
  const chosen = params['learningRate'];
  const fallback = findOptimizer(kind)?.params['learningRate']?.default;
  const rate = chosen ?? fallback;
  return typeof rate === 'number' ? rate : null;
}
