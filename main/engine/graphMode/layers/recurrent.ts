import type * as tfjs from '@tensorflow/tfjs';
import type { GraphContext } from '#main/engine/graphMode/graphContext.ts';
import type { LayerArguments } from '#main/engine/graphMode/layers/prototypes.ts';

/** The parts of tfjs's LSTM and GRU layers that their calls use. */
export interface RecurrentLayer {
  readonly cell: {
    readonly units: number;
    readonly useBias: boolean;
    readonly dropout: number;
    readonly recurrentDropout: number;
    readonly activation: { getClassName(): string };
    readonly recurrentActivation: { getClassName(): string };
    readonly kernel: tfjs.LayerVariable;
    readonly recurrentKernel: tfjs.LayerVariable;
    readonly bias: tfjs.LayerVariable;
  };
  readonly returnSequences: boolean;
  readonly returnState: boolean;
  readonly stateful: boolean;
  readonly goBackwards: boolean;
}

/** A layer's weights as tensors. */
export interface RecurrentWeights {
  readonly kernel: tfjs.Tensor;
  readonly recurrentKernel: tfjs.Tensor;
  readonly bias: tfjs.Tensor;
}

/**
 * The loop of a layer: (steps, batch, features) → the outputs of all steps, (steps, batch, units), or that of the last,
 * (batch, units).
 */
export type Steps = (
  context: GraphContext,
  input: tfjs.Tensor3D,
  weights: RecurrentWeights,
  isLastOnly: boolean,
) => tfjs.Tensor;

/** A recurrent layer's call by way of `steps`; null for the cases that it does not cover. */
export function recurrentCall(
  context: GraphContext,
  layer: RecurrentLayer,
  inputs: readonly tfjs.Tensor[],
  kwargs: LayerArguments,
  steps: Steps,
): tfjs.Tensor | null {
  const { tf } = context;
  const { cell } = layer;
  const [input] = inputs;
  const isDropping = kwargs.training === true && (cell.dropout > 0 || cell.recurrentDropout > 0);
  const isCovered =
    inputs.length === 1 &&
    !isDropping &&
    (kwargs.mask ?? null) === null &&
    (kwargs.initialState ?? null) === null &&
    !layer.stateful &&
    !layer.returnState &&
    cell.useBias &&
    cell.activation.getClassName() === 'tanh' &&
    cell.recurrentActivation.getClassName() === 'sigmoid';
  if (input === undefined || !isCovered) return null;
  return tf.tidy(() => {
    const weights: RecurrentWeights = {
      kernel: cell.kernel.read(),
      recurrentKernel: cell.recurrentKernel.read(),
      bias: cell.bias.read(),
    };
    const byStep = tf.transpose(input, [1, 0, 2]) as tfjs.Tensor3D;
    const ordered = layer.goBackwards ? tf.reverse(byStep, 0) : byStep;
    const outputs = steps(context, ordered, weights, !layer.returnSequences);
    return layer.returnSequences ? tf.transpose(outputs, [1, 0, 2]) : outputs;
  });
}

/**
 * In how many parts of its steps a layer takes the products of its gradients. Those of one part are taken on another thread
 * while the next goes its steps back, and half of a layer's arithmetic is in them. (Two chains, of half a batch each, are
 * faster still, 1.2 times, and cost 1.1 times the processor time: products of half as many rows.)
 */
export const partsOfGradients = 4;

/** Gradients of a layer, by some of its steps. */
export interface PartOfGradients {
  /** Of these steps' inputs, (steps · batch, features). */
  readonly input: tfjs.Tensor;
  /** Of the weights: what these steps contribute. */
  readonly weights: readonly tfjs.Tensor[];
}

/** Puts gradients together, from the parts in the order of their steps. */
export function wholeGradients(
  tf: GraphContext['tf'],
  parts: readonly PartOfGradients[],
): PartOfGradients {
  return {
    input: tf.concat(
      parts.map(({ input }) => input),
      0,
    ),
    weights: (parts[0]?.weights ?? []).map((_, index) =>
      tf.addN(parts.flatMap(({ weights }) => weights[index] ?? [])),
    ),
  };
}
