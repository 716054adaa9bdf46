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

/**
 * Runs `work` with GRU layers of which a step forward is GRUBlockCell and a step back GRUBlockCellGrad; what does not depend
 * on the step before is taken for many steps at once. The gates are update z, reset r and candidate n: h' = z·h + (1 − z)·n,
 * n = tanh(x·W + (r·h)·U + b). Cases as for LSTM; others are left to tfjs's own.
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

/** (steps, batch, features) → (steps, batch, units), or (batch, units) of the last step. */
function gruSteps(
  context: GraphContext,
  input: tfjs.Tensor3D,
  { kernel, recurrentKernel, bias }: RecurrentWeights,
  isLastOnly: boolean,
): tfjs.Tensor {
  const { tf } = context;
  const ops = new NativeOps(context);
  const [steps, batch, features] = input.shape;
  const [units = 1] = recurrentKernel.shape;
  // tfjs has the update gate first, TensorFlow's op the reset gate; the same swap leads back.
  const swapped = (value: tfjs.Tensor): tfjs.Tensor => {
    const [z, r, n] = tf.split(value, 3, value.rank - 1) as [tfjs.Tensor, tfjs.Tensor, tfjs.Tensor];
    return tf.concat([r, z, n], value.rank - 1);
  };
  /** Both gates' share, and the candidate's, in the order of TensorFlow's op. */
  const partsOf = (value: tfjs.Tensor) =>
    tf.split(swapped(value), [2 * units, units], value.rank - 1) as [tfjs.Tensor, tfjs.Tensor];
  /** The way back from `partsOf`. */
  const together = (parts: tfjs.Tensor[]) => swapped(tf.concat(parts, (parts[0]?.rank ?? 1) - 1));
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
    const [inputGates, inputCandidate] = partsOf(k);
    const [recurrentGates, recurrentCandidate] = partsOf(rk);
    const [gateBias, candidateBias] = partsOf(b);
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
    const outputs = remembered.map((step) => step[3]);
    return {
      value: isLastOnly ? tf.clone(outputs.at(-1) ?? start) : tf.stack(outputs),
      gradFunc: (dy: tfjs.Tensor, saved: tfjs.Tensor[]) => {
        const [savedRows, savedK, savedRk, ...flat] = saved as [
          tfjs.Tensor,
          tfjs.Tensor,
          tfjs.Tensor,
          ...tfjs.Tensor[],
        ];
        const step = (t: number) => flat.slice(4 * t, 4 * t + 4) as StepTensors;
        const stepsInPart = Math.ceil(steps / partsOfGradients);
        const stateBefore = (t: number) => (t > 0 ? step(t - 1)[3] : zero);
        const [forwardGates, forwardCandidate] = partsOf(savedK);
        const [backGates, backCandidate] = partsOf(savedRk);
        const zero = tf.zeros([batch, units]);
        // What the op does not look at here: its own input and its biases.
        const none = tf.zeros([batch, 0]);
        const noBiases = [tf.zeros([2 * units]), tf.zeros([units])];
        const outer = isLastOnly ? null : tf.unstack(dy);
        const gateGradients: tfjs.Tensor[] = [];
        const candidateGradients: tfjs.Tensor[] = [];
        let dh: tfjs.Tensor | null = isLastOnly ? dy : null;
        const parts: PartOfGradients[] = [];
        for (let t = steps - 1; t >= 0; t--) {
          const [r, z, n] = step(t);
          const own = outer?.[t];
          const d: tfjs.Tensor =
            own === undefined || dh === null ? (own ?? dh ?? zero) : add(own, dh);
          const [, dBefore, dCandidate, dGates] = ops.runMany(
            'GRUBlockCellGrad',
            [none, stateBefore(t), backGates, backCandidate, ...noBiases, r, z, n, d],
            4,
          ) as [tfjs.Tensor, tfjs.Tensor, tfjs.Tensor, tfjs.Tensor];
          gateGradients.unshift(dGates);
          candidateGradients.unshift(dCandidate);
          dh = dBefore;
          if (t % stepsInPart !== 0) continue;
          const count = gateGradients.length;
          const range = Array.from({ length: count }, (_, index) => t + index);
          const gates = tf.concat(gateGradients.splice(0), 0);
          const candidates = tf.concat(candidateGradients.splice(0), 0);
          const states = tf.concat(range.map(stateBefore), 0);
          const reset = tf.concat(
            range.map((each) => step(each)[0]),
            0,
          );
          const inputs = tf.slice(savedRows, [t * batch, 0], [count * batch, features]);
          parts.unshift({
            input: add(
              ops.matMul(gates, forwardGates, false, true),
              ops.matMul(candidates, forwardCandidate, false, true),
            ),
            weights: [
              ops.matMul(inputs, gates, true),
              ops.matMul(inputs, candidates, true),
              ops.matMul(states, gates, true),
              ops.matMul(ops.run('Mul', [reset, states]), candidates, true),
              ops.run('BiasAddGrad', [gates]),
              ops.run('BiasAddGrad', [candidates]),
            ],
          });
        }
        const { input: dx, weights } = wholeGradients(tf, parts);
        return [
          tf.reshape(dx, [steps, batch, features]),
          ...[0, 2, 4].map((index) => together(weights.slice(index, index + 2))),
        ];
      },
    };
  });
  return fused(input, kernel, recurrentKernel, bias);
}
