import type { Split } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { TimeSeries } from '#shared/data/guess/guessSeries.ts';

/** 70 % to train, 15 % to validate and 15 % to test; in order of time, by groups, or with the same share of each class. */
export function guessSplit(
  features: readonly Feature[],
  series: TimeSeries | null,
  hasTest: boolean,
): Split {
  const common = {
    validationFraction: 0.15,
    validation: 'split',
    testFraction: hasTest ? 0 : 0.15,
    folds: null,
  } as const;
  if (series !== null) return { ...common, method: 'time', feature: series.date };
  const group = features.find(({ role }) => role === 'group');
  if (group !== undefined) return { ...common, method: 'group', feature: group.name };
  const target = features.find(({ role }) => role === 'target');
  const isClasses = target?.kind === 'category' || (target?.classes ?? 0) > 1;
  return { ...common, method: isClasses ? 'stratified' : 'random', feature: null };
}
