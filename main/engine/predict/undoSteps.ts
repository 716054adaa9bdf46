import { actionsOf, planSteps } from '#shared/data/planSteps.ts';
import { learnedOf } from '#main/engine/data/preparation/preparation.ts';
import { learnedBy } from '#main/engine/data/preparation/runAction.ts';
import type { Cells } from '#shared/data/arithmetic/cells.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { FittedRecipe } from '#shared/data/fitted.ts';

/**
 * Brings predictions of a prepared number back into its own unit: undoes the steps of its feature, the last first. null: it
 * has none, or one of them cannot be undone; then predictions stay in the unit that the network learned.
 */
export function undoSteps(
  recipe: Pick<DataRecipe, 'steps'>,
  fitted: FittedRecipe,
  feature: Feature,
): ((values: Float32Array) => Float32Array) | null {
  const plan = planSteps(recipe.steps, [feature]);
  if (!plan.ok) return null;
  const changing = plan.value.steps.filter(({ definition }) => definition.keeps === undefined);
  // Filling what is missing changes nothing that was there.
  const steps = changing.filter(({ definition }) => definition.family !== 'missing');
  if (steps.length === 0 || steps.some(({ definition }) => definition.undo === undefined)) {
    return null;
  }
  const learned = learnedOf(recipe, fitted);
  return (values) => {
    let cells: Cells = { type: 'numbers', shape: [], values };
    for (const step of steps.toReversed()) {
      const [action] = actionsOf(step, () => true);
      const { undo } = step.definition;
      if (action === undefined || undo === undefined) continue;
      const given = undo.arguments(step.params, learnedBy(action, learned), action.feature);
      cells = undo.apply(cells, ...(given as readonly never[]));
    }
    return cells.type === 'numbers' ? Float32Array.from(cells.values) : values;
  };
}
