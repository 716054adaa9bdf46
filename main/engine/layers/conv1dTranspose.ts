import * as tf from '@tensorflow/tfjs';

type Args = Parameters<typeof tf.layers.conv1d>[0];
type Initializer = ReturnType<typeof tf.initializers.zeros>;
type Regularizer = ReturnType<typeof tf.regularizers.l1l2>;
type Constraint = ReturnType<typeof tf.constraints.nonNeg>;

/** What tfjs's Conv1D keeps of its arguments, and its weights. */
interface Conv1dLayer extends tf.layers.Layer {
  readonly filters: number;
  readonly kernelSize: readonly [number];
  readonly strides: readonly [number];
  readonly padding: 'valid' | 'same';
  readonly useBias: boolean;
  readonly activation: { apply(tensor: tf.Tensor): tf.Tensor } | null;
  readonly kernelInitializer: Initializer;
  readonly kernelRegularizer: Regularizer;
  readonly kernelConstraint: Constraint;
  readonly biasInitializer: Initializer;
  readonly biasRegularizer: Regularizer;
  readonly biasConstraint: Constraint;
  kernel: tf.LayerVariable;
  bias: tf.LayerVariable | null;
}

const Stock = tf.layers.conv1d({ filters: 1, kernelSize: 1 })
  .constructor as unknown as tf.serialization.SerializableConstructor<Conv1dLayer>;

/**
 * A convolution over a sequence the other way round, which tf.layers lacks. Import this file before a saved model with such
 * a layer is loaded.
 */
class Conv1DTranspose extends Stock {
  static override readonly className: string = 'Conv1DTranspose';

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const channels = (inputShape as tf.Shape)[2];
    if (typeof channels !== 'number') throw new Error('Conv1DTranspose needs known channels.');
    this.kernel = this.addWeight(
      'kernel',
      [...this.kernelSize, this.filters, channels],
      'float32',
      this.kernelInitializer,
      this.kernelRegularizer,
      true,
      this.kernelConstraint,
    );
    this.bias = this.useBias
      ? this.addWeight(
          'bias',
          [this.filters],
          'float32',
          this.biasInitializer,
          this.biasRegularizer,
          true,
          this.biasConstraint,
        )
      : null;
    this.inputSpec = [new tf.InputSpec({ ndim: 3, axes: { 2: channels } })];
    this.built = true;
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const [batch = null, steps = null] = inputShape as tf.Shape;
    return [batch, steps === null ? null : this.enlarged(steps), this.filters];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const [input] = Array.isArray(inputs) ? inputs : [inputs];
      if (input === undefined) throw new Error('Conv1DTranspose needs an input.');
      const [batch = 1, steps = 1] = input.shape;
      const kernel = tf.expandDims<tf.Tensor4D>(this.kernel.read(), 0);
      // A sequence is an image of one row.
      const row = tf.conv2dTranspose(
        tf.expandDims<tf.Tensor4D>(input, 1),
        kernel,
        [batch, 1, this.enlarged(steps), this.filters],
        [1, this.strides[0]],
        this.padding,
      );
      const convolved: tf.Tensor = tf.squeeze(row, [1]);
      const biased = this.bias === null ? convolved : tf.add(convolved, this.bias.read());
      return this.activation === null ? biased : this.activation.apply(biased);
    });
  }

  private enlarged(steps: number): number {
    const [stride] = this.strides;
    const extra = this.padding === 'valid' ? Math.max(this.kernelSize[0] - stride, 0) : 0;
    return steps * stride + extra;
  }
}
tf.serialization.registerClass(Conv1DTranspose);

/** As Keras's Conv1DTranspose; its arguments are those of tf.layers.conv1d. */
export function conv1dTranspose(args: Args): tf.layers.Layer {
  return new Conv1DTranspose(args);
}
