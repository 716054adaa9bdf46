import * as tf from '@tensorflow/tfjs';

type LayerArgs = ConstructorParameters<typeof tf.layers.Layer>[0];
type CommonArgs = LayerArgs & {
  readonly useScale?: boolean;
  readonly dropout?: number;
  readonly useCausalMask?: boolean;
  readonly seed?: number;
};
type AttentionArgs = CommonArgs & { readonly scoreMode?: string };

/** What tfjs tells a layer while it runs. */
interface CallArgs {
  readonly training?: boolean;
  readonly mask?: tf.Tensor | null;
}

// Attention takes query, value and key; without a key the value is the key, and a single input is all three. Marks of padding
// count where there is a single input: tfjs hands over those of the first input only. Import this file before a saved model
// with such a layer is loaded.

/** What both kinds share: a mean of the values, weighted by how well their keys match the query. */
abstract class SequenceAttention extends tf.layers.Layer {
  protected readonly useScale: boolean;
  private readonly dropout: number;
  private readonly useCausalMask: boolean;
  private readonly seed: number | undefined;
  /** Its random numbers are those of the engine, also in a recorded step. */
  private readonly dropping: tf.layers.Layer;

  constructor(args: CommonArgs, useScale: boolean) {
    super(args);
    this.useScale = args.useScale ?? useScale;
    this.dropout = args.dropout ?? 0;
    this.useCausalMask = args.useCausalMask ?? false;
    this.seed = args.seed;
    this.dropping = tf.layers.dropout({
      rate: this.dropout,
      ...(args.seed === undefined ? {} : { seed: args.seed }),
    });
    this.supportsMasking = true;
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [query, value] = shapesOf(inputShape);
    return [...query.slice(0, -1), value.at(-1) ?? null];
  }

  override computeMask(_inputs: tf.Tensor | tf.Tensor[], mask?: tf.Tensor | tf.Tensor[]) {
    // Those of the query; tfjs's types know of no layer without a mask.
    return (Array.isArray(mask) ? mask[0] : mask) as tf.Tensor;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: CallArgs): tf.Tensor {
    return tf.tidy(() => {
      const given = Array.isArray(inputs) ? inputs : [inputs];
      const [query, value = query, key = value] = given;
      if (query === undefined || value === undefined || key === undefined) {
        throw new Error('The layer needs an input.');
      }
      const mask = given.length === 1 ? (kwargs.mask ?? null) : null;
      const marks = mask === null ? null : tf.cast(mask, 'float32');
      const weights = tf.softmax(this.masked(this.scores(query, key), marks));
      const kept = this.dropping.apply(weights, { training: kwargs.training }) as tf.Tensor;
      const result = tf.matMul(kept, value);
      return marks === null ? result : tf.mul(result, tf.expandDims(marks, -1));
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {
      ...super.getConfig(),
      useScale: this.useScale,
      dropout: this.dropout,
      useCausalMask: this.useCausalMask,
      ...(this.seed === undefined ? {} : { seed: this.seed }),
    };
  }

  /** How well each step of the query (batch, steps, size) matches each of the keys: (batch, steps, keys). */
  protected abstract scores(query: tf.Tensor, key: tf.Tensor): tf.Tensor;

  /** Scores without those of steps that must not be seen: of padding, or of the future. */
  private masked(scores: tf.Tensor, marks: tf.Tensor | null): tf.Tensor {
    const [, steps = 1, seen = 1] = scores.shape;
    const now = tf.reshape(tf.range(0, steps), [1, steps, 1]);
    const then = tf.reshape(tf.range(0, seen), [1, 1, seen]);
    const past = this.useCausalMask ? tf.cast(tf.greaterEqual(now, then), 'float32') : null;
    const known = marks === null ? null : tf.expandDims(marks, 1);
    const allowed = past !== null && known !== null ? tf.mul(past, known) : (past ?? known);
    // As Keras does: a step that sees nothing else sees all alike.
    return allowed === null ? scores : tf.sub(scores, tf.mul(tf.sub(1, allowed), 1e9));
  }
}

/** Attention by products (Luong et al. 2015), or by sums. */
class Attention extends SequenceAttention {
  static readonly className: string = 'Attention';
  private readonly scoreMode: string;
  private scale: tf.LayerVariable | null = null;
  private sumScale: tf.LayerVariable | null = null;

  constructor(args: AttentionArgs) {
    super(args, false);
    this.scoreMode = args.scoreMode ?? 'dot';
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    shapesOf(inputShape);
    const ones = tf.initializers.ones();
    this.scale = this.useScale ? this.addWeight('scale', [], 'float32', ones) : null;
    this.sumScale =
      this.scoreMode === 'concat'
        ? this.addWeight('concat_score_weight', [], 'float32', ones)
        : null;
    this.built = true;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), scoreMode: this.scoreMode };
  }

  protected override scores(query: tf.Tensor, key: tf.Tensor): tf.Tensor {
    const scaled = (x: tf.Tensor) => (this.scale === null ? x : tf.mul(x, this.scale.read()));
    return this.sumScale === null
      ? scaled(tf.matMul(query, key, false, true))
      : tf.mul(tf.sum(tf.tanh(scaled(sums(query, key))), -1), this.sumScale.read());
  }
}
tf.serialization.registerClass(Attention);

/** Attention by sums that are weighed (Bahdanau et al. 2015). */
class AdditiveAttention extends SequenceAttention {
  static readonly className: string = 'AdditiveAttention';
  private scale: tf.LayerVariable | null = null;

  constructor(args: CommonArgs) {
    super(args, true);
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const size = shapesOf(inputShape)[0].at(-1);
    if (this.useScale) {
      if (typeof size !== 'number') throw new Error('AdditiveAttention needs known features.');
      // Keras's glorotUniform of a vector, which is another one in tfjs.
      const limit = Math.sqrt(3 / size);
      const uniform = tf.initializers.randomUniform({ minval: -limit, maxval: limit });
      this.scale = this.addWeight('scale', [size], 'float32', uniform);
    }
    this.built = true;
  }

  protected override scores(query: tf.Tensor, key: tf.Tensor): tf.Tensor {
    const bent = tf.tanh(sums(query, key));
    return tf.sum(this.scale === null ? bent : tf.mul(bent, this.scale.read()), -1);
  }
}
tf.serialization.registerClass(AdditiveAttention);

/** As Keras's Attention. */
export function attention(args: AttentionArgs): tf.layers.Layer {
  return new Attention(args);
}

/** As Keras's AdditiveAttention. */
export function additiveAttention(args: CommonArgs): tf.layers.Layer {
  return new AdditiveAttention(args);
}

/** Each step of the query plus each of the keys: (batch, steps, keys, size). */
function sums(query: tf.Tensor, key: tf.Tensor): tf.Tensor {
  return tf.add(tf.expandDims(query, 2), tf.expandDims(key, 1));
}

/** Shapes of query, value and key. */
function shapesOf(inputShape: tf.Shape | tf.Shape[]): readonly [tf.Shape, tf.Shape, tf.Shape] {
  const shapes = (Array.isArray(inputShape[0]) ? inputShape : [inputShape]) as tf.Shape[];
  const [query, value = query, key = value] = shapes;
  if (query === undefined || value === undefined || key === undefined || shapes.length > 3) {
    throw new Error('The layer takes one to three inputs.');
  }
  if ([query, value, key].some(({ length }) => length !== 3)) {
    throw new Error('The layer takes sequences.');
  }
  const differ = (a: number | null = null, b: number | null = null) =>
    a !== null && b !== null && a !== b;
  if (differ(value[1], key[1])) throw new Error('The layer needs a key for each value.');
  if (differ(query[2], key[2])) throw new Error('The layer needs keys as long as queries.');
  return [query, value, key];
}
