import type { DataCheck } from '#shared/data/checkData/dataCheck.ts';
import { warn } from '#shared/data/checkData/dataCheck.ts';
import { stepFix } from '#shared/data/checkData/recipeFixes.ts';
import { isLarge } from '#shared/data/guess/ranges.ts';
import { findStep } from '#shared/data/steps/index.ts';

/** Steps after which numbers lie in a range that networks learn well from. */
const scaling: ReadonlySet<string> = new Set([
  ...['standardize', 'normalize', 'robustScale', 'scale', 'bin', 'oneHot', 'logMel', 'mfcc'],
  ...['frequencyEncode', 'hashEncode', 'integerEncode', 'logarithm', 'clip'],
]);

/** Numbers far from 0 that nothing scales: training is slow or fails. */
export const checkScaling: DataCheck = (context) => {
  const { recipe } = context;
  const scaled = new Set(
    recipe.steps.flatMap((step) => (scaling.has(step.kind) ? step.features : [])),
  );
  const large = context.features.filter((feature) => {
    const numbers = context.reportOf(feature.name)?.numbers ?? null;
    const limit = feature.role === 'target' ? 100 : 10;
    const isNumber = feature.kind === 'number' && feature.classes === null;
    const isUsed = feature.role === 'input' || feature.role === 'target';
    return (
      isNumber && isUsed && numbers !== null && !scaled.has(feature.name) && isLarge(numbers, limit)
    );
  });
  return large.map((feature) => {
    const numbers = context.reportOf(feature.name)?.numbers ?? null;
    const values = { feature: feature.name, min: numbers?.min ?? null, max: numbers?.max ?? null };
    const names = large.map(({ name }) => name);
    const title = {
      en: `Standardize ${names.join(', ')}`,
      'zh-CN': `对 ${names.join('、')} 做标准化`,
    };
    const step = { kind: 'standardize', features: names, params: {} };
    const fixes = findStep('standardize') === undefined ? [] : [stepFix(context, title, step)];
    return warn('check.unscaled', values, fixes, feature.name);
  });
};
