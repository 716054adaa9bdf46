import type * as tfjs from '@tensorflow/tfjs';
import { dataTypes } from '#main/engine/graphMode/dataTypes.ts';
import type { GraphContext } from '#main/engine/graphMode/graphContext.ts';
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
      const fused = tf.customGrad((z, save) => {
        const [loss, gradient] = ops.runMany(
          'SparseSoftmaxCrossEntropyWithLogits',
          [z as tfjs.Tensor, classes],
          2,
          [ops.float32, ops.type('Tlabels', dataTypes.int32)],
        );
        if (loss === undefined || gradient === undefined) throw new Error('No loss was made.');
        (save as tfjs.GradSaveFunc)([gradient]);
        return {
          value: loss,
          gradFunc: (dy: tfjs.Tensor, saved: tfjs.Tensor[]) =>
            tf.mul(tf.reshape(dy, [-1, 1]), saved[0] ?? gradient),
        };
      });
      const loss = fused(tf.reshape(logits, [rows, prediction.shape.at(-1) ?? 1]));
      return tf.reshape(loss, prediction.shape.slice(0, -1));
    },
  },
  categoricalCrossentropy: {
    activation: 'Softmax',
    loss(context, target, prediction, logits) {
      const { tf } = context;
      const ops = new NativeOps(context);
      const classes = prediction.shape.at(-1) ?? 1;
      const flat = tf.reshape(target, [-1, classes]);
      const fused = tf.customGrad((z, save) => {
        const [loss] = ops.runMany('SoftmaxCrossEntropyWithLogits', [z as tfjs.Tensor, flat], 2);
        if (loss === undefined) throw new Error('SoftmaxCrossEntropyWithLogits gave nothing.');
        (save as tfjs.GradSaveFunc)([prediction]);
        return {
          value: loss,
          gradFunc: (dy: tfjs.Tensor, saved: tfjs.Tensor[]) => {
            const probability = tf.reshape(saved[0] ?? prediction, [-1, classes]);
            // TensorFlow's own gradient holds only for targets that add up to 1.
            const targets = tf.reshape(target, [-1, classes]);
            const total = tf.sum(targets, -1, true);
            const gradient = tf.sub(tf.mul(probability, total), targets);
            return tf.mul(tf.reshape(dy, [-1, 1]), gradient);
          },
        };
      });
      const loss = fused(tf.reshape(logits, [-1, classes]));
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
