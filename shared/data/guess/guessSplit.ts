import type { Split } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import { hasClass } from '#shared/data/feature.ts';
import type { TimeSeries } from '#shared/data/guess/guessSeries.ts';

/**
 * As the data say by themselves; else 70 % to train, 15 % to validate and 15 % to test: in order of time, by groups, or with
 * the same share of each class.
 */
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
  const part = features.find(saysPart);
  if (part !== undefined) return { ...common, method: 'column', feature: part.name };
  if (series !== null) return { ...common, method: 'time', feature: series.date };
  const group = features.find(({ role }) => role === 'group');
  if (group !== undefined) return { ...common, method: 'group', feature: group.name };
  const target = features.find(({ role }) => role === 'target');
  const isClasses = target !== undefined && hasClass(target);
  return { ...common, method: isClasses ? 'stratified' : 'random', feature: null };
}

const partName =
  /^(train|training|val|valid|validation|dev|test|testing|训练集?|验证集?|测试集?)$/i;

/** Whether a feature's values name the parts of a data set and nothing else. */
export function saysPart({ role, classNames = [] }: Feature): boolean {
  const isFree = role === 'ignored' || role === 'input';
  return isFree && classNames.length > 1 && classNames.every((each) => partName.test(each));
}
