import { findAugmentation } from '#shared/data/augmentations/index.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { TrainingRecipe } from '#shared/training/training.ts';
import { findLoss } from '#shared/training/losses/index.ts';

/**
 * Whether a recipe blends whole examples of which a part is names (class numbers, tokens) instead of amounts; `features` are those after
 * the steps. Problem: `data.mixedNames`.
 */
export function mixedNamesProblems(
  { augmentations, bindings }: Pick<DataRecipe, 'augmentations' | 'bindings'>,
  { outputs }: Pick<TrainingRecipe, 'outputs'>,
  features: readonly Feature[],
): readonly Problem[] {
  const mixing = augmentations
    .map(({ kind }) => findAugmentation(kind))
    .find((definition) => definition?.share !== undefined);
  if (mixing === undefined) return [];
  const isName = (name: string) => {
    const feature = features.find((each) => each.name === name);
    return feature !== undefined && (feature.dtype === 'text' || feature.classes !== null);
  };
  const inputs = Object.values(bindings.inputs).flat().filter(isName);
  const targets = Object.entries(bindings.outputs)
    .filter(([node]) => findLoss(outputs[node]?.loss.kind ?? '')?.target === 'classIndex')
    .map(([, name]) => name);
  return [...inputs, ...targets].map((feature) => ({
    code: 'data.mixedNames',
    severity: 'error',
    values: { feature, title: mixing.title.en, titleChinese: mixing.title['zh-CN'] },
  }));
}
