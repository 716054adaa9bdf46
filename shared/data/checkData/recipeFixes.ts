import type { DataContext, DataFix } from '#shared/data/checkData/dataCheck.ts';
import type { PreparationStep, Split } from '#shared/data/data.ts';

/**
 * Leaves features out: gives them the role `ignored` and takes them out of steps and bindings. Empty where the source
 * knows its features by itself, so that a document cannot change them.
 */
export function ignoreFix({ recipe }: DataContext, names: readonly string[]): readonly DataFix[] {
  if (recipe.features.length === 0) return [];
  const gone = new Set(names);
  const inputs = Object.fromEntries(
    Object.entries(recipe.bindings.inputs).map(([node, bound]) => [
      node,
      bound.filter((name) => !gone.has(name)),
    ]),
  );
  return [
    {
      title: {
        en: `Leave out ${names.join(', ')}`,
        'zh-CN': `不使用 ${names.join('、')}`,
      },
      data: {
        features: recipe.features.map((feature) =>
          gone.has(feature.name) ? { ...feature, role: 'ignored' } : feature,
        ),
        steps: withoutFeatures(recipe.steps, gone),
        bindings: { ...recipe.bindings, inputs },
      },
    },
  ];
}

function withoutFeatures(
  steps: readonly PreparationStep[],
  gone: ReadonlySet<string>,
): readonly PreparationStep[] {
  return steps
    .map((step) => ({ ...step, features: step.features.filter((name) => !gone.has(name)) }))
    .filter((step, index) => step.features.length > 0 || steps[index]?.features.length === 0);
}

/** Divides rows in another way. */
export function splitFix(
  { recipe }: DataContext,
  title: DataFix['title'],
  split: Partial<Split>,
): DataFix {
  return { title, data: { split: { ...recipe.split, ...split } } };
}

/** Adds a step at the end, or before the first of other steps that must come later. */
export function stepFix(
  { recipe }: DataContext,
  title: DataFix['title'],
  step: PreparationStep,
  before: readonly string[] = [],
): DataFix {
  const at = recipe.steps.findIndex(({ kind }) => before.includes(kind));
  const steps = [...recipe.steps];
  steps.splice(at < 0 ? steps.length : at, 0, step);
  return { title, data: { steps } };
}
