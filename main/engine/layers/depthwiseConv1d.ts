import * as tf from '@tensorflow/tfjs';

type DepthwiseArgs = Parameters<typeof tf.layers.depthwiseConv2d>[0];
type SeparableArgs = Parameters<typeof tf.layers.separableConv2d>[0];
type Initializer = ReturnType<typeof tf.initializers.zeros>;
type Regularizer = ReturnType<typeof tf.regularizers.l1l2>;
type Constraint = ReturnType<typeof tf.constraints.nonNeg>;

/** What tfjs's convolutions keep of their arguments, and their weights. */
interface ConvolutionLayer extends tf.layers.Layer {
  kernelSize: readonly number[];
  strides: readonly number[];
  dilationRate: readonly number[];
  readonly padding: 'valid' | 'same';
  readonly useBias: boolean;
  readonly depthMultiplier: number;
  readonly activation: { apply(tensor: tf.Tensor): tf.Tensor } | null;
  depthwiseKernel: tf.LayerVariable;
  bias: tf.LayerVariable | null;
  readonly depthwiseInitializer: Initializer;
  readonly depthwiseRegularizer: Regularizer;
  readonly depthwiseConstraint: Constraint | null;
  readonly biasInitializer: Initializer;
  readonly biasRegularizer: Regularizer;
  readonly biasConstraint: Constraint;
}

interface SeparableLayer extends ConvolutionLayer {
  readonly pointwiseKernel: tf.LayerVariable;
}

const StockDepthwise = tf.layers.depthwiseConv2d({ kernelSize: 1 })
  .constructor as unknown as tf.serialization.SerializableConstructor<ConvolutionLayer>;

/** tfjs's separable convolution for any number of axes, of which only two are computed. */
const StockSeparable = Object.getPrototypeOf(
  tf.layers.separableConv2d({ filters: 1, kernelSize: 1 }).constructor,
) as (new (rank: number, args: SeparableArgs) => SeparableLayer) & { readonly className: string };

// Import this file before a saved model with such a layer is loaded.

/** A convolution of each channel of a sequence by itself, which tf.layers lacks. */
class DepthwiseConv1D extends StockDepthwise {
  static override readonly className: string = 'DepthwiseConv1D';

  constructor(args: DepthwiseArgs) {
    const inRow = (value: number | readonly number[] = 1): [number, number] => [
      1,
      [value].flat()[0] ?? 1,
    ];
    super({
      ...args,
      kernelSize: inRow(args.kernelSize),
      strides: inRow(args.strides),
      dilationRate: inRow(args.dilationRate),
    });
    checkStrides(this);
    this.inputSpec = [new tf.InputSpec({ ndim: 3 })];
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const channels = (inputShape as tf.Shape)[2];
    if (typeof channels !== 'number') throw new Error('DepthwiseConv1D needs known channels.');
    this.depthwiseKernel = this.addWeight(
      'depthwise_kernel',
      [this.kernelSize[1] ?? 1, channels, this.depthMultiplier],
      'float32',
      this.depthwiseInitializer,
      this.depthwiseRegularizer,
      true,
      this.depthwiseConstraint ?? undefined,
    );
    this.bias = this.useBias
      ? this.addWeight(
          'bias',
          [channels * this.depthMultiplier],
          'float32',
          this.biasInitializer,
          this.biasRegularizer,
          true,
          this.biasConstraint,
        )
      : null;
    this.built = true;
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [batch = null, steps = null, channels = null] = inputShape as tf.Shape;
    return [
      batch,
      steps === null ? null : convolvedLength(steps, this, 1),
      channels === null ? null : channels * this.depthMultiplier,
    ];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const row = convolveRow(inputs, this.depthwiseKernel.read(), this, 1);
      return finish(row, this);
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    const constraint = this.depthwiseConstraint;
    return {
      ...super.getConfig(),
      kernelSize: this.kernelSize.slice(1),
      strides: this.strides.slice(1),
      dilationRate: this.dilationRate.slice(1),
      // tfjs writes the regularizer in this place.
      depthwiseConstraint:
        constraint === null
          ? null
          : { className: constraint.getClassName(), config: constraint.getConfig() },
    };
  }
}
tf.serialization.registerClass(DepthwiseConv1D);

/** A depthwise convolution of a sequence, then a mixture of its channels, which tf.layers builds and does not compute. */
class SeparableConv1D extends StockSeparable {
  static override readonly className: string = 'SeparableConv1D';

  constructor(args: SeparableArgs) {
    super(1, args);
    checkStrides(this);
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const row = convolveRow(inputs, this.depthwiseKernel.read(), this, 0);
      const mixture = tf.expandDims<tf.Tensor4D>(this.pointwiseKernel.read(), 0);
      return finish(tf.conv2d(row, mixture, 1, 'valid'), this);
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    // tfjs forgets it.
    return { ...super.getConfig(), depthMultiplier: this.depthMultiplier };
  }
}
tf.serialization.registerClass(
  SeparableConv1D as unknown as tf.serialization.SerializableConstructor<SeparableLayer>,
);

/** As Keras's DepthwiseConv1D; its arguments are those of tf.layers.depthwiseConv2d, for one axis. */
export function depthwiseConv1d(args: DepthwiseArgs): tf.layers.Layer {
  return new DepthwiseConv1D(args);
}

/** As Keras's SeparableConv1D; its arguments are those of tf.layers.separableConv2d, for one axis. */
export function separableConv1d(args: SeparableArgs): tf.layers.Layer {
  return new SeparableConv1D(args);
}

function checkStrides({ name, strides, dilationRate }: ConvolutionLayer): void {
  if (strides.some((stride) => stride > 1) && dilationRate.some((rate) => rate > 1)) {
    throw new Error(`${name} has strides or a dilation rate, not both.`);
  }
}

/** Steps from the first to the last that the kernel sees, less one. */
function reach({ kernelSize, dilationRate }: ConvolutionLayer, axis: number): number {
  return ((kernelSize[axis] ?? 1) - 1) * (dilationRate[axis] ?? 1);
}

function convolvedLength(steps: number, layer: ConvolutionLayer, axis: number): number {
  const positions = layer.padding === 'same' ? steps : steps - reach(layer, axis);
  return Math.ceil(positions / (layer.strides[axis] ?? 1));
}

/** The depthwise convolution of a sequence as an image of one row; the layer's numbers for it stand at `axis`. */
function convolveRow(
  inputs: tf.Tensor | tf.Tensor[],
  weights: tf.Tensor,
  layer: ConvolutionLayer,
  axis: number,
): tf.Tensor4D {
  const [input] = Array.isArray(inputs) ? inputs : [inputs];
  if (input === undefined) throw new Error(`${layer.name} needs an input.`);
  const row = tf.expandDims<tf.Tensor4D>(input, 1);
  const kernel = tf.expandDims<tf.Tensor4D>(weights, 0);
  const rate = layer.dilationRate[axis] ?? 1;
  if (rate === 1) return tf.depthwiseConv2d(row, kernel, layer.strides[axis] ?? 1, layer.padding);
  // Every n-th step becomes a row of its own, convolved without dilation, whose gradient every backend has.
  const around = layer.padding === 'same' ? reach(layer, axis) : 0;
  const before = Math.floor(around / 2);
  const surplus = (rate - ((row.shape[2] + around) % rate)) % rate;
  const parts = tf.spaceToBatchND(
    row,
    [1, rate],
    [
      [0, 0],
      [before, around - before + surplus],
    ],
  );
  return tf.batchToSpaceND(
    tf.depthwiseConv2d(parts, kernel, 1, 'valid'),
    [1, rate],
    [
      [0, 0],
      [0, surplus],
    ],
  );
}

/** Bias and activation of a row, which is a sequence again. */
function finish(row: tf.Tensor4D, { bias, activation }: ConvolutionLayer): tf.Tensor {
  const convolved: tf.Tensor = tf.squeeze(row, [1]);
  const biased = bias === null ? convolved : tf.add(convolved, bias.read());
  return activation === null ? biased : activation.apply(biased);
}
