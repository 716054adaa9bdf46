import * as tf from '@tensorflow/tfjs';

type LayerArgs = ConstructorParameters<typeof tf.layers.Layer>[0];
type DataFormat = 'channelsFirst' | 'channelsLast';

/** How many times longer each axis becomes: one number for a sequence, three for a volume. */
type Args = LayerArgs & { readonly size: number | number[]; readonly dataFormat?: DataFormat };

/**
 * Repeats values along the spatial axes. tf.layers has this layer for images only. Import this file before a saved model
 * with such a layer is loaded.
 */
abstract class UpSampling extends tf.layers.Layer {
  private readonly size: number[];
  private readonly dataFormat: DataFormat;

  constructor(args: Args) {
    super(args);
    this.size = [args.size].flat();
    this.inputSpec = [new tf.InputSpec({ ndim: this.size.length + 2 })];
    this.dataFormat = args.dataFormat ?? 'channelsLast';
  }

  override computeOutputShape(shape: tf.Shape | tf.Shape[]): tf.Shape {
    return (shape as tf.Shape).map((size, axis) =>
      size === null ? null : size * this.factor(axis),
    );
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const [input] = Array.isArray(inputs) ? inputs : [inputs];
      if (input === undefined) throw new Error('UpSampling needs an input.');
      return input.shape.reduce((x, _, axis) => repeat(x, axis, this.factor(axis)), input);
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), size: this.size, dataFormat: this.dataFormat };
  }

  private factor(axis: number): number {
    return this.size[axis - (this.dataFormat === 'channelsFirst' ? 2 : 1)] ?? 1;
  }
}

/** Each value of one axis several times in a row. */
function repeat(x: tf.Tensor, axis: number, times: number): tf.Tensor {
  if (times === 1) return x;
  const rows = tf.util.sizeFromShape(x.shape.slice(0, axis + 1));
  const shape = x.shape.map((size, index) => (index === axis ? size * times : size));
  return tf.reshape(tf.tile(tf.reshape(x, [rows, 1, -1]), [1, times, 1]), shape);
}

/** Each step of a sequence several times. */
class UpSampling1D extends UpSampling {
  static readonly className: string = 'UpSampling1D';
}
tf.serialization.registerClass(UpSampling1D);

/** Each cell of a volume several times. */
class UpSampling3D extends UpSampling {
  static readonly className: string = 'UpSampling3D';
}
tf.serialization.registerClass(UpSampling3D);

/** As Keras's UpSampling1D. */
export function upSampling1d(args: Args): tf.layers.Layer {
  return new UpSampling1D(args);
}

/** As Keras's UpSampling3D. */
export function upSampling3d(args: Args): tf.layers.Layer {
  return new UpSampling3D(args);
}
