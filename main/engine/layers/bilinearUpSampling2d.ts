import * as tf from '@tensorflow/tfjs';

type Args = Parameters<typeof tf.layers.upSampling2d>[0];

/** What tfjs's layer keeps of its arguments. */
interface UpSamplingLayer extends tf.layers.Layer {
  readonly size: readonly number[];
  readonly dataFormat: 'channelsFirst' | 'channelsLast';
}

const Stock = tf.layers.upSampling2d({})
  .constructor as unknown as tf.serialization.SerializableConstructor<UpSamplingLayer>;

/**
 * Makes an image larger by drawing straight lines between the middles of its pixels, as Keras does: tfjs's own draws them
 * between their corners. Import this file before a saved model with such a layer is loaded.
 */
class BilinearUpSampling2D extends Stock {
  static override readonly className: string = 'BilinearUpSampling2D';

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const [input] = Array.isArray(inputs) ? inputs : [inputs];
      if (input === undefined) throw new Error('BilinearUpSampling2D needs an input.');
      const [rows = 1, columns = 1] = this.size;
      const firstAxis = this.dataFormat === 'channelsFirst' ? 2 : 1;
      return stretch(stretch(input, firstAxis, rows), firstAxis + 1, columns);
    });
  }
}
tf.serialization.registerClass(BilinearUpSampling2D);

/** tf.layers.upSampling2d with bilinear interpolation. */
export function bilinearUpSampling2d(args: Args): tf.layers.Layer {
  return new BilinearUpSampling2D(args);
}

/** A whole number of values in the place of each along one axis; beyond the ends, the values of the ends go on. */
function stretch(x: tf.Tensor, axis: number, factor: number): tf.Tensor {
  if (factor === 1) return x;
  const length = x.shape[axis] ?? 1;
  const cut = (begin: number, size: number) =>
    tf.slice(
      x,
      x.shape.map((_, index) => (index === axis ? begin : 0)),
      x.shape.map((whole, index) => (index === axis ? size : whole)),
    );
  const before = tf.concat([cut(0, 1), cut(0, length - 1)].filter(isFilled), axis);
  const after = tf.concat([cut(1, length - 1), cut(length - 1, 1)].filter(isFilled), axis);
  const parts = Array.from({ length: factor }, (_, place) => {
    // How far the new pixel's middle lies behind that of the old one, in old pixels.
    const distance = (place + 0.5) / factor - 0.5;
    if (distance === 0) return x;
    const share = Math.abs(distance);
    return tf.add(tf.mul(x, 1 - share), tf.mul(distance < 0 ? before : after, share));
  });
  return tf.reshape(
    tf.stack(parts, axis + 1),
    x.shape.map((size, index) => (index === axis ? size * factor : size)),
  );
}

function isFilled(part: tf.Tensor): boolean {
  return part.size > 0;
}
