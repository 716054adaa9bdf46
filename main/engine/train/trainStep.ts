import type * as tfjs from '@tensorflow/tfjs';
import type { CompiledTraining } from '#main/engine/compile/compileTraining.ts';
import { metricsOf } from '#main/engine/compile/compileTraining.ts';
import type { Tf } from '#main/engine/devices/device.ts';
import type { StepValues } from '#main/engine/train/runningMeans.ts';

/** One batch on the device. */
export interface Batch {
  readonly inputs: readonly tfjs.Tensor[];
  readonly targets: readonly tfjs.Tensor[];
  /** How much each example counts in the loss, (batch); absent: all the same. */
  readonly weights?: tfjs.Tensor;
}

/** All tensors of a batch: inputs, targets, then what examples count. */
export function tensorsOf({ inputs, targets, weights }: Batch): readonly tfjs.Tensor[] {
  return [...inputs, ...targets, ...(weights === undefined ? [] : [weights])];
}

/**
 * One step of gradient descent: forward pass, loss (weighted over the outputs, with the regularizers' penalties),
 * gradients, the optimizer's update, the constraints. tfjs's own training function weighs no outputs and applies no
 * constraints.
 */
export function trainStep(tf: Tf, training: CompiledTraining, batch: Batch): tfjs.Tensor1D {
  const { model, optimizer } = training;
  return tf.tidy(() => {
    let outputs: readonly tfjs.Tensor[] = [];
    const variables = trainableVariables(tf, model);
    const loss = optimizer.minimize(
      () => {
        outputs = forward(model, batch.inputs, true).map((output) => tf.keep(output));
        return totalLoss(tf, training, outputs, batch);
      },
      true,
      variables,
    );
    for (const weight of model.trainableWeights) {
      const constraint = weight.constraint as typeof weight.constraint | null;
      if (constraint !== null) weight.write(constraint.apply(weight.read()));
    }
    const values = measure(tf, training, loss ?? tf.scalar(Number.NaN), outputs, batch.targets);
    for (const output of outputs) output.dispose();
    return values;
  });
}

/** The weights that learn. */
export function trainableVariables(tf: Tf, model: tfjs.LayersModel) {
  return model.trainableWeights
    .map((weight) => weight.read())
    .filter((value) => value instanceof tf.Variable);
}

/** Loss and metrics without learning: layers that behave otherwise in training (dropout) are at rest. */
export function testStep(tf: Tf, training: CompiledTraining, batch: Batch): tfjs.Tensor1D {
  return tf.tidy(() => {
    const outputs = forward(training.model, batch.inputs, false);
    return measure(tf, training, totalLoss(tf, training, outputs, batch), outputs, batch.targets);
  });
}

/** The model's outputs, always a list. */
export function forward(
  model: tfjs.LayersModel,
  inputs: readonly tfjs.Tensor[],
  isTraining: boolean,
): readonly tfjs.Tensor[] {
  const [only] = inputs;
  const given = inputs.length === 1 && only !== undefined ? only : [...inputs];
  const outputs = model.apply(given, { training: isTraining }) as tfjs.Tensor | tfjs.Tensor[];
  return Array.isArray(outputs) ? outputs : [outputs];
}

/**
 * The mean loss over the batch, weighted over the outputs, with the regularizers' penalties. Where examples have weights it is
 * the sum of their weighted losses by their number, not by the sum of the weights: as Keras reduces losses with
 * `sample_weight` (`sum_over_batch_size`). Metrics count all examples the same, as Keras's `metrics` do.
 */
export function totalLoss(
  tf: Tf,
  { model, outputs: rules }: CompiledTraining,
  outputs: readonly tfjs.Tensor[],
  { targets, weights }: Pick<Batch, 'targets' | 'weights'>,
): tfjs.Scalar {
  const losses = rules.map(({ loss, weight }, index) => {
    const [target, output] = pair(targets, outputs, index);
    const each = loss(target, output);
    const mean = tf.mean(weights === undefined ? each : weighted(tf, each, weights));
    return weight === 1 ? mean : tf.mul(mean, weight);
  });
  return [...losses, ...model.calculateLosses()].reduce((sum, loss) =>
    tf.add(sum, loss),
  ) as tfjs.Scalar;
}

/** Losses of examples, or of places of examples (batch, …places), times the weights of the examples. */
function weighted(tf: Tf, losses: tfjs.Tensor, weights: tfjs.Tensor): tfjs.Tensor {
  if (losses.rank === 0) throw new Error('A loss that is a mean already cannot be weighted.');
  const places = losses.shape.slice(1).map(() => 1);
  return tf.mul(losses, places.length === 0 ? weights : tf.reshape(weights, [-1, ...places]));
}

/** The loss, the metrics, then the weights of those metrics that have their own: one vector, read at once. */
export function measure(
  tf: Tf,
  { outputs: rules }: CompiledTraining,
  loss: tfjs.Scalar,
  outputs: readonly tfjs.Tensor[],
  targets: readonly tfjs.Tensor[],
): tfjs.Tensor1D {
  const values: tfjs.Tensor[] = [];
  const weights: tfjs.Tensor[] = [];
  rules.forEach(({ metrics }, index) => {
    const [target, output] = pair(targets, outputs, index);
    for (const metric of metrics) {
      values.push(tf.mean(metric.measure(target, output)));
      if (metric.weight !== null) weights.push(metric.weight(target, output));
    }
  });
  return tf.stack([loss, ...values, ...weights].map((value) => value.asScalar())) as tfjs.Tensor1D;
}

/** Reads a step's vector and disposes of it. */
export async function readStep(
  training: CompiledTraining,
  vector: tfjs.Tensor1D,
  examples: number,
): Promise<StepValues> {
  const numbers = Array.from(await vector.data());
  vector.dispose();
  return stepValues(training, numbers, examples);
}

/** What the numbers of a step's vector are. */
export function stepValues(
  training: CompiledTraining,
  numbers: readonly number[],
  examples: number,
): StepValues {
  const metrics = metricsOf(training);
  let next = 1 + metrics.length;
  return {
    examples,
    values: numbers.slice(0, 1 + metrics.length),
    weights: [
      examples,
      ...metrics.map(({ weight }) => (weight === null ? examples : (numbers[next++] ?? 0))),
    ],
  };
}

function pair(
  targets: readonly tfjs.Tensor[],
  outputs: readonly tfjs.Tensor[],
  index: number,
): [tfjs.Tensor, tfjs.Tensor] {
  const target = targets[index];
  const output = outputs[index];
  if (target === undefined || output === undefined) throw new Error(`Output ${index} is missing.`);
  return [target, output];
}
