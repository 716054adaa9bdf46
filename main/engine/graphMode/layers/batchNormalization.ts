import type * as tfjs from '@tensorflow/tfjs';
import { dataTypes } from '#main/engine/graphMode/dataTypes.ts';
import type { GraphContext } from '#main/engine/graphMode/graphContext.ts';
import { withLayerCall } from '#main/engine/graphMode/layers/prototypes.ts';
import { NativeOps } from '#main/engine/graphMode/nativeOps.ts';

/** The parts of tfjs's layer that its call uses. */
interface BatchNormalization {
  readonly axis: number;
  readonly epsilon: number;
  readonly momentum: number;
  readonly gamma: tfjs.LayerVariable | undefined;
  readonly beta: tfjs.LayerVariable | undefined;
  readonly movingMean: tfjs.LayerVariable;
  readonly movingVariance: tfjs.LayerVariable;
}

/** Runs `work` with batch normalization as TensorFlow's one op forward and one back, while training over the last axis. */
export function withFusedBatchNormalization<Value>(
  context: GraphContext,
  work: () => Value,
): Value {
  const { tf } = context;
  return withLayerCall(
    tf.layers.batchNormalization(),
    (given, [x], { training }) => {
      const layer = given as unknown as BatchNormalization;
      if (x === undefined || training !== true || x.dtype !== 'float32') return null;
      const axis = (layer.axis + x.rank) % x.rank;
      return axis === x.rank - 1 ? tf.tidy(() => normalize(context, layer, x)) : null;
    },
    work,
  );
}

function normalize(context: GraphContext, layer: BatchNormalization, x: tfjs.Tensor): tfjs.Tensor {
  const { tf } = context;
  const ops = new NativeOps(context);
  const channels = x.shape.at(-1) ?? 1;
  const count = x.size / channels;
  const image = x.rank === 4 ? x : tf.reshape(x, [count, 1, 1, channels]);
  const attributes = [
    ops.float32,
    ops.type('U', dataTypes.float32),
    ops.float('epsilon', layer.epsilon),
    ops.text('data_format', 'NHWC'),
    ops.boolean('is_training', true),
  ];
  const statistics: tfjs.Tensor[] = [];
  const fused = tf.customGrad((...given) => {
    const [value, gamma, beta, save] = given as [
      tfjs.Tensor,
      tfjs.Tensor,
      tfjs.Tensor,
      tfjs.GradSaveFunc,
    ];
    const empty = tf.tensor1d([], 'float32');
    const [y, mean, variance, ...reserved] = ops.runMany(
      'FusedBatchNormV3',
      [value, gamma, beta, empty, empty],
      6,
      [...attributes, ops.float('exponential_avg_factor', 1)],
    );
    if (y === undefined || mean === undefined || variance === undefined) {
      throw new Error('FusedBatchNormV3 gave nothing.');
    }
    statistics.push(tf.keep(mean), tf.keep(variance));
    save([value, gamma, ...reserved]);
    return {
      value: y,
      gradFunc: (dy: tfjs.Tensor, saved: tfjs.Tensor[]) =>
        ops.runMany('FusedBatchNormGradV3', [dy, ...saved], 5, attributes).slice(0, 3),
    };
  });
  const y = fused(
    image,
    layer.gamma?.read() ?? tf.ones([channels]),
    layer.beta?.read() ?? tf.zeros([channels]),
  );
  const [mean, variance] = statistics;
  if (mean !== undefined && variance !== undefined) {
    follow(context, layer.movingMean, mean, layer.momentum);
    // TensorFlow gives the variance of the population that the batch is a sample of, tfjs remembers that of the batch.
    const ofBatch = tf.mul(variance, Math.max(count - 1, 1) / count);
    follow(context, layer.movingVariance, ofBatch, layer.momentum);
    mean.dispose();
    variance.dispose();
  }
  return x.rank === 4 ? y : tf.reshape(y, x.shape);
}

function follow(
  { tf }: GraphContext,
  moving: tfjs.LayerVariable,
  value: tfjs.Tensor,
  momentum: number,
): void {
  const old = moving.read();
  moving.write(tf.sub(old, tf.mul(tf.sub(old, value), 1 - momentum)));
}
