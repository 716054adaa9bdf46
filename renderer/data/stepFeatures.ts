import { useMemo } from 'react';
import type { DataRecipe } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import { featuresAfter } from '#shared/data/prepareFeatures.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { StepDefinition } from '#shared/data/catalogue.ts';
import { sourceFeatures } from '#renderer/data/columns.ts';
import { useStrata } from '#renderer/store/store.ts';
import i18next from 'i18next';
import { describe } from '#shared/document/describe.ts';

/** Features before the step of this index; its number of steps: after all of them. */
export function featuresBefore(recipe: DataRecipe, index: number): readonly Feature[] {
  return recipe.steps
    .slice(0, index)
    .reduce((features, step) => featuresAfter(features, step).features, sourceFeatures(recipe));
}

/** Sentences about what is wrong with a step, in the language of the page. */
export function stepProblems(recipe: DataRecipe, index: number): readonly string[] {
  const step = recipe.steps[index];
  if (step === undefined) return [];
  const { problems } = featuresAfter(featuresBefore(recipe, index), step);
  const language = i18next.language === 'zh-CN' ? 'zh-CN' : 'en';
  return problems.map((problem) => describe(problem, language).sentence);
}

/** Features before and after a step of the open document. */
export function useStepFeatures(index: number): {
  readonly before: readonly Feature[];
  readonly after: readonly Feature[];
} {
  const recipe = useStrata((state) => state.document.data);
  return useMemo(
    () => ({
      before: featuresBefore(recipe, index),
      after: featuresBefore(recipe, index + 1),
    }),
    [recipe, index],
  );
}

/** Whether a step can take a feature, with its default parameters. */
export function takes(definition: StepDefinition, feature: Feature): boolean {
  if (!definition.accepts.includes(feature.kind)) return false;
  const { values } = parseParams(definition.params, {});
  return definition.output(feature, values).ok;
}
