import * as tf from '@tensorflow/tfjs';
import { inBatches, type Batch, type Examples } from './examples.ts';

/** Means over examples of the loss and of each metric, in the order of the model's `metricsNames`. */
export type Means = readonly number[];

/** Trains once on the examples in this order. `afterStep` hears the values of each step. */
export async function trainEpoch(
  model: tf.LayersModel,
  examples: Examples,
  order: Uint32Array,
  batchSize: number,
  {
    beforeStep = () => undefined,
    afterStep = () => undefined,
  }: {
    beforeStep?: (step: number) => void;
    afterStep?: (step: number, values: Means) => void;
  } = {},
): Promise<Means> {
  const means = new RunningMeans();
  for (const [step, places] of inBatches(order, batchSize).entries()) {
    beforeStep(step);
    const batch = examples.batch(places);
    const values = await weighing(model, batch, () => {
      return model.trainOnBatch(batch.inputs, batch.targets);
    });
    dispose(batch);
    const list = Array.isArray(values) ? values : [values];
    means.add(list, places.length);
    afterStep(step, list);
  }
  return means.values;
}

/** Loss and metrics on examples that are not trained on. */
export async function evaluate(
  model: tf.LayersModel,
  examples: Examples,
  batchSize: number,
): Promise<Means> {
  const means = new RunningMeans();
  const order = Uint32Array.from({ length: examples.count }, (_, place) => place);
  for (const places of inBatches(order, batchSize)) {
    const batch = examples.batch(places);
    const scalars = await weighing(model, batch, () => {
      return model.evaluate(batch.inputs, batch.targets, { batchSize });
    });
    const list = Array.isArray(scalars) ? scalars : [scalars];
    const values = await Promise.all(list.map((scalar) => scalar.data()));
    dispose(batch);
    tf.dispose(list);
    means.add(
      values.map(([value = NaN]) => value),
      places.length,
    );
  }
  return means.values;
}

/** `loss 0.0931, accuracy 0.9712`. */
export function describe(model: tf.LayersModel, means: Means): string {
  return means
    .map((mean, index) => `${model.metricsNames[index] ?? '?'} ${mean.toPrecision(7)}`)
    .join(', ');
}

/** Means of values of batches, each counted by its size. */
class RunningMeans {
  #sums: number[] = [];
  #examples = 0;

  add(values: readonly number[], examples: number): void {
    this.#examples += examples;
    this.#sums = values.map((value, index) => (this.#sums[index] ?? 0) + value * examples);
  }

  get values(): Means {
    return this.#sums.map((sum) => sum / this.#examples);
  }
}

/**
 * Multiplies the losses of examples by their weights meanwhile, which tfjs itself cannot. The loss stays their sum by the number of
 * examples, not by the sum of the weights.
 */
async function weighing<Value>(
  model: tf.LayersModel,
  { weights }: Batch,
  work: () => Value | Promise<Value>,
): Promise<Value> {
  if (weights === null) return work();
  const { lossFunctions } = model;
  model.lossFunctions = lossFunctions.map((loss) => (target, output) => {
    const losses = loss(target, output);
    // An example of several places has a loss for each.
    return tf.mul(losses, tf.reshape(weights, [-1, ...losses.shape.slice(1).map(() => 1)]));
  });
  try {
    return await work();
  } finally {
    model.lossFunctions = lossFunctions;
  }
}

function dispose(batch: Batch): void {
  tf.dispose([...batch.inputs, ...batch.targets]);
  batch.weights?.dispose();
}
