import type { DataRecipe } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import { findSplitMethod } from '#shared/data/splits/index.ts';
import type { Problem } from '#shared/problems/problem.ts';

/**
 * What is wrong with how a recipe divides its rows, or makes windows of them. Problems: `data.splitNeedsFeature`,
 * `data.noSplitFeature`, `data.noSeriesFeature`.
 */
export function divisionProblems(
  { split, windows }: Pick<DataRecipe, 'split' | 'windows'>,
  features: readonly Feature[],
): readonly Problem[] {
  const problems: Problem[] = [];
  const isKnown = (name: string) => features.some((feature) => feature.name === name);
  const { keyKinds, keyDefault, title } = findSplitMethod(split.method);
  const titles = { method: title.en, methodChinese: title['zh-CN'] };
  if (keyKinds.length > 0) {
    if (split.feature === null) {
      if (keyDefault === 'required') problems.push(error('data.splitNeedsFeature', titles));
    } else if (!isKnown(split.feature)) {
      problems.push(error('data.noSplitFeature', { feature: split.feature, ...titles }));
    }
  }
  if (windows !== null && windows.series !== null && !isKnown(windows.series)) {
    problems.push(error('data.noSeriesFeature', { feature: windows.series }));
  }
  return problems;
}

function error(code: string, values: Problem['values']): Problem {
  return { code, severity: 'error', values };
}
