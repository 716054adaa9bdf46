import * as tf from '@tensorflow/tfjs';

type Args = NonNullable<Parameters<typeof tf.layers.batchNormalization>[0]>;

/** What tfjs's layer does, as far as it is used here. */
interface NormalizationLayer extends tf.layers.Layer {
  call(inputs: tf.Tensor | tf.Tensor[], kwargs: object): tf.Tensor | tf.Tensor[];
}

const Stock = tf.layers.batchNormalization()
  .constructor as unknown as tf.serialization.SerializableConstructor<NormalizationLayer>;

/**
 * Batch normalization over another axis than the last, for which tfjs's own gives wrong numbers: the axis is made the last
 * one on the way in. Import this file before a saved model with such a layer is loaded.
 */
class BatchNormalizationOverAxis extends Stock {
  static override readonly className: string = 'BatchNormalizationOverAxis';
  private readonly channels: number;

  constructor(args: Args) {
    super({ ...args, axis: -1 });
    this.channels = args.axis ?? -1;
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
    super.build(this.channelsLast(shape.length).map((axis) => shape[axis] ?? null));
    // What the next inputs are held against.
    const axis = this.channelsAxis(shape.length);
    const size = shape[axis] ?? null;
    this.inputSpec = [
      new tf.InputSpec({
        ndim: shape.length,
        ...(size === null ? {} : { axes: { [axis]: size } }),
      }),
    ];
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: object): tf.Tensor | tf.Tensor[] {
    return tf.tidy(() => {
      const [input] = Array.isArray(inputs) ? inputs : [inputs];
      if (input === undefined) throw new Error('BatchNormalizationOverAxis needs an input.');
      const order = this.channelsLast(input.rank);
      const normalized = super.call(tf.transpose(input, order), kwargs) as tf.Tensor;
      const back = order.map((_, axis) => order.indexOf(axis));
      return tf.transpose(normalized, back);
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), axis: this.channels };
  }

  private channelsAxis(rank: number): number {
    return (this.channels + rank) % rank;
  }

  /** The axes, the normalized one last. */
  private channelsLast(rank: number): number[] {
    const channels = this.channelsAxis(rank);
    const axes = Array.from({ length: rank }, (_, axis) => axis);
    return [...axes.filter((axis) => axis !== channels), channels];
  }
}
tf.serialization.registerClass(BatchNormalizationOverAxis);

/** tf.layers.batchNormalization over the axis that it is told, counted with the batch; negative ones from the end. */
export function batchNormalizationOverAxis(args: Args): tf.layers.Layer {
  return new BatchNormalizationOverAxis(args);
}
