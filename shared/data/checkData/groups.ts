import type { DataCheck } from '#shared/data/checkData/dataCheck.ts';
import { fine, warn } from '#shared/data/checkData/dataCheck.ts';
import { splitFix } from '#shared/data/checkData/recipeFixes.ts';
import { namesGroup } from '#shared/data/guess/names.ts';

/** Rows that belong together must lie on one side of a split. */
export const checkGroups: DataCheck = (context) => {
  const { features, recipe, report } = context;
  const { split, windows } = recipe;
  if (windows !== null || split.method === 'column' || hasNoSplit(split, report.testCount))
    return [];
  return features.flatMap((feature) => {
    const isGroup = feature.role === 'group';
    const looksLikeOne = feature.role !== 'target' && namesGroup(feature.name);
    const distinct = context.reportOf(feature.name)?.distinct ?? null;
    if (!isGroup && (!looksLikeOne || distinct === null || distinct > 0.9 * report.trainCount))
      return [];
    const values = { feature: feature.name, groups: distinct };
    if (split.method === 'group' && (split.feature ?? feature.name) === feature.name) {
      return [fine('check.groupsTogether', values, feature.name)];
    }
    const title = {
      en: `Keep rows of the same ${feature.name} together`,
      'zh-CN': `让 ${feature.name} 相同的行留在同一部分`,
    };
    const fix = splitFix(context, title, { method: 'group', feature: feature.name });
    return [warn('check.groupsApart', values, [fix], feature.name)];
  });
};

function hasNoSplit(
  split: { readonly validation: string; readonly testFraction: number },
  testCount: number,
): boolean {
  return split.validation !== 'split' && (split.testFraction === 0 || testCount > 0);
}
