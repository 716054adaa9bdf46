import type * as tfjs from '@tensorflow/tfjs';
import { dataTypes } from '#main/engine/graphMode/dataTypes.ts';
import type { GraphContext } from '#main/engine/graphMode/graphContext.ts';
import { NativeOps } from '#main/engine/graphMode/nativeOps.ts';
import { tfjsCore } from '#main/engine/graphMode/tfjsCore.ts';

/** Spreads the numbers of call sites over 32 bits: the golden ratio's fraction. */
const spread = 0x9e3779b1;

/**
 * Runs `work` with tfjs's random functions as ops of TensorFlow that depend on nothing but their key: `key` is int32 [seed,
 * step], and each call adds its own number to the seed. So a step's masks and noise can be repeated, on any number of
 * threads and in another process.
 */
export function withGraphRandom<Value>(
  context: GraphContext,
  key: tfjs.Tensor1D,
  work: () => Value,
): Value {
  const { tf } = context;
  const core = tfjsCore();
  const stock = { ...core };
  const ops = new NativeOps(context);
  let calls = 0;
  const draw = (op: string, shape: number[]): tfjs.Tensor => {
    const site = tf.tensor1d([Math.imul(spread, ++calls), 0], 'int32');
    const seed = ops.run('AddV2', [key, site], [ops.type('T', dataTypes.int32)]);
    return ops.run(
      op,
      [tf.tensor1d(shape, 'int32'), seed],
      [
        ops.type('dtype', dataTypes.float32),
        ops.type('T', dataTypes.int32),
        ops.type('Tseed', dataTypes.int32),
      ],
    );
  };
  const normal =
    (op: string) =>
    (shape: number[], mean = 0, standardDeviation = 1): tfjs.Tensor =>
      tf.tidy(() => tf.add(tf.mul(draw(op, shape), standardDeviation), mean));
  const uniform = (shape: number[], low = 0, high = 1): tfjs.Tensor =>
    tf.tidy(() => {
      const drawn = draw('StatelessRandomUniform', shape);
      return low === 0 && high === 1 ? drawn : tf.add(tf.mul(drawn, high - low), low);
    });
  const dropout = (x: tfjs.Tensor, rate: number, noiseShape?: (number | null)[] | null) =>
    tf.tidy(() => {
      if (rate === 0) return tf.clone(x);
      const shape = (noiseShape ?? x.shape).map((size, axis) => size ?? x.shape[axis] ?? 1);
      const kept = tf.cast(tf.greaterEqual(uniform(shape), rate), 'float32');
      return tf.mul(tf.mul(x, 1 / (1 - rate)), kept);
    });
  Object.assign(core, {
    dropout,
    randomUniform: uniform,
    randomNormal: normal('StatelessRandomNormal'),
    truncatedNormal: normal('StatelessTruncatedNormal'),
  });
  try {
    return work();
  } finally {
    Object.assign(core, stock);
  }
}
