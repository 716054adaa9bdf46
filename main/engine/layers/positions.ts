import * as tf from '@tensorflow/tfjs';

type LayerArgs = ConstructorParameters<typeof tf.layers.Layer>[0];
type DenseArgs = Parameters<typeof tf.layers.dense>[0];
type EmbeddingArgs = LayerArgs & {
  readonly maxLength?: number;
  readonly embeddingsInitializer?: DenseArgs['kernelInitializer'];
  readonly embeddingsRegularizer?: DenseArgs['kernelRegularizer'];
  readonly embeddingsConstraint?: DenseArgs['kernelConstraint'];
};
type SinusoidalArgs = LayerArgs & { readonly maxWavelength?: number };
type Initializer = ReturnType<typeof tf.initializers.zeros>;
type Regularizer = ReturnType<typeof tf.regularizers.l1l2>;
type Constraint = ReturnType<typeof tf.constraints.nonNeg>;

/** What tfjs's Dense keeps of its arguments: how its weights begin, and what they cost. */
interface DenseLayer extends tf.layers.Layer {
  readonly kernelInitializer: Initializer;
  readonly kernelRegularizer: Regularizer;
  readonly kernelConstraint: Constraint;
}

const Stock = tf.layers.dense({ units: 1 })
  .constructor as unknown as tf.serialization.SerializableConstructor<DenseLayer>;

// Import this file before a saved model with such a layer is loaded.

/** A trained vector for each step of a sequence, which is added to it. */
class PositionEmbedding extends Stock {
  static override readonly className: string = 'PositionEmbedding';
  private readonly maxLength: number;
  private embeddings: tf.LayerVariable | null = null;

  constructor({
    embeddingsInitializer,
    embeddingsRegularizer,
    embeddingsConstraint,
    ...args
  }: EmbeddingArgs) {
    const given: DenseArgs = {
      ...args,
      units: 1,
      kernelInitializer: embeddingsInitializer ?? 'randomUniform',
      ...(embeddingsRegularizer ? { kernelRegularizer: embeddingsRegularizer } : {}),
      ...(embeddingsConstraint ? { kernelConstraint: embeddingsConstraint } : {}),
    };
    super(given);
    this.maxLength = args.maxLength ?? 512;
    this.inputSpec = [new tf.InputSpec({ ndim: 3 })];
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const [, steps = null, features = null] = inputShape as tf.Shape;
    if (features === null) throw new Error('PositionEmbedding needs known features.');
    if (steps !== null && steps > this.maxLength) {
      throw new Error(`${steps} steps are more than ${this.maxLength}.`);
    }
    this.embeddings = this.addWeight(
      'embeddings',
      [this.maxLength, features],
      'float32',
      this.kernelInitializer,
      this.kernelRegularizer,
      true,
      this.kernelConstraint,
    );
    this.built = true;
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    return inputShape as tf.Shape;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = only(inputs);
      if (this.embeddings === null) throw new Error('PositionEmbedding is not built.');
      const [, steps = 1, features = 1] = input.shape;
      return tf.add(input, tf.slice(this.embeddings.read(), [0, 0], [steps, features]));
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { name, trainable, dtype, batchInputShape, ...dense } = super.getConfig();
    return {
      name: name ?? null,
      ...(trainable === undefined ? {} : { trainable }),
      ...(dtype === undefined ? {} : { dtype }),
      ...(batchInputShape === undefined ? {} : { batchInputShape }),
      maxLength: this.maxLength,
      embeddingsInitializer: dense['kernelInitializer'] ?? null,
      embeddingsRegularizer: dense['kernelRegularizer'] ?? null,
      embeddingsConstraint: dense['kernelConstraint'] ?? null,
    };
  }
}
tf.serialization.registerClass(PositionEmbedding);

/** Waves of many lengths, which are added to a sequence (Vaswani et al. 2017). */
class SinusoidalPositionEncoding extends tf.layers.Layer {
  static readonly className: string = 'SinusoidalPositionEncoding';
  private readonly maxWavelength: number;

  constructor(args: SinusoidalArgs) {
    super(args);
    this.maxWavelength = args.maxWavelength ?? 10_000;
    this.supportsMasking = true;
    this.inputSpec = [new tf.InputSpec({ ndim: 3 })];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = only(inputs);
      const [, steps = 1, features = 1] = input.shape;
      const each = [...new Array<undefined>(features).keys()];
      const rates = each.map((at) => this.maxWavelength ** ((-2 * Math.floor(at / 2)) / features));
      // The second wave of each pair is a quarter ahead: a cosine.
      const ahead = each.map((at) => ((at % 2) * Math.PI) / 2);
      const angles = tf.mul(tf.expandDims(tf.range(0, steps), 1), tf.tensor1d(rates));
      return tf.add(input, tf.sin(tf.add(angles, tf.tensor1d(ahead))));
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), maxWavelength: this.maxWavelength };
  }
}
tf.serialization.registerClass(SinusoidalPositionEncoding);

/** Adds a trained vector to each step of a sequence. */
export function positionEmbedding(args: EmbeddingArgs): tf.layers.Layer {
  return new PositionEmbedding(args);
}

/** Adds sines and cosines to a sequence. */
export function sinusoidalPositionEncoding(args: SinusoidalArgs): tf.layers.Layer {
  return new SinusoidalPositionEncoding(args);
}

function only(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
  const [input] = Array.isArray(inputs) ? inputs : [inputs];
  if (input === undefined) throw new Error('The layer needs an input.');
  return input;
}
