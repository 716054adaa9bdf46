import type * as tfjs from '@tensorflow/tfjs';
import { dataTypes } from '#main/engine/graphMode/dataTypes.ts';
import type { GraphContext, OpAttribute } from '#main/engine/graphMode/graphContext.ts';
import type { LogitsOf } from '#main/engine/graphMode/logits.ts';
import { NativeOps } from '#main/engine/graphMode/nativeOps.ts';

/** Compares targets with predictions. */
type Comparison = (target: tfjs.Tensor, prediction: tfjs.Tensor) => tfjs.Tensor;

/**
 * The loss of this kind, taken from logits where the prediction has some: one op instead of clipping, normalizing and
 * logarithms, with the same numbers. Only where tfjs clips, at probabilities below 1e-7, it still has a gradient, as in
 * Keras.
 */
export function lossFromLogits(
  context: GraphContext,
  kind: string,
  stock: Comparison,
  logitsOf: LogitsOf,
): Comparison {
  const rule = rules[kind];
  if (rule === undefined) return stock;
  return (target, prediction) => {
    const logits = logitsOf(prediction, rule.activation);
    return logits === null
      ? stock(target, prediction)
      : context.tf.tidy(() => rule.loss(context, target, prediction, logits));
  };
}

interface Rule {
  readonly activation: 'Softmax' | 'Sigmoid';
  readonly loss: (
    context: GraphContext,
    target: tfjs.Tensor,
    prediction: tfjs.Tensor,
    logits: tfjs.Tensor,
  ) => tfjs.Tensor;
}

const rules: Readonly<Record<string, Rule>> = {
  sparseCategoricalCrossentropy: {
    activation: 'Softmax',
    loss(context, target, prediction, logits) {
      const { tf } = context;
      const ops = new NativeOps(context);
      const rows = prediction.size / (prediction.shape.at(-1) ?? 1);
      const classes = tf.cast(tf.floor(tf.reshape(target, [rows])), 'int32');
      const loss = crossentropy(context, 'SparseSoftmaxCrossEntropyWithLogits', logits, classes, [
        ops.float32,
        ops.type('Tlabels', dataTypes.int32),
      ]);
      return tf.reshape(loss, prediction.shape.slice(0, -1));
    },
  },
  categoricalCrossentropy: {
    activation: 'Softmax',
    loss(context, target, prediction, logits) {
      const { tf } = context;
      const flat = tf.reshape(target, [-1, prediction.shape.at(-1) ?? 1]);
      const loss = crossentropy(context, 'SoftmaxCrossEntropyWithLogits', logits, flat, [
        new NativeOps(context).float32,
      ]);
      return tf.reshape(loss, prediction.shape.slice(0, -1));
    },
  },
  binaryCrossentropy: {
    activation: 'Sigmoid',
    // −t·log σ(z) − (1−t)·log(1−σ(z)) = softplus(z) − z·t, whose derivative is σ(z) − t.
    loss(context, target, prediction, logits) {
      const { tf } = context;
      const ops = new NativeOps(context);
      const fused = tf.customGrad((z, save) => {
        (save as tfjs.GradSaveFunc)([prediction]);
        return {
          value: tf.sub(ops.run('Softplus', [z as tfjs.Tensor]), tf.mul(z as tfjs.Tensor, target)),
          gradFunc: (dy: tfjs.Tensor, saved: tfjs.Tensor[]) => {
            const [probability = prediction] = saved;
            return tf.mul(dy, tf.sub(probability, target));
          },
        };
      });
      return tf.mean(fused(logits), -1);
    },
  },
};

/** Losses of rows (rows), with TensorFlow's own gradient. */
function crossentropy(
  context: GraphContext,
  op: string,
  logits: tfjs.Tensor,
  target: tfjs.Tensor,
  attributes: readonly OpAttribute[],
): tfjs.Tensor {
  const { tf } = context;
  const ops = new NativeOps(context);
  const fused = tf.customGrad((z, save) => {
    const [loss, gradient] = ops.runMany(op, [z as tfjs.Tensor, target], 2, attributes);
    if (loss === undefined || gradient === undefined) throw new Error(`${op} gave nothing.`);
    (save as tfjs.GradSaveFunc)([gradient]);
    return {
      value: loss,
      gradFunc: (dy: tfjs.Tensor, saved: tfjs.Tensor[]) =>
        tf.mul(tf.reshape(dy, [-1, 1]), saved[0] ?? gradient),
    };
  });
  return fused(tf.reshape(logits, [-1, logits.shape.at(-1) ?? 1]));
}
