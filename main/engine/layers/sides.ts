import * as tf from '@tensorflow/tfjs';

type LayerArgs = ConstructorParameters<typeof tf.layers.Layer>[0];
type DataFormat = 'channelsFirst' | 'channelsLast';
type Pair = readonly [number, number];

/** How much is added or cut off before and after: a pair for a sequence, three pairs for a volume. */
type Sides<Value> = LayerArgs & Value & { readonly dataFormat?: DataFormat };

// tf.layers has these layers for images only. Import this file before a saved model with such a layer is loaded.

function only(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
  const [input] = Array.isArray(inputs) ? inputs : [inputs];
  if (input === undefined) throw new Error('The layer needs an input.');
  return input;
}

function spatialPairs(sides: readonly number[] | readonly Pair[]): readonly Pair[] {
  return (typeof sides[0] === 'number' ? [sides] : sides) as readonly Pair[];
}

/** A pair for each axis, with none for the batch and the channels. */
function pairsOf(sides: readonly number[] | readonly Pair[], dataFormat: DataFormat): Pair[] {
  const spatial = spatialPairs(sides);
  const none: Pair = [0, 0];
  return dataFormat === 'channelsFirst' ? [none, none, ...spatial] : [none, ...spatial, none];
}

function changed(shape: tf.Shape | tf.Shape[], pairs: readonly Pair[], sign: number): tf.Shape {
  return (shape as tf.Shape).map((size, axis) => {
    const [before, after] = pairs[axis] ?? [0, 0];
    return size === null ? null : size + sign * (before + after);
  });
}

/** Adds zeros. */
abstract class ZeroPadding extends tf.layers.Layer {
  private readonly padding: readonly number[] | readonly Pair[];
  private readonly dataFormat: DataFormat;

  constructor(args: Sides<{ readonly padding: readonly number[] | readonly Pair[] }>) {
    super(args);
    this.padding = args.padding;
    this.inputSpec = [new tf.InputSpec({ ndim: spatialPairs(args.padding).length + 2 })];
    this.dataFormat = args.dataFormat ?? 'channelsLast';
  }

  override computeOutputShape(shape: tf.Shape | tf.Shape[]): tf.Shape {
    return changed(shape, pairsOf(this.padding, this.dataFormat), 1);
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const pairs = pairsOf(this.padding, this.dataFormat);
    return tf.pad(
      only(inputs),
      pairs.map(([before, after]): [number, number] => [before, after]),
    );
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {
      ...super.getConfig(),
      padding: this.padding as tf.serialization.ConfigDictArray,
      dataFormat: this.dataFormat,
    };
  }
}

/** Cuts off what is at the ends. */
abstract class Cropping extends tf.layers.Layer {
  private readonly cropping: readonly number[] | readonly Pair[];
  private readonly dataFormat: DataFormat;

  constructor(args: Sides<{ readonly cropping: readonly number[] | readonly Pair[] }>) {
    super(args);
    this.cropping = args.cropping;
    this.inputSpec = [new tf.InputSpec({ ndim: spatialPairs(args.cropping).length + 2 })];
    this.dataFormat = args.dataFormat ?? 'channelsLast';
  }

  override computeOutputShape(shape: tf.Shape | tf.Shape[]): tf.Shape {
    return changed(shape, pairsOf(this.cropping, this.dataFormat), -1);
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const input = only(inputs);
    const pairs = pairsOf(this.cropping, this.dataFormat);
    return tf.slice(
      input,
      pairs.map(([before]) => before),
      changed(input.shape, pairs, -1) as number[],
    );
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {
      ...super.getConfig(),
      cropping: this.cropping as tf.serialization.ConfigDictArray,
      dataFormat: this.dataFormat,
    };
  }
}

/** Zeros before and after a sequence. */
class ZeroPadding1D extends ZeroPadding {
  static readonly className: string = 'ZeroPadding1D';
}
tf.serialization.registerClass(ZeroPadding1D);

/** Zeros around a volume. */
class ZeroPadding3D extends ZeroPadding {
  static readonly className: string = 'ZeroPadding3D';
}
tf.serialization.registerClass(ZeroPadding3D);

/** A sequence without its first and last steps. */
class Cropping1D extends Cropping {
  static readonly className: string = 'Cropping1D';
}
tf.serialization.registerClass(Cropping1D);

/** A volume without what lies at its sides. */
class Cropping3D extends Cropping {
  static readonly className: string = 'Cropping3D';
}
tf.serialization.registerClass(Cropping3D);

/** As Keras's ZeroPadding1D. */
export function zeroPadding1d(args: Sides<{ readonly padding: readonly number[] }>) {
  return new ZeroPadding1D(args);
}

/** As Keras's ZeroPadding3D. */
export function zeroPadding3d(args: Sides<{ readonly padding: readonly (readonly number[])[] }>) {
  return new ZeroPadding3D({ ...args, padding: args.padding as readonly Pair[] });
}

/** As Keras's Cropping1D. */
export function cropping1D(args: Sides<{ readonly cropping: readonly number[] }>) {
  return new Cropping1D(args);
}

/** As Keras's Cropping3D. */
export function cropping3D(args: Sides<{ readonly cropping: readonly (readonly number[])[] }>) {
  return new Cropping3D({ ...args, cropping: args.cropping as readonly Pair[] });
}
