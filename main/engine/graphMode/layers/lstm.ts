import type * as tfjs from '@tensorflow/tfjs';
import type { GraphContext } from '#main/engine/graphMode/graphContext.ts';
import { withLayerCall } from '#main/engine/graphMode/layers/prototypes.ts';
import { recurrentCall } from '#main/engine/graphMode/layers/recurrent.ts';
import type { RecurrentLayer, RecurrentWeights } from '#main/engine/graphMode/layers/recurrent.ts';
import { NativeOps } from '#main/engine/graphMode/nativeOps.ts';

/** Places of tfjs's gates (input, forget, candidate, output) in each of the orders used here. */
const kernelOrder = [0, 2, 1, 3];

/**
 * Runs `work` with LSTM layers that take what does not depend on the step before out of the loop: one product for all
 * inputs, one for each weight's gradient. In the loop LSTMBlockCellGrad does all element-wise work of a step back.
 * Sigmoid gates, tanh, no dropout, no mask; others are left to tfjs's own.
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
    const remembered: StepTensors[] = [];
    for (const own of tf.unstack(x)) {
      const before = remembered.at(-1);
      remembered.push(
        ops.runMany(
          'LSTMBlockCell',
          [
            own,
            before?.[1] ?? start,
            before?.[6] ?? start,
            weight,
            peephole,
            peephole,
            peephole,
            gateBias,
          ],
          7,
          [
            ops.float32,
            ops.float('forget_bias', 0),
            ops.float('cell_clip', -1),
            ops.boolean('use_peephole', false),
          ],
        ) as StepTensors,
      );
    }
    save([rows, k, rk, ...remembered.flat()]);
    const outputs = remembered.map((step) => step[6]);
    const value = isLastOnly ? tf.clone(outputs.at(-1) ?? start) : tf.stack(outputs);
    return {
      value,
      gradFunc: (dy: tfjs.Tensor, saved: tfjs.Tensor[]) => {
        const [savedRows, savedK, savedRk, ...flat] = saved as [
          tfjs.Tensor,
          tfjs.Tensor,
          tfjs.Tensor,
          ...tfjs.Tensor[],
        ];
        const step = (t: number) => flat.slice(7 * t, 7 * t + 7) as StepTensors;
        const weights = ordered(savedK, kernelOrder);
        const back = ordered(savedRk, kernelOrder);
        const zeros = tf.zeros([batch, units]);
        // What the op does not look at here: its own input, peepholes, its bias.
        const none = tf.zeros([batch, 0]);
        const peephole = tf.zeros([units]);
        const noBias = tf.zeros([4 * units]);
        const outer = isLastOnly ? null : tf.unstack(dy);
        const gateGradients: tfjs.Tensor[] = [];
        let dc: tfjs.Tensor = zeros;
        let dh: tfjs.Tensor | null = isLastOnly ? dy : null;
        for (let t = steps - 1; t >= 0; t--) {
          const [i, c, f, o, g, tanhOfC] = step(t);
          const before = t > 0 ? step(t - 1) : null;
          const own = outer?.[t];
          const d: tfjs.Tensor =
            own === undefined || dh === null ? (own ?? dh ?? zeros) : ops.run('AddV2', [own, dh]);
          const [cGradient, zGradient] = ops.runMany(
            'LSTMBlockCellGrad',
            [
              none,
              before?.[1] ?? zeros,
              before?.[6] ?? zeros,
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
          gateGradients[t] = zGradient;
          dh = t > 0 ? ops.matMul(zGradient, back, false, true) : null;
        }
        const all = tf.concat(gateGradients, 0);
        const states = Array.from({ length: steps - 1 }, (_, t) => step(t)[6]);
        const recurrentGradient =
          steps > 1
            ? ops.matMul(
                tf.concat(states, 0),
                tf.slice(all, [batch, 0], [(steps - 1) * batch, 4 * units]),
                true,
              )
            : tf.zerosLike(savedRk);
        return [
          tf.reshape(ops.matMul(all, weights, false, true), [steps, batch, features]),
          ordered(ops.matMul(savedRows, all, true), kernelOrder),
          ordered(recurrentGradient, kernelOrder),
          ordered(ops.run('BiasAddGrad', [all]), kernelOrder),
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
