import type { DataCheck } from '#shared/data/checkData/dataCheck.ts';
import { fine, warn } from '#shared/data/checkData/dataCheck.ts';
import { ignoreFix } from '#shared/data/checkData/recipeFixes.ts';
import { canWeigh } from '#shared/data/weightFeature.ts';

/** What examples count: weights must be there and not be negative. */
export const checkWeights: DataCheck = (context) =>
  context.features.flatMap(({ name, role }) => {
    const found = context.reportOf(name);
    if (role !== 'weight' || found?.numbers == null) return [];
    const { min, mean } = found.numbers;
    const isPrepared = context.recipe.steps.some(({ features }) => features.includes(name));
    if (isPrepared || canWeigh(found)) {
      return [fine('check.weighed', { feature: name, mean: Number(mean.toPrecision(3)) }, name)];
    }
    const values = { feature: name, missing: found.missing, min };
    return [warn('check.wrongWeights', values, ignoreFix(context, [name]), name)];
  });
