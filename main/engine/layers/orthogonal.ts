import * as tf from '@tensorflow/tfjs';

/** What tfjs's Orthogonal keeps of its arguments. */
interface Orthogonal {
  readonly gain: number;
  readonly seed?: number;
}

/**
 * tfjs's orthogonal initializer with its own numbers, in milliseconds instead of up to minutes: tfjs decomposes the random
 * matrix by a chain of thousands of tensors. Its class draws so from the first call on, wherever it is made (a
 * bidirectional layer copies its layer, a saved model is read), and models are saved as ever.
 */
export function orthogonal(args: { readonly gain?: number; readonly seed?: number }) {
  const initializer = tf.initializers.orthogonal(args);
  const prototype = Object.getPrototypeOf(initializer) as { apply: typeof draw };
  prototype.apply = draw;
  return initializer;
}

/**
 * A weight whose rows or columns, whichever are fewer, have the length `gain` and stand at right angles; all axes but the
 * last count as rows.
 */
function draw(this: Orthogonal, shape: number[]): tf.Tensor {
  if (shape.length < 2) throw new Error('Orthogonal needs a weight with two axes or more.');
  const columns = shape[shape.length - 1] ?? 1;
  const rows = tf.util.sizeFromShape(shape.slice(0, -1));
  const count = Math.min(rows, columns);
  const length = Math.max(rows, columns);
  return tf.tidy(() => {
    const random = tf.randomNormal([length, count], 0, 1, 'float32', this.seed).transpose();
    const vectors = tf.tensor2d(orthonormal(random.dataSync(), count, length), [count, length]);
    const matrix = rows < columns ? vectors : vectors.transpose();
    return matrix.mul(this.gain).reshape(shape);
  });
}

/** The vectors, one after the other, made orthonormal by Gram and Schmidt's process (modified, in double precision). */
function orthonormal(values: ArrayLike<number>, count: number, length: number): Float32Array {
  const all = Float64Array.from(values);
  const vectors = Array.from({ length: count }, (_, index) =>
    all.subarray(index * length, (index + 1) * length),
  );
  for (const [index, vector] of vectors.entries()) {
    const size = Math.sqrt(dot(vector, vector));
    for (let at = 0; at < length; at += 1) vector[at] = (vector[at] ?? 0) / size;
    for (const other of vectors.slice(index + 1)) {
      const share = dot(other, vector);
      for (let at = 0; at < length; at += 1)
        other[at] = (other[at] ?? 0) - share * (vector[at] ?? 0);
    }
  }
  return Float32Array.from(all);
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += (left[at] ?? 0) * (right[at] ?? 0);
  return sum;
}
