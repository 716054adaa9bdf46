import * as tf from '@tensorflow/tfjs';

type Args = Parameters<typeof tf.layers.depthwiseConv2d>[0];

/** What tfjs's layer keeps of its arguments, and its weights. */
interface DepthwiseLayer extends tf.layers.Layer {
  readonly kernelSize: readonly [number, number];
  readonly strides: readonly [number, number];
  readonly dilationRate: readonly [number, number];
  readonly padding: 'valid' | 'same';
  readonly dataFormat: 'channelsFirst' | 'channelsLast';
  readonly depthMultiplier: number;
  readonly depthwiseKernel: tf.LayerVariable;
  readonly bias: tf.LayerVariable | null;
  readonly activation: { apply(tensor: tf.Tensor): tf.Tensor } | null;
  readonly depthwiseConstraint: tf.serialization.Serializable | null;
}

const Stock = tf.layers.depthwiseConv2d({ kernelSize: 1 })
  .constructor as unknown as tf.serialization.SerializableConstructor<DepthwiseLayer>;

/**
 * A depthwise convolution whose kernel skips cells: tfjs's own takes a dilation rate and ignores it. Strides are 1. Import
 * this file before a saved model with such a layer is loaded.
 */
class DilatedDepthwiseConv2D extends Stock {
  static override readonly className: string = 'DilatedDepthwiseConv2D';

  constructor(args: Args) {
    super(args);
    if (this.strides.some((stride) => stride > 1)) {
      throw new Error('DilatedDepthwiseConv2D has no strides.');
    }
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [batch = null, ...shape] = inputShape as tf.Shape;
    const isFirst = this.dataFormat === 'channelsFirst';
    const channels = (isFirst ? shape[0] : shape[2]) ?? null;
    const lengths = (isFirst ? shape.slice(1) : shape.slice(0, 2)).map((length, axis) =>
      length === null ? null : length + this.around(axis) - this.reach(axis),
    );
    const filters = channels === null ? null : channels * this.depthMultiplier;
    return isFirst ? [batch, filters, ...lengths] : [batch, ...lengths, filters];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const [input] = Array.isArray(inputs) ? inputs : [inputs];
      if (input === undefined) throw new Error('DilatedDepthwiseConv2D needs an input.');
      const isFirst = this.dataFormat === 'channelsFirst';
      const image = isFirst ? tf.transpose(input, [0, 2, 3, 1]) : input;
      const convolved = this.convolve(image as tf.Tensor4D);
      const biased = this.bias === null ? convolved : tf.add(convolved, this.bias.read());
      const ordered = isFirst ? tf.transpose(biased, [0, 3, 1, 2]) : biased;
      return this.activation === null ? ordered : this.activation.apply(ordered);
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    const constraint = this.depthwiseConstraint;
    return {
      ...super.getConfig(),
      // tfjs writes the regularizer in this place.
      depthwiseConstraint:
        constraint === null
          ? null
          : { className: constraint.getClassName(), config: constraint.getConfig() },
    };
  }

  /** Cells from the first to the last that the kernel sees, less one. */
  private reach(axis: number): number {
    return ((this.kernelSize[axis] ?? 1) - 1) * (this.dilationRate[axis] ?? 1);
  }

  /** Cells of padding on both sides. */
  private around(axis: number): number {
    return this.padding === 'same' ? this.reach(axis) : 0;
  }

  /**
   * Every n-th row and column becomes an image of its own, which is convolved without dilation: ops that every backend has,
   * with their gradients.
   */
  private convolve(image: tf.Tensor4D): tf.Tensor4D {
    const rates = [...this.dilationRate];
    const sides = rates.map((rate, axis) => {
      const around = this.around(axis);
      const before = Math.floor(around / 2);
      const length = (image.shape[axis + 1] ?? 0) + around;
      // Rows that only make the number of rows a multiple of the rate are cut off again.
      const surplus = (rate - (length % rate)) % rate;
      return { padding: [before, around - before + surplus], crop: [0, surplus] };
    });
    const parts = tf.spaceToBatchND(
      image,
      rates,
      sides.map(({ padding }) => padding),
    );
    const kernel = this.depthwiseKernel.read() as tf.Tensor4D;
    return tf.batchToSpaceND(
      tf.depthwiseConv2d(parts, kernel, 1, 'valid'),
      rates,
      sides.map(({ crop }) => crop),
    );
  }
}
tf.serialization.registerClass(DilatedDepthwiseConv2D);

/** tf.layers.depthwiseConv2d with a dilation rate that counts. */
export function dilatedDepthwiseConv2d(args: Args): tf.layers.Layer {
  return new DilatedDepthwiseConv2D(args);
}
