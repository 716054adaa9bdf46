import type * as tfjs from '@tensorflow/tfjs';
import type { GraphContext } from '#main/engine/graphMode/graphContext.ts';
import { withLayerCall } from '#main/engine/graphMode/layers/prototypes.ts';
import { recurrentCall } from '#main/engine/graphMode/layers/recurrent.ts';
import type { RecurrentLayer, RecurrentWeights } from '#main/engine/graphMode/layers/recurrent.ts';
import { NativeOps } from '#main/engine/graphMode/nativeOps.ts';

/**
 * Runs `work` with GRU layers that take what does not depend on the step before out of the loop, as for LSTM. The gates are
 * update z, reset r and candidate n: h' = z·h + (1 − z)·n, n = tanh(x·W + (r·h)·U + b). GRUBlockCellGrad is a step back.
 */
export function withHoistedGru<Value>(context: GraphContext, work: () => Value): Value {
  return withLayerCall(
    context.tf.layers.gru({ units: 1 }),
    (layer, inputs, kwargs) =>
      recurrentCall(context, layer as unknown as RecurrentLayer, inputs, kwargs, gruSteps),
    work,
  );
}

/** What a step leaves for the way back: r, z, n, h. */
type StepTensors = [tfjs.Tensor, tfjs.Tensor, tfjs.Tensor, tfjs.Tensor];

/** (steps, batch, features) → (steps, batch, units). */
function gruSteps(
  context: GraphContext,
  input: tfjs.Tensor3D,
  { kernel, recurrentKernel, bias }: RecurrentWeights,
): tfjs.Tensor {
  const { tf } = context;
  const ops = new NativeOps(context);
  const [steps, batch, features] = input.shape;
  const [units = 1] = recurrentKernel.shape;
  const gatesOf = (value: tfjs.Tensor) =>
    tf.split(value, [2 * units, units], value.rank - 1) as [tfjs.Tensor, tfjs.Tensor];
  // tfjs has the update gate first, TensorFlow's op the reset gate; the same swap leads back.
  const swapped = (value: tfjs.Tensor): tfjs.Tensor => {
    const [z, r, n] = tf.split(value, 3, value.rank - 1) as [tfjs.Tensor, tfjs.Tensor, tfjs.Tensor];
    return tf.concat([r, z, n], value.rank - 1);
  };
  const add = (a: tfjs.Tensor, b: tfjs.Tensor) => ops.run('AddV2', [a, b]);
  const fused = tf.customGrad((...given) => {
    const [x, k, rk, b, save] = given as [
      tfjs.Tensor,
      tfjs.Tensor,
      tfjs.Tensor,
      tfjs.Tensor,
      tfjs.GradSaveFunc,
    ];
    const rows = tf.reshape(x, [steps * batch, features]);
    const [inputGates, inputCandidate] = gatesOf(swapped(k));
    const [recurrentGates, recurrentCandidate] = gatesOf(swapped(rk));
    const [gateBias, candidateBias] = gatesOf(swapped(b));
    const gateWeight = tf.concat([inputGates, recurrentGates], 0);
    const candidateWeight = tf.concat([inputCandidate, recurrentCandidate], 0);
    const start = tf.zeros([batch, units]);
    const remembered: StepTensors[] = [];
    for (const own of tf.unstack(x)) {
      const before = remembered.at(-1)?.[3] ?? start;
      const given = [own, before, gateWeight, candidateWeight, gateBias, candidateBias];
      remembered.push(ops.runMany('GRUBlockCell', given, 4) as StepTensors);
    }
    save([rows, k, rk, ...remembered.flat()]);
    return {
      value: tf.stack(remembered.map((step) => step[3])),
      gradFunc: (dy: tfjs.Tensor, saved: tfjs.Tensor[]) => {
        const [savedRows, savedK, savedRk, ...flat] = saved as [
          tfjs.Tensor,
          tfjs.Tensor,
          tfjs.Tensor,
          ...tfjs.Tensor[],
        ];
        const step = (t: number) => flat.slice(4 * t, 4 * t + 4) as StepTensors;
        const [backGates, backCandidate] = gatesOf(swapped(savedRk));
        const zero = tf.zeros([batch, units]);
        // What the op does not look at here: its own input and its biases.
        const none = tf.zeros([batch, 0]);
        const noBiases = [tf.zeros([2 * units]), tf.zeros([units])];
        const outer = tf.unstack(dy);
        const gateGradients: tfjs.Tensor[] = [];
        const candidateGradients: tfjs.Tensor[] = [];
        let dh: tfjs.Tensor | null = null;
        for (let t = steps - 1; t >= 0; t--) {
          const [r, z, n] = step(t);
          const before = t > 0 ? step(t - 1)[3] : zero;
          const own = outer[t] ?? zero;
          const d: tfjs.Tensor = dh === null ? own : add(own, dh);
          const [, dBefore, dCandidate, dGates] = ops.runMany(
            'GRUBlockCellGrad',
            [none, before, backGates, backCandidate, ...noBiases, r, z, n, d],
            4,
          ) as [tfjs.Tensor, tfjs.Tensor, tfjs.Tensor, tfjs.Tensor];
          gateGradients[t] = dGates;
          candidateGradients[t] = dCandidate;
          dh = dBefore;
        }
        const allGates = tf.concat(gateGradients, 0);
        const allCandidates = tf.concat(candidateGradients, 0);
        const all = swapped(tf.concat([allGates, allCandidates], 1));
        const later = (value: tfjs.Tensor, width: number) =>
          tf.slice(value, [batch, 0], [(steps - 1) * batch, width]);
        const earlier = Array.from({ length: steps - 1 }, (_, t) => step(t)[3]);
        const states = earlier.length > 0 ? tf.concat(earlier, 0) : zero;
        const opened = Array.from({ length: steps - 1 }, (_, t) => step(t + 1)[0]);
        const recurrentGradient =
          steps > 1
            ? tf.concat(
                [
                  ops.matMul(states, later(allGates, 2 * units), true),
                  ops.matMul(
                    ops.run('Mul', [tf.concat(opened, 0), states]),
                    later(allCandidates, units),
                    true,
                  ),
                ],
                1,
              )
            : tf.zerosLike(savedRk);
        return [
          tf.reshape(ops.matMul(all, savedK, false, true), [steps, batch, features]),
          ops.matMul(savedRows, all, true),
          swapped(recurrentGradient),
          ops.run('BiasAddGrad', [all]),
        ];
      },
    };
  });
  return fused(input, kernel, recurrentKernel, bias);
}
