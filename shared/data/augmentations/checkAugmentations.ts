import { findAugmentation } from '#shared/data/augmentations/index.ts';
import type { DataRecipe, Windows } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import { inputShape } from '#shared/data/joinFeatures.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { withoutFixes } from '#shared/problems/problem.ts';

/**
 * What is wrong with a recipe's augmentations; `features` are those after the steps. Problems: `data.unknownAugmentation`,
 * `data.noAugmentedFeature`, `data.wrongAugmentation`, those of parameters.
 */
export function augmentationProblems(
  { augmentations, windows }: Pick<DataRecipe, 'augmentations' | 'windows'>,
  features: readonly Feature[],
): readonly Problem[] {
  return augmentations.flatMap(({ kind, feature: name, params }): Problem[] => {
    const definition = findAugmentation(kind);
    if (definition === undefined) return [error('data.unknownAugmentation', { kind })];
    const titles = { title: definition.title.en, titleChinese: definition.title['zh-CN'] };
    const problems = parseParams(definition.params, params).problems.map(withoutFixes);
    const feature = features.find((each) => each.name === name);
    if (feature === undefined) {
      problems.push(error('data.noAugmentedFeature', { feature: name, ...titles }));
    } else if (!takesFeature(kind, feature, windows)) {
      const values = { feature: name, kind: feature.kind, shape: feature.shape, ...titles };
      problems.push(error('data.wrongAugmentation', values));
    }
    return problems;
  });
}

/** Whether an augmentation of this kind can change a feature as it is after the steps; an unknown size counts as any. */
export function takesFeature(kind: string, feature: Feature, windows: Windows | null): boolean {
  const definition = findAugmentation(kind);
  if (definition === undefined || !definition.accepts.includes(feature.kind)) return false;
  // Class numbers and tokens are names, not amounts.
  if (feature.dtype === 'text' || feature.classes !== null) return false;
  const shape = inputShape([feature], windows);
  return shape === null || definition.takes(shape.map((size) => size ?? 2));
}

function error(code: string, values: Problem['values']): Problem {
  return { code, severity: 'error', values };
}
