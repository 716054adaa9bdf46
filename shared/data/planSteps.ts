import { featuresAfter, lateSteps } from '#shared/data/prepareFeatures.ts';
import type { Feature, Fit, StepDefinition } from '#shared/data/catalogue.ts';
import type { PreparationStep } from '#shared/data/data.ts';
import { togetherKey } from '#shared/data/fitted.ts';
import { findStep } from '#shared/data/steps/index.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { Result } from '#shared/problems/problem.ts';
import { fail, ok, refuse } from '#shared/problems/problem.ts';

/** One step of a recipe with complete parameters. */
export interface PlannedStep {
  /** Its place in the recipe. */
  readonly index: number;
  readonly definition: StepDefinition;
  readonly params: ParamValues;
  /** The features that it takes, as they are before it. */
  readonly takes: readonly Feature[];
}

/** A recipe's steps, resolved for the features of a source. */
export interface StepPlan {
  readonly steps: readonly PlannedStep[];
  /** The features after all steps, by name. */
  readonly after: ReadonlyMap<string, Feature>;
}

/** One call of a step: for one feature, or for all that it takes together. */
export interface Action {
  readonly step: PlannedStep;
  readonly names: readonly string[];
  /** Under which the step keeps what it has learned: the feature's name, or `*`. */
  readonly key: string;
  /** What the step is told of what it gets. */
  readonly feature: Feature;
}

/**
 * Resolves the steps that these features go through; other features are left out. Problems: `data.unknownStep`,
 * `data.noSuchFeature`, `data.wrongKind`, `data.rowsAfterLearning`, those of the steps.
 */
export function planSteps(
  steps: readonly PreparationStep[],
  features: readonly Feature[],
): Result<StepPlan> {
  const [late] = lateSteps(steps);
  if (late !== undefined) return fail(late);
  const planned: PlannedStep[] = [];
  let current = features;
  for (const [index, step] of steps.entries()) {
    const definition = findStep(step.kind);
    if (definition === undefined) return refuse('data.unknownStep', { kind: step.kind });
    const known = step.features.filter((name) => current.some((each) => each.name === name));
    if (known.length === 0) continue;
    const own = { ...step, features: known };
    const after = featuresAfter(current, own);
    const wrong = after.problems.find(({ severity }) => severity === 'error');
    if (wrong !== undefined) return fail(wrong);
    planned.push({
      index,
      definition,
      params: parseParams(definition.params, step.params).values,
      takes: known.flatMap((name) => current.find((each) => each.name === name) ?? []),
    });
    current = after.features;
  }
  return ok({ steps: planned, after: new Map(current.map((each) => [each.name, each])) });
}

/** These features and all that are needed for them: steps that take several together, and with `rows` those that leave rows out. */
export function neededFeatures(
  steps: readonly PreparationStep[],
  names: Iterable<string>,
  rows: boolean,
): ReadonlySet<string> {
  const needed = new Set(names);
  const kinds = steps.map(({ kind, features }) => ({ definition: findStep(kind), features }));
  if (rows) {
    for (const { definition, features } of kinds) {
      if (definition?.keeps !== undefined) for (const name of features) needed.add(name);
    }
  }
  let size: number;
  do {
    size = needed.size;
    for (const { definition, features } of kinds) {
      if (definition?.together !== true || !features.some((name) => needed.has(name))) continue;
      for (const name of features) needed.add(name);
    }
  } while (needed.size > size);
  return needed;
}

/** The calls of a step for those of its features that are wanted. */
export function actionsOf(step: PlannedStep, wanted: (name: string) => boolean): readonly Action[] {
  const takes = step.takes.filter(({ name }) => wanted(name));
  if (step.definition.together !== true) {
    return takes.map((feature) => ({ step, names: [feature.name], key: feature.name, feature }));
  }
  return takes.length === 0
    ? []
    : [
        {
          step,
          names: step.takes.map(({ name }) => name),
          key: togetherKey,
          feature: joinedFeature(step.takes),
        },
      ];
}

function joinedFeature(features: readonly Feature[]): Feature {
  const size = features.reduce(
    (sum, { shape }) => sum + (shape ?? []).reduce<number>((a, b) => a * (b ?? 1), 1),
    0,
  );
  return {
    name: features.map(({ name }) => name).join(', '),
    role: 'input',
    kind: 'number',
    shape: [size],
    dtype: 'float32',
    classes: null,
  };
}

/** What learns for this call; null: the step learns nothing. */
export function fitOf({ step, feature }: Action): Fit | null {
  return step.definition.fit?.(step.params, feature) ?? null;
}
