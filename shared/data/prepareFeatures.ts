import type { ExampleCounts, Feature } from '#shared/data/catalogue.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import { findSource } from '#shared/data/sources/index.ts';
import { findStep } from '#shared/data/steps/index.ts';
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
 * The features that a recipe gives, without reading anything. Problems: `data.noSource`, `data.unknownSource`,
 * `data.sourceIncomplete`, `data.unknownStep`, `data.noSuchFeature`, those of parameters and of the steps.
 */
export function prepareFeatures(recipe: DataRecipe): PreparedFeatures {
  if (recipe.source === null) {
    return { features: [], counts: null, hasNoTest: false, problems: [error('data.noSource', {})] };
  }
  const source = findSource(recipe.source.kind);
  if (source === undefined) {
    return {
      features: [],
      counts: null,
      hasNoTest: false,
      problems: [error('data.unknownSource', { kind: recipe.source.kind })],
    };
  }
  const parsed = parseParams(source.params, recipe.source.params);
  const problems: Problem[] = parsed.problems.map(withoutFixes);
  const params = parsed.values as never;
  const missing = source.missing(params);
  if (missing.length > 0) {
    problems.push(
      error('data.sourceIncomplete', {
        source: source.title.en,
        sourceChinese: source.title['zh-CN'],
        params: missing,
      }),
    );
  }
  let features = source.features(params);
  for (const step of recipe.steps) {
    const definition = findStep(step.kind);
    const feature = features.find((each) => each.name === step.feature);
    if (definition === undefined) {
      problems.push(error('data.unknownStep', { kind: step.kind }));
      continue;
    }
    if (feature === undefined) {
      problems.push(
        error('data.noSuchFeature', {
          feature: step.feature,
          step: definition.title.en,
          stepChinese: definition.title['zh-CN'],
        }),
      );
      continue;
    }
    const values = parseParams(definition.params, step.params);
    problems.push(...values.problems.map(withoutFixes));
    const output = definition.output(feature, values.values);
    if (output.ok) {
      features = features.map((each) => (each === feature ? output.value : each));
    } else {
      problems.push(output.problem);
    }
  }
  const counts = source.counts(params);
  const hasNoTest = counts === null ? (source.hasNoTest?.(params) ?? false) : counts.test === 0;
  return { features, counts, hasNoTest, problems };
}

function error(code: string, values: Problem['values']): Problem {
  return { code, severity: 'error', values };
}
