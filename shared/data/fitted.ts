import type { JsonValue } from '#shared/data/catalogue.ts';

/** What one step of a recipe has learned, for each feature by itself or for all of them. */
export interface FittedStep {
  readonly kind: string;
  /**
   * What was learned by the name of the feature; a step that takes its features together has one entry, `*`. Empty: the
   * step learns nothing.
   */
  readonly fitted: Readonly<Record<string, JsonValue>>;
}

/**
 * What the steps of a recipe have learned from the training rows: one entry for each step, in order. It is kept beside a
 * run's weights as `preparation.json` and travels with exports.
 */
export interface FittedRecipe {
  readonly version: 1;
  readonly steps: readonly FittedStep[];
}

/** The key of what a step has learned that takes its features together. */
export const togetherKey = '*';
