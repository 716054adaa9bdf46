import type { DataRecipe } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import { numbersOf } from '#shared/document/propose/sizes.ts';
import type { SketchChain } from '#shared/document/propose/sketch.ts';
import type { Choice, OutputTraining } from '#shared/training/training.ts';

/** The end of a network for one target: its layers, the output node last, and how it is judged. */
export interface ProposedHead {
  /** The feature that it is compared with; null: there is none. */
  readonly target: string | null;
  readonly layers: SketchChain;
  readonly training: OutputTraining;
}

/** Yes or no, one of several classes, or numbers: what the target is decides the last layer, loss and metrics. */
export function headOf(target: Feature | null, recipe: DataRecipe): ProposedHead {
  if (target === null) return numbers('output', null, [1]);
  const { name, classes, shape } = target;
  const isSingle = (shape ?? []).every((size) => size === 1);
  if (classes !== null && isSingle) {
    return classes <= 2
      ? head(name, name, 1, 'sigmoid', 'binaryCrossentropy', ['accuracy', 'precision', 'recall'])
      : head(name, name, classes, 'softmax', 'sparseCategoricalCrossentropy', ['accuracy']);
  }
  const isOneHot = recipe.steps.some(
    ({ kind, features }) => kind === 'oneHot' && features.includes(name),
  );
  if (isOneHot && shape?.length === 1) {
    const units = shape[0] ?? 2;
    return head(name, name, units, 'softmax', 'categoricalCrossentropy', ['accuracy']);
  }
  return numbers(name, name, shape ?? [1]);
}

function numbers(name: string, target: string | null, shape: Feature['shape']): ProposedHead {
  const sizes = (shape ?? []).map((size) => size ?? 1);
  const plain = head(name, target, numbersOf(sizes), 'linear', 'meanSquaredError', [
    'meanAbsoluteError',
  ]);
  if (sizes.length < 2) return plain;
  const layers = [...plain.layers];
  layers.splice(1, 0, { kind: 'reshape', params: { targetShape: sizes } });
  return { ...plain, layers };
}

function head(
  name: string,
  target: string | null,
  units: number,
  activation: string,
  loss: string,
  metrics: readonly string[],
): ProposedHead {
  const choice = (kind: string): Choice => ({ kind, params: {} });
  return {
    target,
    layers: [
      { kind: 'dense', params: { units, activation } },
      { kind: 'output', params: {}, name },
    ],
    training: { loss: choice(loss), weight: 1, metrics: metrics.map(choice) },
  };
}
