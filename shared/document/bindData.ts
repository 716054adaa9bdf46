import type { DataRecipe } from '#shared/data/data.ts';
import { prepareFeatures } from '#shared/data/prepareFeatures.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { proposeInputs } from '#shared/document/propose/inputs.ts';
import { inputNodes, outputNodes } from '#shared/graph/queries.ts';
import type { Shape } from '#shared/shape/shape.ts';

/**
 * A recipe bound to the network that a document has: inputs take features of their shape first, then what is left in
 * order; outputs take targets in order. What does not fit is bound all the same: the check then says how shapes, units
 * and losses can follow.
 */
export function bindData({ graph }: StrataDocument, recipe: DataRecipe): DataRecipe {
  const { features } = prepareFeatures(recipe);
  let left = [...proposeInputs(recipe, features)];
  const nodes = inputNodes(graph);
  const inputs = new Map<string, readonly string[]>();
  for (const exact of [true, false]) {
    for (const node of nodes) {
      if (inputs.has(node.id)) continue;
      const shape = Array.isArray(node.params['shape']) ? (node.params['shape'] as Shape) : null;
      const group = left.find((each) => !exact || (shape !== null && fits(shape, each.shape)));
      if (group === undefined) continue;
      left = left.filter((each) => each !== group);
      inputs.set(
        node.id,
        group.features.map(({ name }) => name),
      );
    }
  }
  const targets = features.filter(({ role }) => role === 'target');
  const outputs = outputNodes(graph).flatMap((node, index) => {
    const name = targets[index]?.name;
    return name === undefined ? [] : [[node.id, name] as const];
  });
  return {
    ...recipe,
    bindings: { inputs: Object.fromEntries(inputs), outputs: Object.fromEntries(outputs) },
  };
}

function fits(input: Shape, given: Shape): boolean {
  return (
    input.length === given.length &&
    input.every((size, axis) => size === null || given[axis] == null || size === given[axis])
  );
}
