import type { Feature } from '#shared/data/feature.ts';
import type { FeatureReport } from '#shared/data/report.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** The feature that says how much each example counts in the loss; null: all count the same. */
export function weightFeature(features: readonly Feature[]): Feature | null {
  return features.find(({ role }) => role === 'weight') ?? null;
}

/** Whether the values of a feature can be weights as they are: none missing, none negative. */
export function canWeigh({ missing, numbers }: FeatureReport): boolean {
  return missing === 0 && numbers !== null && numbers.min >= 0;
}

/**
 * What is wrong with the weights of examples. `features`: those of a recipe after its steps. Problems: `data.severalWeights`,
 * `data.weightNotNumber`.
 */
export function weightProblems(features: readonly Feature[]): readonly Problem[] {
  const [first, second] = features.filter(({ role }) => role === 'weight');
  if (first === undefined) return [];
  if (second !== undefined) {
    return [error('data.severalWeights', { feature: first.name, other: second.name })];
  }
  const { name, kind, shape, dtype } = first;
  const isOne = shape === null || shape.every((size) => size === 1);
  if (isOne && dtype !== 'text' && (kind === 'number' || kind === 'sequence')) return [];
  return [error('data.weightNotNumber', { feature: name })];
}

function error(code: string, values: Problem['values']): Problem {
  return { code, severity: 'error', values };
}
