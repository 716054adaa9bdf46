import * as tf from '@tensorflow/tfjs';

type DenseArgs = Parameters<typeof tf.layers.dense>[0];
type Args = Omit<DenseArgs, 'units'> & {
  readonly numHeads: number;
  readonly keyDim: number;
  readonly valueDim?: number;
  readonly dropout?: number;
  readonly useCausalMask?: boolean;
  readonly seed?: number;
};
type Initializer = ReturnType<typeof tf.initializers.zeros>;
type Regularizer = ReturnType<typeof tf.regularizers.l1l2>;
type Constraint = ReturnType<typeof tf.constraints.nonNeg>;

/** What tfjs's Dense keeps of its arguments: how its weights begin, and what they cost. */
interface DenseLayer extends tf.layers.Layer {
  readonly useBias: boolean;
  readonly kernelInitializer: Initializer;
  readonly biasInitializer: Initializer;
  readonly kernelRegularizer: Regularizer;
  readonly biasRegularizer: Regularizer;
  readonly kernelConstraint: Constraint;
  readonly biasConstraint: Constraint;
}

/** A dense layer inside: its kernel has axes of its own for the heads. */
interface Projection {
  readonly kernel: tf.LayerVariable;
  readonly bias: tf.LayerVariable | null;
}

interface Projections {
  readonly query: Projection;
  readonly key: Projection;
  readonly value: Projection;
  readonly output: Projection;
}

const Stock = tf.layers.dense({ units: 1 })
  .constructor as unknown as tf.serialization.SerializableConstructor<DenseLayer>;

/** What a number of its own that is far below all others becomes: nothing, in a softmax. */
const nowhere = -1e9;

/**
 * Attention of several heads (Vaswani et al. 2017), with the weights of Keras's layer. Takes query, value and key; without a
 * key the value is the key, and a single input is all three. Marks of padding count where there is a single input: tfjs hands
 * over those of the first input only. Import this file before a saved model with such a layer is loaded.
 */
class MultiHeadAttention extends Stock {
  static override readonly className: string = 'MultiHeadAttention';
  private readonly numHeads: number;
  private readonly keyDim: number;
  private readonly valueDim: number | undefined;
  private readonly dropout: number;
  private readonly useCausalMask: boolean;
  private readonly seed: number | undefined;
  /** Its random numbers are those of the engine, also in a recorded step. */
  private readonly dropping: tf.layers.Layer;
  private projections: Projections | null = null;

  constructor(args: Args) {
    super({ ...args, units: 1 });
    this.numHeads = args.numHeads;
    this.keyDim = args.keyDim;
    this.valueDim = args.valueDim;
    this.dropout = args.dropout ?? 0;
    this.useCausalMask = args.useCausalMask ?? false;
    this.seed = args.seed;
    this.dropping = tf.layers.dropout({
      rate: this.dropout,
      ...(args.seed === undefined ? {} : { seed: args.seed }),
    });
    this.inputSpec = [];
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const [query, value, key] = shapesOf(inputShape);
    const valueDim = this.valueDim ?? this.keyDim;
    const size = lastSize(query);
    this.projections = {
      query: this.addProjection('query', [lastSize(query)], [this.numHeads, this.keyDim]),
      key: this.addProjection('key', [lastSize(key)], [this.numHeads, this.keyDim]),
      value: this.addProjection('value', [lastSize(value)], [this.numHeads, valueDim]),
      output: this.addProjection('attention_output', [this.numHeads, valueDim], [size]),
    };
    this.built = true;
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    return shapesOf(inputShape)[0];
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: CallArgs): tf.Tensor {
    return tf.tidy(() => {
      const given = Array.isArray(inputs) ? inputs : [inputs];
      const [query, value = query, key = value] = given;
      if (query === undefined || value === undefined || key === undefined) {
        throw new Error('MultiHeadAttention needs an input.');
      }
      if (this.projections === null) throw new Error('MultiHeadAttention is not built.');
      const own = given.length === 1 ? (kwargs.mask ?? null) : null;
      const q = toHeads(query, this.projections.query);
      const k = toHeads(key, this.projections.key);
      const v = toHeads(value, this.projections.value);
      const scores = tf.matMul(tf.mul(q, 1 / Math.sqrt(this.keyDim)), k, false, true);
      const weights = tf.softmax(this.masked(scores, own));
      const kept = this.dropping.apply(weights, { training: kwargs.training }) as tf.Tensor;
      return fromHeads(tf.matMul(kept, v), this.projections.output);
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { units: _units, activation: _activation, ...config } = super.getConfig();
    return {
      ...config,
      numHeads: this.numHeads,
      keyDim: this.keyDim,
      ...(this.valueDim === undefined ? {} : { valueDim: this.valueDim }),
      dropout: this.dropout,
      useCausalMask: this.useCausalMask,
      ...(this.seed === undefined ? {} : { seed: this.seed }),
    };
  }

  /** The kernel's axes: what comes in, then what goes out; a bias has the latter only. */
  private addProjection(name: string, from: number[], to: number[]): Projection {
    const kernel = this.addWeight(
      `${name}/kernel`,
      [...from, ...to],
      'float32',
      this.kernelInitializer,
      this.kernelRegularizer,
      true,
      this.kernelConstraint,
    );
    const bias = this.useBias
      ? this.addWeight(
          `${name}/bias`,
          to,
          'float32',
          this.biasInitializer,
          this.biasRegularizer,
          true,
          this.biasConstraint,
        )
      : null;
    return { kernel, bias };
  }

  /** Scores (batch, heads, steps, steps) without those of steps that must not be seen. */
  private masked(scores: tf.Tensor, own: tf.Tensor | null): tf.Tensor {
    const [, , steps = 1, seen = 1] = scores.shape;
    const allowed: tf.Tensor[] = [];
    if (own !== null) {
      const marks = tf.cast(own, 'float32');
      const [batch = 1] = marks.shape;
      // A step that is padding sees all steps alike, as in Keras.
      allowed.push(tf.reshape(marks, [batch, 1, 1, seen]), tf.reshape(marks, [batch, 1, steps, 1]));
    }
    if (this.useCausalMask) {
      const now = tf.reshape(tf.range(0, steps), [1, 1, steps, 1]);
      const then = tf.reshape(tf.range(0, seen), [1, 1, 1, seen]);
      allowed.push(tf.cast(tf.greaterEqual(now, then), 'float32'));
    }
    return allowed.reduce(
      (left, one) => tf.add(tf.mul(left, one), tf.mul(tf.sub(1, one), nowhere)),
      scores,
    );
  }
}
tf.serialization.registerClass(MultiHeadAttention);

/** As Keras's MultiHeadAttention. */
export function multiHeadAttention(args: Args): tf.layers.Layer {
  return new MultiHeadAttention(args);
}

/** What tfjs tells a layer while it runs. */
interface CallArgs {
  readonly training?: boolean;
  readonly mask?: tf.Tensor | null;
}

/** Shapes of query, value and key. */
function shapesOf(inputShape: tf.Shape | tf.Shape[]): readonly [tf.Shape, tf.Shape, tf.Shape] {
  const shapes = (Array.isArray(inputShape[0]) ? inputShape : [inputShape]) as tf.Shape[];
  const [query, value = query, key = value] = shapes;
  if (query === undefined || value === undefined || key === undefined || shapes.length > 3) {
    throw new Error('MultiHeadAttention takes one to three inputs.');
  }
  if ([query, value, key].some(({ length }) => length !== 3)) {
    throw new Error('MultiHeadAttention takes sequences.');
  }
  const [steps, others] = [value[1] ?? null, key[1] ?? null];
  if (steps !== null && others !== null && steps !== others) {
    throw new Error('MultiHeadAttention needs a key for each value.');
  }
  return [query, value, key];
}

function lastSize(shape: tf.Shape): number {
  const size = shape.at(-1);
  if (typeof size !== 'number') throw new Error('MultiHeadAttention needs known features.');
  return size;
}

/** (batch, steps, features) → (batch, heads, steps, size). */
function toHeads(x: tf.Tensor, { kernel, bias }: Projection): tf.Tensor {
  const weights = kernel.read();
  const [features = 1, heads = 1, size = 1] = weights.shape;
  const [batch = 1, steps = 1] = x.shape;
  const flat = tf.reshape(x, [-1, features]);
  const product = tf.matMul(flat, tf.reshape(weights, [features, heads * size]));
  const all = bias === null ? product : tf.add(product, tf.reshape(bias.read(), [heads * size]));
  return tf.transpose(tf.reshape(all, [batch, steps, heads, size]), [0, 2, 1, 3]);
}

/** (batch, heads, steps, size) → (batch, steps, features). */
function fromHeads(x: tf.Tensor, { kernel, bias }: Projection): tf.Tensor {
  const weights = kernel.read();
  const [heads = 1, size = 1, features = 1] = weights.shape;
  const [batch = 1, , steps = 1] = x.shape;
  const flat = tf.reshape(tf.transpose(x, [0, 2, 1, 3]), [-1, heads * size]);
  const product = tf.matMul(flat, tf.reshape(weights, [heads * size, features]));
  const all = bias === null ? product : tf.add(product, bias.read());
  return tf.reshape(all, [batch, steps, features]);
}
