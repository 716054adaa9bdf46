import * as tf from '@tensorflow/tfjs';

type DataFormat = 'channelsFirst' | 'channelsLast';
type Args = Parameters<typeof tf.layers.dropout>[0] & { readonly dataFormat?: DataFormat };

/** What tfjs's Dropout asks itself: where numbers share one decision. */
interface DropoutLayer extends tf.layers.Layer {
  getNoiseShape(input: tf.Tensor): number[];
}

const Stock = tf.layers.dropout({ rate: 0.5 })
  .constructor as unknown as tf.serialization.SerializableConstructor<DropoutLayer>;

/**
 * Dropout of whole channels. tf.layers has this layer for sequences only. Import this file before a saved model with such a
 * layer is loaded.
 */
abstract class SpatialDropout extends Stock {
  private readonly dataFormat: DataFormat;

  constructor(args: Args) {
    super(args);
    this.dataFormat = args.dataFormat ?? 'channelsLast';
  }

  override getNoiseShape(input: tf.Tensor): number[] {
    const channels = this.dataFormat === 'channelsFirst' ? 1 : input.rank - 1;
    return input.shape.map((size, axis) => (axis === 0 || axis === channels ? size : 1));
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), dataFormat: this.dataFormat };
  }
}

/** Whole channels of images. */
class SpatialDropout2D extends SpatialDropout {
  static override readonly className: string = 'SpatialDropout2D';

  constructor(args: Args) {
    super(args);
    this.inputSpec = [new tf.InputSpec({ ndim: 4 })];
  }
}
tf.serialization.registerClass(SpatialDropout2D);

/** Whole channels of volumes. */
class SpatialDropout3D extends SpatialDropout {
  static override readonly className: string = 'SpatialDropout3D';

  constructor(args: Args) {
    super(args);
    this.inputSpec = [new tf.InputSpec({ ndim: 5 })];
  }
}
tf.serialization.registerClass(SpatialDropout3D);

/** As Keras's SpatialDropout2D. */
export function spatialDropout2d(args: Args): tf.layers.Layer {
  return new SpatialDropout2D(args);
}

/** As Keras's SpatialDropout3D. */
export function spatialDropout3d(args: Args): tf.layers.Layer {
  return new SpatialDropout3D(args);
}
