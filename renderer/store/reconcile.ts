import type { DataRecipe } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import { guessRecipe } from '#shared/data/guess/guessRecipe.ts';
import type { DataReport } from '#shared/data/report.ts';
import { findSource } from '#shared/data/sources/index.ts';

/**
 * What a recipe must change after its source was read: features that came, went or turned out otherwise. Roles and kinds
 * that the user gave stay. null: nothing.
 */
export function reconcile(recipe: DataRecipe, report: DataReport): Partial<DataRecipe> | null {
  const { source, features } = recipe;
  if (source === null || findSource(source.kind)?.features !== null) return null;
  const guessed = guessRecipe(source, report);
  if (features.length === 0) {
    // What is bound already stays bound.
    const { bindings: _, ...rest } = guessed;
    return rest;
  }
  const known = new Map(features.map((feature) => [feature.name, feature]));
  const guesses = new Map(guessed.features.map((feature) => [feature.name, feature]));
  const next = report.features.map(({ feature }): Feature => {
    const before = known.get(feature.name);
    if (before === undefined) return { ...(guesses.get(feature.name) ?? feature), role: 'ignored' };
    return before.kind === feature.kind ? { ...feature, role: before.role } : before;
  });
  if (JSON.stringify(next) === JSON.stringify(features)) return null;
  const names = new Set(next.map(({ name }) => name));
  return {
    features: next,
    steps: recipe.steps.flatMap((step) => {
      const kept = step.features.filter((name) => names.has(name));
      if (kept.length === step.features.length) return [step];
      return kept.length === 0 ? [] : [{ ...step, features: kept }];
    }),
  };
}
