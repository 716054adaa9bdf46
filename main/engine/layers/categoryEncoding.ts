import * as tf from '@tensorflow/tfjs';

type LayerArgs = ConstructorParameters<typeof tf.layers.Layer>[0];
type OutputMode = 'multiHot' | 'oneHot' | 'count';
type Args = LayerArgs & { readonly numTokens: number; readonly outputMode: string };

/**
 * Categories as zeros and ones: tfjs's own layer reads its input back from the device to check it. A number outside the
 * range is no category. Import this file before a saved model with such a layer is loaded.
 */
class UncheckedCategoryEncoding extends tf.layers.Layer {
  static readonly className: string = 'UncheckedCategoryEncoding';
  private readonly numTokens: number;
  private readonly outputMode: OutputMode;
  /** One category an example: `oneHot` needs no axis for it. */
  private isSingle = false;

  constructor(args: Args) {
    super(args);
    this.numTokens = args.numTokens;
    this.outputMode = args.outputMode as OutputMode;
    this.inputSpec = [new tf.InputSpec({ ndim: 2 })];
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    this.isSingle = inputShape[1] === 1;
    this.built = true;
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [batch = null, count = null] = inputShape as tf.Shape;
    return this.outputMode === 'oneHot' && count !== 1
      ? [batch, count, this.numTokens]
      : [batch, this.numTokens];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const [input] = Array.isArray(inputs) ? inputs : [inputs];
      if (input === undefined) throw new Error('UncheckedCategoryEncoding needs an input.');
      // Asked for float32, the wasm backend writes whole numbers into it.
      const each = tf.cast(tf.oneHot(tf.cast(input, 'int32'), this.numTokens), 'float32');
      if (this.outputMode === 'count') return tf.sum(each, 1);
      if (this.outputMode === 'multiHot') return tf.max(each, 1);
      return this.isSingle ? tf.squeeze(each, [1]) : each;
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), numTokens: this.numTokens, outputMode: this.outputMode };
  }
}
tf.serialization.registerClass(UncheckedCategoryEncoding);

/** tf.layers.categoryEncoding that leaves its input on the device. */
export function categoryEncoding(args: Args): tf.layers.Layer {
  return new UncheckedCategoryEncoding(args);
}
