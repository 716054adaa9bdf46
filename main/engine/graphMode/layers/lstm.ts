import type * as tfjs from '@tensorflow/tfjs';
import type { GraphContext } from '#main/engine/graphMode/graphContext.ts';
import { withLayerCall } from '#main/engine/graphMode/layers/prototypes.ts';
import {
  partsOfGradients,
  recurrentCall,
  wholeGradients,
} from '#main/engine/graphMode/layers/recurrent.ts';
import type {
  PartOfGradients,
  RecurrentLayer,
  RecurrentWeights,
} from '#main/engine/graphMode/layers/recurrent.ts';
import { NativeOps } from '#main/engine/graphMode/nativeOps.ts';

/** Places of tfjs's gates (input, forget, candidate, output) in each of the orders used here. */
const kernelOrder = [0, 2, 1, 3];

/**
 * Runs `work` with LSTM layers whose way forward is TensorFlow's one op for all steps, BlockLSTM. Its counterpart for the way
 * back takes the weights' gradients step by step; here LSTMBlockCellGrad does a step's element-wise work, and what does not
 * depend on the step before is taken for many steps at once. Sigmoid gates, tanh, no dropout, no mask; others are left to
 * tfjs's own.
 */
export function withHoistedLstm<Value>(context: GraphContext, work: () => Value): Value {
  return withLayerCall(
    context.tf.layers.lstm({ units: 1 }),
    (layer, inputs, kwargs) =>
      recurrentCall(context, layer as unknown as RecurrentLayer, inputs, kwargs, lstmSteps),
    work,
  );
}

/** (steps, batch, features) → (steps, batch, units), or (batch, units) of the last step. */
function lstmSteps(
  context: GraphContext,
  input: tfjs.Tensor3D,
  { kernel, recurrentKernel, bias }: RecurrentWeights,
  isLastOnly: boolean,
): tfjs.Tensor {
  const { tf } = context;
  const ops = new NativeOps(context);
  const [steps, batch, features] = input.shape;
  const [units = 1] = recurrentKernel.shape;
  const ordered = (value: tfjs.Tensor, order: readonly number[]): tfjs.Tensor => {
    const gates = tf.split(value, 4, value.rank - 1);
    return tf.concat(
      order.flatMap((gate) => gates[gate] ?? []),
      value.rank - 1,
    );
  };
  const fused = tf.customGrad((...given) => {
    const [x, k, rk, b, save] = given as [
      tfjs.Tensor,
      tfjs.Tensor,
      tfjs.Tensor,
      tfjs.Tensor,
      tfjs.GradSaveFunc,
    ];
    const rows = tf.reshape(x, [steps * batch, features]);
    const weight = tf.concat([ordered(k, kernelOrder), ordered(rk, kernelOrder)], 0);
    const peephole = tf.zeros([units]);
    const start = tf.zeros([batch, units]);
    const gateBias = ordered(b, kernelOrder);
    const sequences = ops.runMany(
      'BlockLSTM',
      [ops.integer64(steps), x, start, start, weight, peephole, peephole, peephole, gateBias],
      7,
      [
        ops.float32,
        ops.float('forget_bias', 0),
        ops.float('cell_clip', -1),
        ops.boolean('use_peephole', false),
      ],
    );
    save([rows, k, rk, ...sequences]);
    const [, , , , , , outputs = x] = sequences;
    const value = isLastOnly
      ? tf.reshape(tf.slice(outputs, [steps - 1, 0, 0], [1, batch, units]), [batch, units])
      : tf.clone(outputs);
    return {
      value,
      gradFunc: (dy: tfjs.Tensor, saved: tfjs.Tensor[]) => {
        const [savedRows, savedK, savedRk, ...flat] = saved as [
          tfjs.Tensor,
          tfjs.Tensor,
          tfjs.Tensor,
          ...tfjs.Tensor[],
        ];
        const bySteps = flat.map((each) => tf.unstack(each));
        const step = (t: number) => bySteps.map((each) => each[t]) as StepTensors;
        const states = tf.reshape(flat[6] ?? savedRows, [steps * batch, units]);
        const stepsInPart = Math.ceil(steps / partsOfGradients);
        const stateBefore = (t: number) => (t > 0 ? step(t - 1)[6] : zeros);
        const weights = ordered(savedK, kernelOrder);
        const back = ordered(savedRk, kernelOrder);
        const zeros = tf.zeros([batch, units]);
        // What the op does not look at here: its own input, peepholes, its bias.
        const none = tf.zeros([batch, 0]);
        const peephole = tf.zeros([units]);
        const noBias = tf.zeros([4 * units]);
        const outer = isLastOnly ? null : tf.unstack(dy);
        const gateGradients: tfjs.Tensor[] = [];
        const parts: PartOfGradients[] = [];
        let dc: tfjs.Tensor = zeros;
        let dh: tfjs.Tensor | null = isLastOnly ? dy : null;
        for (let t = steps - 1; t >= 0; t--) {
          const [i, c, f, o, g, tanhOfC] = step(t);
          const own = outer?.[t];
          const d: tfjs.Tensor =
            own === undefined || dh === null ? (own ?? dh ?? zeros) : ops.run('AddV2', [own, dh]);
          const [cGradient, zGradient] = ops.runMany(
            'LSTMBlockCellGrad',
            [
              none,
              t > 0 ? step(t - 1)[1] : zeros,
              stateBefore(t),
              back,
              peephole,
              peephole,
              peephole,
              noBias,
              i,
              c,
              f,
              o,
              g,
              tanhOfC,
              dc,
              d,
            ],
            5,
            [ops.float32, ops.boolean('use_peephole', false)],
          ) as [tfjs.Tensor, tfjs.Tensor];
          dc = cGradient;
          gateGradients.unshift(zGradient);
          dh = t > 0 ? ops.matMul(zGradient, back, false, true) : null;
          if (t % stepsInPart !== 0) continue;
          const count = gateGradients.length;
          const gates = tf.concat(gateGradients.splice(0), 0);
          const before = tf.slice(
            states,
            [Math.max(0, t - 1) * batch, 0],
            [(t > 0 ? count : count - 1) * batch, units],
          );
          const statesBefore = t > 0 ? before : tf.concat([zeros, before], 0);
          const inputs = tf.slice(savedRows, [t * batch, 0], [count * batch, features]);
          parts.unshift({
            input: ops.matMul(gates, weights, false, true),
            weights: [
              ops.matMul(inputs, gates, true),
              ops.matMul(statesBefore, gates, true),
              ops.run('BiasAddGrad', [gates]),
            ],
          });
        }
        const { input: dx, weights: sums } = wholeGradients(tf, parts);
        return [
          tf.reshape(dx, [steps, batch, features]),
          ...sums.map((sum) => ordered(sum, kernelOrder)),
        ];
      },
    };
  });
  return fused(input, kernel, recurrentKernel, bias);
}

/** What a step leaves for the way back: i, c, f, o, g, tanh(c), h. */
type StepTensors = [
  tfjs.Tensor,
  tfjs.Tensor,
  tfjs.Tensor,
  tfjs.Tensor,
  tfjs.Tensor,
  tfjs.Tensor,
  tfjs.Tensor,
];
