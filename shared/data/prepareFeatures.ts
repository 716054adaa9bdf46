import { augmentationProblems } from '#shared/data/augmentations/checkAugmentations.ts';
import type {
  ExampleCounts,
  Feature,
  SourceDefinition,
  StepDefinition,
} from '#shared/data/catalogue.ts';
import type { DataRecipe, PreparationStep } from '#shared/data/data.ts';
import { findSource } from '#shared/data/sources/index.ts';
import { findStep } from '#shared/data/steps/index.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { withoutFixes } from '#shared/problems/problem.ts';

/** What a model sees of a recipe: its features after the steps. */
export interface PreparedFeatures {
  readonly features: readonly Feature[];
  /** `null`: known once the source is read. */
  readonly counts: ExampleCounts | null;
  /** True: it is known that the source brings no test part. */
  readonly hasNoTest: boolean;
  /** Problems of the source and of the steps; a step that cannot be made is left out. */
  readonly problems: readonly Problem[];
}

/**
 * The features that a recipe gives, without reading anything; categories count as class numbers at the end. Problems:
 * `data.noSource`, `data.unknownSource`, `data.sourceIncomplete`, `data.notRead`, `data.unknownStep`,
 * `data.noSuchFeature`, `data.wrongKind`, `data.rowsAfterLearning`, those of parameters, of the steps and of augmentations.
 */
export function prepareFeatures(recipe: DataRecipe): PreparedFeatures {
  const none = { features: [], counts: null, hasNoTest: false };
  if (recipe.source === null) return { ...none, problems: [error('data.noSource', {})] };
  const source = findSource(recipe.source.kind);
  if (source === undefined) {
    return { ...none, problems: [error('data.unknownSource', { kind: recipe.source.kind })] };
  }
  const parsed = parseParams(source.params, recipe.source.params);
  const params = parsed.values as never;
  const problems: Problem[] = parsed.problems.map(withoutFixes);
  const titles = { source: source.title.en, sourceChinese: source.title['zh-CN'] };
  const missing = source.missing(params);
  if (missing.length > 0) {
    problems.push(error('data.sourceIncomplete', { ...titles, params: missing }));
  } else if (source.features === null && recipe.features.length === 0) {
    problems.push(error('data.notRead', titles));
  }
  let features = sourceFeatures(source, recipe, params);
  for (const step of recipe.steps) {
    const after = featuresAfter(features, step);
    features = after.features;
    problems.push(...after.problems);
  }
  problems.push(...lateSteps(recipe.steps));
  if (features.length > 0) problems.push(...augmentationProblems(recipe, features.map(asNumbers)));
  const counts = source.counts(params);
  const hasNoTest = counts === null ? (source.hasNoTest?.(params) ?? false) : counts.test === 0;
  return { features: features.map(asNumbers), counts, hasNoTest, problems };
}

/** The features of a source before any step. */
export function sourceFeatures(
  source: SourceDefinition,
  recipe: DataRecipe,
  params: ParamValues,
): readonly Feature[] {
  return source.features === null ? recipe.features : source.features(params);
}

/** Features after one step. What the step cannot take stays as it is. */
export function featuresAfter(
  features: readonly Feature[],
  step: PreparationStep,
): { readonly features: readonly Feature[]; readonly problems: readonly Problem[] } {
  const definition = findStep(step.kind);
  if (definition === undefined) {
    return { features, problems: [error('data.unknownStep', { kind: step.kind })] };
  }
  const titles = { step: definition.title.en, stepChinese: definition.title['zh-CN'] };
  const { values, problems: wrong } = parseParams(definition.params, step.params);
  const problems: Problem[] = wrong.map(withoutFixes);
  const byName = new Map(features.map((feature) => [feature.name, feature]));
  const after = new Map<Feature, Feature>();
  for (const name of step.features) {
    const feature = byName.get(name);
    if (feature === undefined) {
      problems.push(error('data.noSuchFeature', { feature: name, ...titles }));
      continue;
    }
    const output = outputOf(definition, feature, values);
    if (output.ok) after.set(feature, output.value);
    else problems.push(output.problem);
  }
  return { features: features.map((feature) => after.get(feature) ?? feature), problems };
}

/**
 * Steps that look at all rows, before they are divided, but come after a step that learns of the training rows:
 * `data.rowsAfterLearning`.
 */
export function lateSteps(steps: readonly PreparationStep[]): readonly Problem[] {
  const learned = new Set<string>();
  const problems: Problem[] = [];
  for (const { kind, features } of steps) {
    const definition = findStep(kind);
    if (definition === undefined) continue;
    const late = features.find((name) => learned.has(name));
    if ((definition.keeps !== undefined || definition.inOrder === true) && late !== undefined) {
      const titles = { step: definition.title.en, stepChinese: definition.title['zh-CN'] };
      problems.push(error('data.rowsAfterLearning', { feature: late, ...titles }));
    }
    const isMixed = definition.together === true && late !== undefined;
    const learns = definition.fit !== undefined && definition.keeps === undefined;
    if (learns || isMixed) for (const name of features) learned.add(name);
  }
  return problems;
}

function outputOf(definition: StepDefinition, feature: Feature, params: ParamValues) {
  const output = definition.output(feature, params);
  if (!output.ok || definition.accepts.includes(feature.kind)) return output;
  const problem = error('data.wrongKind', {
    feature: feature.name,
    kind: feature.kind,
    step: definition.title.en,
    stepChinese: definition.title['zh-CN'],
  });
  return { ok: false, problem } as const;
}

/** A category as a model sees it: the number of its class. */
function asNumbers(feature: Feature): Feature {
  if (feature.kind !== 'category' || feature.dtype !== 'text') return feature;
  const classes = feature.classNames?.length ?? feature.classes;
  return { ...feature, shape: [], dtype: 'int32', classes };
}

function error(code: string, values: Problem['values']): Problem {
  return { code, severity: 'error', values };
}
