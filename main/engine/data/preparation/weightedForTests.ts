import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { numberFeature } from '#main/engine/data/source/featuresForTests.ts';
import { smallDocument } from '#main/engine/data/examples/documentForTests.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import { emptyRecipe } from '#shared/data/emptyRecipe.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { LossDefinition } from '#shared/training/catalogue.ts';

const rowCount = 48;

/** Classes of the target `label`. */
const classes = 3;

/** Weights of the rows, again and again; some leave a row out. */
const weights = [1, 0.5, 2, 0, 0.25, 3, 1.5];

/** A learning rate at which the loss goes down: percentages give large gradients. */
export function weightedRate({ kind }: LossDefinition): number {
  return kind === 'meanAbsolutePercentageError' ? 0.001 : 0.1;
}

/** A dense layer over a table in `folder` whose rows have weights, with a target that suits the loss. */
export function weightedDocument(
  folder: string,
  loss: LossDefinition,
  more: Partial<DataRecipe> = {},
): StrataDocument {
  const file = path.join(folder, 'weighted.csv');
  const lines = Array.from({ length: rowCount }, (_, row) => {
    const a = Math.sin(row);
    const b = Math.cos(2 * row);
    const label = (row * 5) % classes;
    return [a, b, label, row % 2, Math.abs(a - b) + 0.5, weights[row % weights.length]].join(',');
  });
  writeFileSync(file, ['a,b,label,yes,value,w', ...lines].join('\n'));
  const hasClasses = loss.target === 'oneHot' || loss.target === 'classIndex';
  const isYesOrNo = loss.target === 'binary' || loss.target === 'sign';
  const target = hasClasses ? 'label' : isYesOrNo ? 'yes' : 'value';
  const document = smallDocument({
    shape: [2],
    units: hasClasses ? classes : 1,
    loss: loss.kind,
    data: {
      source: { kind: 'table', params: { file } },
      features: [
        numberFeature('a'),
        numberFeature('b'),
        numberFeature('label', { role: 'target', classes }),
        numberFeature('yes', { role: 'target', classes: 2 }),
        numberFeature('value', { role: 'target' }),
        numberFeature('w', { role: 'weight' }),
      ],
      steps:
        loss.target === 'oneHot'
          ? [{ kind: 'oneHot', features: ['label'], params: { classes } }]
          : [],
      split: {
        ...emptyRecipe.split,
        validation: 'split',
        validationFraction: 1 / 3,
        testFraction: 0,
      },
      bindings: { inputs: { x: ['a', 'b'] }, outputs: { y: target } },
      ...more,
    },
  });
  const { activations } = loss;
  const activation =
    activations === null || activations.includes('softplus') ? 'softplus' : activations[0];
  const { graph, training } = document;
  return {
    ...document,
    graph: {
      ...graph,
      nodes: graph.nodes.map((node) =>
        node.kind === 'dense'
          ? { ...node, params: { ...node.params, activation: activation ?? 'linear' } }
          : node,
      ),
    },
    training: {
      ...training,
      optimizer: { kind: 'sgd', params: { learningRate: weightedRate(loss) } },
    },
  };
}
