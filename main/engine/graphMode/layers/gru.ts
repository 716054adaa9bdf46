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

/** What a step leaves for the way back: r, z, n, r·h of the step before, h. */
type StepTensors = [tfjs.Tensor, tfjs.Tensor, tfjs.Tensor, tfjs.Tensor, tfjs.Tensor];

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
  const mul = (a: tfjs.Tensor, b: tfjs.Tensor) => ops.run('Mul', [a, b]);
  const add = (a: tfjs.Tensor, b: tfjs.Tensor) => ops.run('AddV2', [a, b]);
  const fused = tf.customGrad((...given) => {
    const [x, k, rk, b, save] = given as [
      tfjs.Tensor,
      tfjs.Tensor,
      tfjs.Tensor,
      tfjs.Tensor,
      tfjs.GradSaveFunc,
    ];
    const [recurrentGates, recurrentCandidate] = gatesOf(swapped(rk));
    const rows = tf.reshape(x, [steps * batch, features]);
    const projected = ops.run('BiasAdd', [ops.matMul(rows, swapped(k)), swapped(b)]);
    const [gates, candidates] = gatesOf(tf.reshape(projected, [steps, batch, 3 * units]));
    const gatesOfSteps = tf.unstack(gates);
    const candidatesOfSteps = tf.unstack(candidates);
    const zeros = tf.zeros([batch, units]);
    const remembered: StepTensors[] = [];
    let h: tfjs.Tensor | null = null;
    for (let t = 0; t < steps; t++) {
      const ownGates = gatesOfSteps[t] ?? zeros;
      const ownCandidate = candidatesOfSteps[t] ?? zeros;
      const open = ops.run('Sigmoid', [
        h === null ? ownGates : add(ownGates, ops.matMul(h, recurrentGates)),
      ]);
      const [r, z] = tf.split(open, 2, 1) as [tfjs.Tensor, tfjs.Tensor];
      const reset: tfjs.Tensor = h === null ? zeros : mul(r, h);
      const n = ops.run('Tanh', [
        h === null ? ownCandidate : add(ownCandidate, ops.matMul(reset, recurrentCandidate)),
      ]);
      // z·h + (1 − z)·n = n + z·(h − n)
      const next: tfjs.Tensor = add(n, mul(z, ops.run('Sub', [h ?? zeros, n])));
      remembered.push([r, z, n, reset, next]);
      h = next;
    }
    save([rows, k, rk, ...remembered.flat()]);
    return {
      value: tf.stack(remembered.map((step) => step[4])),
      gradFunc: (dy: tfjs.Tensor, saved: tfjs.Tensor[]) => {
        const [savedRows, savedK, savedRk, ...flat] = saved as [
          tfjs.Tensor,
          tfjs.Tensor,
          tfjs.Tensor,
          ...tfjs.Tensor[],
        ];
        const step = (t: number) => flat.slice(5 * t, 5 * t + 5) as StepTensors;
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
          const before = t > 0 ? step(t - 1)[4] : zero;
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
        const states = Array.from({ length: steps - 1 }, (_, t) => step(t)[4]);
        const resets = Array.from({ length: steps - 1 }, (_, t) => step(t + 1)[3]);
        const recurrentGradient =
          steps > 1
            ? tf.concat(
                [
                  ops.matMul(tf.concat(states, 0), later(allGates, 2 * units), true),
                  ops.matMul(tf.concat(resets, 0), later(allCandidates, units), true),
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
