// Computes in a process of its own what `biasAfterSum` is for: TensorFlow's optimizer complains to stderr only.
import * as tf from '@tensorflow/tfjs';
import { graphContext } from '#main/engine/graphMode/graphContext.ts';
import { openNativeForTests } from '#main/engine/graphMode/nativeForTests.ts';
import { record } from '#main/engine/graphMode/recorder.ts';
import { compute, values } from '#main/engine/graphMode/rewrites/computeForTests.ts';
import { rewriteProgram } from '#main/engine/graphMode/rewrites/index.ts';
import { tidily } from '#main/engine/graphMode/tidily.ts';

const shapes = [[4, 6], [6, 6], [6], [2, 5, 5, 3], [3, 3, 3, 1], [3]] as const;

/** A step of a recurrent layer, a dense residual block, and a depthwise one. */
function sums(given: readonly tf.Tensor[]): tf.Tensor[] {
  // TensorFlow's optimizer trusts the shapes that a graph itself gives to what it is fed with.
  const shaped = given.map((tensor, index) => tf.reshape(tensor, [...(shapes[index] ?? [])]));
  const [x, weights, bias, picture, kernel, last] = shaped as [
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor1D,
    tf.Tensor4D,
    tf.Tensor4D,
    tf.Tensor1D,
  ];
  const dense = tf.add(tf.matMul(x, weights), bias);
  const depthwise = tf.add(tf.depthwiseConv2d(picture, kernel, 1, 'same'), last);
  return [
    tf.relu(tf.add(dense, tf.matMul(tf.square(x), weights))),
    tf.elu(tf.add(x, tf.add(tf.matMul(tf.abs(x), weights), bias))),
    tf.add(depthwise, picture),
  ];
}

async function main(): Promise<void> {
  const context = graphContext(await openNativeForTests());
  const program = tidily(tf, () => {
    const tensors = shapes.map((shape) => tf.tensor1d(values(shape)));
    return record(context, tensors, () => sums(tensors));
  });
  compute(context, rewriteProgram(program), shapes.map(values));
  console.log('computed');
}

void main();
