import type {
  Augmentation,
  DataRecipe,
  FeatureRole,
  PreparationStep,
  Split,
} from '#shared/data/data.ts';
import type { Feature, FeatureKind } from '#shared/data/feature.ts';
import { guessSplit } from '#shared/data/guess/guessSplit.ts';
import { guessSteps } from '#shared/data/guess/guessSteps.ts';
import type { DataReport } from '#shared/data/report.ts';
import type { Edit } from '#shared/document/edit.ts';
import type { LocalText } from '#shared/problems/problem.ts';

/** A recipe with what is known of its source; null: not read yet. */
export interface KnownRecipe {
  readonly recipe: DataRecipe;
  readonly report: DataReport | null;
}

/** An edit of the recipe under a name of its own. */
export function recipeEdit(label: LocalText, data: Partial<DataRecipe>): Edit {
  return { type: 'batch', label, edits: [{ type: 'setData', data }] };
}

/** Gives one feature another role. */
export function setRole({ recipe, report }: KnownRecipe, name: string, role: FeatureRole): Edit {
  return recipeEdit(
    { en: `Change the role of ${name}`, 'zh-CN': `修改 ${name} 的角色` },
    withFeatures({ recipe, report }, changed(recipe.features, name, { role })),
  );
}

/** Makes one feature the only target; what was the target before becomes an input. */
export function setTarget({ recipe, report }: KnownRecipe, name: string): Edit {
  const features = recipe.features.map((feature): Feature => {
    if (feature.name === name) return { ...feature, role: 'target' };
    return feature.role === 'target' ? { ...feature, role: 'input' } : feature;
  });
  return recipeEdit(
    { en: `Predict ${name}`, 'zh-CN': `预测 ${name}` },
    withFeatures({ recipe, report }, features),
  );
}

/** Takes one feature for another kind. What is known of its classes belongs to the old kind. */
export function setKind({ recipe, report }: KnownRecipe, name: string, kind: FeatureKind): Edit {
  const features = recipe.features.map((feature): Feature => {
    if (feature.name !== name) return feature;
    const { classNames: _, ...rest } = feature;
    const isText = kind === 'category' || kind === 'text';
    return { ...rest, kind, dtype: isText ? 'text' : 'float32', shape: [], classes: null };
  });
  return recipeEdit(
    { en: `Change the kind of ${name}`, 'zh-CN': `修改 ${name} 的类型` },
    withFeatures({ recipe, report }, features),
  );
}

/** Uses or leaves out several features at once. */
export function setUsed(
  { recipe, report }: KnownRecipe,
  names: readonly string[],
  isUsed: boolean,
): Edit {
  const chosen = new Set(names);
  const features = recipe.features.map((feature): Feature =>
    chosen.has(feature.name) && (feature.role === 'ignored') === isUsed
      ? { ...feature, role: isUsed ? 'input' : 'ignored' }
      : feature,
  );
  const text = names.length === 1 ? (names[0] ?? '') : null;
  return recipeEdit(
    isUsed
      ? { en: `Use ${text ?? 'columns'}`, 'zh-CN': `使用${text === null ? '列' : ` ${text}`}` }
      : {
          en: `Leave out ${text ?? 'columns'}`,
          'zh-CN': `不使用${text === null ? '列' : ` ${text}`}`,
        },
    withFeatures({ recipe, report }, features),
  );
}

/** Adds a step at the end. */
export function addStep(recipe: DataRecipe, step: PreparationStep, title: LocalText): Edit {
  return recipeEdit(
    { en: `Add ${title.en}`, 'zh-CN': `添加“${title['zh-CN']}”` },
    { steps: [...recipe.steps, step] },
  );
}

/** Takes a step out. */
export function removeStep(recipe: DataRecipe, index: number, title: LocalText): Edit {
  return recipeEdit(
    { en: `Remove ${title.en}`, 'zh-CN': `移除“${title['zh-CN']}”` },
    { steps: recipe.steps.filter((_, at) => at !== index) },
  );
}

/** Changes a step's features or parameters. */
export function changeStep(
  recipe: DataRecipe,
  index: number,
  part: Partial<PreparationStep>,
  title: LocalText,
): Edit {
  return recipeEdit(
    { en: `Change ${title.en}`, 'zh-CN': `修改“${title['zh-CN']}”` },
    { steps: recipe.steps.map((step, at) => (at === index ? { ...step, ...part } : step)) },
  );
}

/** Moves a step to another place; `to` is its index afterwards. */
export function moveStep(recipe: DataRecipe, from: number, to: number): Edit {
  return recipeEdit(
    { en: 'Move step', 'zh-CN': '移动步骤' },
    { steps: moved(recipe.steps, from, to) },
  );
}

/** Sets the augmentations. */
export function setAugmentations(augmentations: readonly Augmentation[], label: LocalText): Edit {
  return recipeEdit(label, { augmentations });
}

/** Changes how examples are divided. */
export function setSplit(recipe: DataRecipe, part: Partial<Split>): Edit {
  return recipeEdit(
    { en: 'Change split', 'zh-CN': '修改数据划分' },
    { split: { ...recipe.split, ...part } },
  );
}

/** The items with one at another place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from];
  if (item === undefined) return items;
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

function changed(
  features: readonly Feature[],
  name: string,
  part: Partial<Feature>,
): readonly Feature[] {
  return features.map((feature) => (feature.name === name ? { ...feature, ...part } : feature));
}

/**
 * Other roles or kinds of features. Steps and split that are still as they were proposed are proposed anew; else only what
 * is left out goes from the steps. A binding to what is no longer an input or a target is taken back.
 */
function withFeatures(
  { recipe, report }: KnownRecipe,
  features: readonly Feature[],
): Partial<DataRecipe> {
  const role = new Map(features.map((feature) => [feature.name, feature.role]));
  const { inputs, outputs } = recipe.bindings;
  return {
    features,
    steps: isAsProposed(recipe, report)
      ? guessSteps(features, report)
      : withoutIgnored(recipe.steps, role),
    ...(isSplitAsProposed(recipe, report)
      ? { split: guessSplit(features, null, report.testCount > 0) }
      : {}),
    bindings: {
      inputs: Object.fromEntries(
        Object.entries(inputs)
          .map(([id, names]) => [id, names.filter((name) => role.get(name) === 'input')] as const)
          .filter(([, names]) => names.length > 0),
      ),
      outputs: Object.fromEntries(
        Object.entries(outputs).filter(([, name]) => role.get(name) === 'target'),
      ),
    },
  };
}

function isAsProposed(
  { features, steps }: DataRecipe,
  report: DataReport | null,
): report is DataReport {
  return report !== null && isSame(steps, guessSteps(features, report));
}

function isSplitAsProposed(
  { features, split, windows }: DataRecipe,
  report: DataReport | null,
): report is DataReport {
  return (
    report !== null &&
    windows === null &&
    isSame(split, guessSplit(features, null, report.testCount > 0))
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Steps that had nothing but what is left out go. */
function withoutIgnored(
  steps: readonly PreparationStep[],
  role: ReadonlyMap<string, FeatureRole>,
): readonly PreparationStep[] {
  return steps.flatMap((step) => {
    const kept = step.features.filter((name) => role.get(name) !== 'ignored');
    if (kept.length === step.features.length) return [step];
    return kept.length === 0 ? [] : [{ ...step, features: kept }];
  });
}
