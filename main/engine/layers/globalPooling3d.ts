import * as tf from '@tensorflow/tfjs';

type LayerArgs = ConstructorParameters<typeof tf.layers.Layer>[0];
type DataFormat = 'channelsFirst' | 'channelsLast';
type Args = LayerArgs & { readonly dataFormat?: DataFormat };

/**
 * One number of each channel of a volume. tf.layers has these layers for sequences and images only. Import this file
 * before a saved model with such a layer is loaded.
 */
abstract class GlobalPooling3D extends tf.layers.Layer {
  private readonly dataFormat: DataFormat;

  constructor(args: Args = {}) {
    super(args);
    this.dataFormat = args.dataFormat ?? 'channelsLast';
    this.inputSpec = [new tf.InputSpec({ ndim: 5 })];
  }

  override computeOutputShape(shape: tf.Shape | tf.Shape[]): tf.Shape {
    const [batch = null, ...sizes] = shape as tf.Shape;
    return [batch, sizes[this.dataFormat === 'channelsFirst' ? 0 : 3] ?? null];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const [input] = Array.isArray(inputs) ? inputs : [inputs];
      if (input === undefined) throw new Error('Global pooling needs an input.');
      const [batch = 1, first = 1] = input.shape;
      const last = input.shape[4] ?? 1;
      return this.dataFormat === 'channelsFirst'
        ? this.pool(tf.reshape(input, [batch, first, -1]), 2)
        : this.pool(tf.reshape(input, [batch, -1, last]), 1);
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), dataFormat: this.dataFormat };
  }

  protected abstract pool(x: tf.Tensor, axis: number): tf.Tensor;
}

/** The largest number of each channel. */
class GlobalMaxPooling3D extends GlobalPooling3D {
  static readonly className: string = 'GlobalMaxPooling3D';

  protected override pool(x: tf.Tensor, axis: number): tf.Tensor {
    return tf.max(x, axis);
  }
}
tf.serialization.registerClass(GlobalMaxPooling3D);

/** The mean of each channel. */
class GlobalAveragePooling3D extends GlobalPooling3D {
  static readonly className: string = 'GlobalAveragePooling3D';

  protected override pool(x: tf.Tensor, axis: number): tf.Tensor {
    return tf.mean(x, axis);
  }
}
tf.serialization.registerClass(GlobalAveragePooling3D);

/** As Keras's GlobalMaxPooling3D. */
export function globalMaxPooling3d(args?: Args): tf.layers.Layer {
  return new GlobalMaxPooling3D(args);
}

/** As Keras's GlobalAveragePooling3D. */
export function globalAveragePooling3d(args?: Args): tf.layers.Layer {
  return new GlobalAveragePooling3D(args);
}
