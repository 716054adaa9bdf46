import * as tf from '@tensorflow/tfjs';

type LayerArgs = ConstructorParameters<typeof tf.layers.Layer>[0];
type GroupArgs = NonNullable<Parameters<typeof tf.layers.batchNormalization>[0]> & {
  readonly groups: number;
};
type RmsArgs = LayerArgs & { readonly epsilon?: number };
type UnitArgs = LayerArgs & { readonly axis?: number };
type Initializer = ReturnType<typeof tf.initializers.zeros>;
type Regularizer = ReturnType<typeof tf.regularizers.l1l2>;
type Constraint = ReturnType<typeof tf.constraints.nonNeg>;

/** What tfjs's batch normalization keeps of its arguments. */
interface NormalizationLayer extends tf.layers.Layer {
  readonly axis: number;
  readonly epsilon: number;
  readonly center: boolean;
  readonly scale: boolean;
  readonly betaInitializer: Initializer;
  readonly gammaInitializer: Initializer;
  readonly betaRegularizer: Regularizer;
  readonly gammaRegularizer: Regularizer;
  readonly betaConstraint: Constraint;
  readonly gammaConstraint: Constraint;
}

const Stock = tf.layers.batchNormalization()
  .constructor as unknown as tf.serialization.SerializableConstructor<NormalizationLayer>;

// Import this file before a saved model with such a layer is loaded.

/** Normalization of groups of channels (Wu & He 2018). */
class GroupNormalization extends Stock {
  static override readonly className: string = 'GroupNormalization';
  private readonly groups: number;
  private gammaWeight: tf.LayerVariable | null = null;
  private betaWeight: tf.LayerVariable | null = null;

  constructor(args: GroupArgs) {
    super(args);
    this.groups = args.groups;
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const shape = inputShape as tf.Shape;
    const channels = shape[(this.axis + shape.length) % shape.length];
    if (typeof channels !== 'number') throw new Error('GroupNormalization needs known channels.');
    if (channels % this.groupsOf(channels) !== 0) {
      throw new Error(`${channels} channels do not make ${this.groups} groups.`);
    }
    this.gammaWeight = this.scale
      ? this.addWeight(
          'gamma',
          [channels],
          'float32',
          this.gammaInitializer,
          this.gammaRegularizer,
          true,
          this.gammaConstraint,
        )
      : null;
    this.betaWeight = this.center
      ? this.addWeight(
          'beta',
          [channels],
          'float32',
          this.betaInitializer,
          this.betaRegularizer,
          true,
          this.betaConstraint,
        )
      : null;
    this.built = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = only(inputs);
      const channelsAxis = (this.axis + input.rank) % input.rank;
      const axes = [...input.shape.keys()];
      const order = [...axes.filter((axis) => axis !== channelsAxis), channelsAxis];
      const turned = tf.transpose(input, order);
      const [batch = 1] = turned.shape;
      const channels = turned.shape.at(-1) ?? 1;
      const groups = this.groupsOf(channels);
      const grouped = tf.reshape(turned, [batch, -1, groups, channels / groups]);
      const { mean, variance } = tf.moments(grouped, [1, 3], true);
      const spread = tf.rsqrt(tf.add(variance, this.epsilon));
      const normalized = tf.reshape(tf.mul(tf.sub(grouped, mean), spread), turned.shape);
      const scaled = this.gammaWeight ? tf.mul(normalized, this.gammaWeight.read()) : normalized;
      const moved = this.betaWeight ? tf.add(scaled, this.betaWeight.read()) : scaled;
      return tf.transpose(
        moved,
        axes.map((axis) => order.indexOf(axis)),
      );
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    const {
      momentum: _momentum,
      movingMeanInitializer: _mean,
      movingVarianceInitializer: _variance,
      ...config
    } = super.getConfig();
    return { ...config, groups: this.groups };
  }

  /** −1: each channel is a group of its own. */
  private groupsOf(channels: number): number {
    return this.groups === -1 ? channels : this.groups;
  }
}
tf.serialization.registerClass(GroupNormalization);

/** Division by the root of the mean square along the last axis (Zhang & Sennrich 2019). */
class RMSNormalization extends tf.layers.Layer {
  static readonly className: string = 'RMSNormalization';
  private readonly epsilon: number;
  private scale: tf.LayerVariable | null = null;

  constructor(args: RmsArgs) {
    super(args);
    this.epsilon = args.epsilon ?? 1e-6;
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const size = (inputShape as tf.Shape).at(-1);
    if (typeof size !== 'number') throw new Error('RMSNormalization needs known features.');
    this.scale = this.addWeight('scale', [size], 'float32', tf.initializers.ones());
    this.built = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = only(inputs);
      const square = tf.mean(tf.square(input), -1, true);
      const normalized = tf.mul(input, tf.rsqrt(tf.add(square, this.epsilon)));
      return this.scale ? tf.mul(normalized, this.scale.read()) : normalized;
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), epsilon: this.epsilon };
  }
}
tf.serialization.registerClass(RMSNormalization);

/** Vectors of length 1 along an axis. */
class UnitNormalization extends tf.layers.Layer {
  static readonly className: string = 'UnitNormalization';
  private readonly axis: number;

  constructor(args: UnitArgs) {
    super(args);
    this.axis = args.axis ?? -1;
    this.supportsMasking = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = only(inputs);
      const square = tf.sum(tf.square(input), this.axis, true);
      // A vector of zeros stays one.
      return tf.mul(input, tf.rsqrt(tf.maximum(square, 1e-24)));
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), axis: this.axis };
  }
}
tf.serialization.registerClass(UnitNormalization);

/** As Keras's GroupNormalization. */
export function groupNormalization(args: GroupArgs): tf.layers.Layer {
  return new GroupNormalization(args);
}

/** As Keras's RMSNormalization over the last axis. */
export function rmsNormalization(args: RmsArgs): tf.layers.Layer {
  return new RMSNormalization(args);
}

/** As Keras's UnitNormalization over one axis. */
export function unitNormalization(args: UnitArgs): tf.layers.Layer {
  return new UnitNormalization(args);
}

function only(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
  const [input] = Array.isArray(inputs) ? inputs : [inputs];
  if (input === undefined) throw new Error('The layer needs an input.');
  return input;
}
