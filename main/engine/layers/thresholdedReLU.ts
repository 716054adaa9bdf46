import * as tf from '@tensorflow/tfjs';

type Args = NonNullable<Parameters<typeof tf.layers.thresholdedReLU>[0]>;

/** What tfjs's layer keeps of its arguments. */
interface ThresholdLayer extends tf.layers.Layer {
  readonly theta: number;
}

const Stock = tf.layers.thresholdedReLU()
  .constructor as unknown as tf.serialization.SerializableConstructor<ThresholdLayer>;

/**
 * A threshold that layers before it can be trained through: tfjs's own is made of a comparison, which has no gradient.
 * Import this file before a saved model with such a layer is loaded.
 */
class TrainableThresholdedReLU extends Stock {
  static override readonly className: string = 'TrainableThresholdedReLU';

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const [input] = Array.isArray(inputs) ? inputs : [inputs];
      if (input === undefined) throw new Error('TrainableThresholdedReLU needs an input.');
      return tf.mul(input, tf.step(tf.sub(input, this.theta)));
    });
  }
}
tf.serialization.registerClass(TrainableThresholdedReLU);

/** tf.layers.thresholdedReLU with a gradient. */
export function thresholdedReLU(args: Args): tf.layers.Layer {
  return new TrainableThresholdedReLU(args);
}
