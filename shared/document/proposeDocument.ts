import type { DataRecipe } from '#shared/data/data.ts';
import { prepareFeatures } from '#shared/data/prepareFeatures.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import { documentVersion } from '#shared/document/document.ts';
import { newDocumentId } from '#shared/document/ids.ts';
import { branchOf } from '#shared/document/propose/branches.ts';
import { headOf } from '#shared/document/propose/heads.ts';
import { proposeInputs } from '#shared/document/propose/inputs.ts';
import { trainingSizes } from '#shared/document/propose/sizes.ts';
import { drawNetwork } from '#shared/document/propose/sketch.ts';

/**
 * A document with a starter network for data: its features bound, layers after what they are, the last layer, loss and
 * metrics after what is predicted. `rows`: how many there are, where the source does not say it by itself; null: not
 * known. The caller may give it another name, seed or id.
 */
export function proposeDocument(
  name: string,
  recipe: DataRecipe,
  rows: number | null = null,
): StrataDocument {
  const prepared = prepareFeatures(recipe);
  const inputs = proposeInputs(recipe, prepared.features);
  const targets = prepared.features.filter(({ role }) => role === 'target');
  const heads = (targets.length === 0 ? [null] : targets).map((target) => headOf(target, recipe));
  const sketch = drawNetwork(
    (inputs.length === 0 ? [{ name: 'input', features: [], shape: [1] }] : inputs).map(branchOf),
    inputs.length > 1 ? [{ kind: 'dense', params: { units: 32, activation: 'relu' } }] : [],
    heads.map(({ layers }) => layers),
  );
  const byNode = <Value>(ids: readonly string[], value: (index: number) => Value | null) =>
    Object.fromEntries(
      ids.flatMap((id, index) => {
        const found = value(index);
        return found === null ? [] : [[id, found] as const];
      }),
    );
  const { batchSize, epochs, learningRate } = trainingSizes(rows ?? prepared.counts?.train ?? null);
  return {
    format: 'strata',
    version: documentVersion,
    id: newDocumentId(),
    name,
    seed: 42,
    graph: sketch.graph,
    blocks: [],
    data: {
      ...recipe,
      bindings: {
        inputs: byNode(
          sketch.inputs,
          (index) => inputs[index]?.features.map((each) => each.name) ?? null,
        ),
        outputs: byNode(sketch.outputs, (index) => heads[index]?.target ?? null),
      },
    },
    training: {
      optimizer: { kind: 'adam', params: learningRate === 0.001 ? {} : { learningRate } },
      schedule: null,
      batchSize,
      epochs,
      shuffle: true,
      stopping:
        recipe.split.validation === 'none'
          ? null
          : {
              monitor: 'valLoss',
              patienceEpochs: Math.max(3, Math.round(epochs / 5)),
              minDelta: 0,
              restoreBestWeights: true,
            },
      outputs: byNode(sketch.outputs, (index) => heads[index]?.training ?? null),
    },
  };
}
