import type * as tfjs from '@tensorflow/tfjs';
import type { CompiledTraining } from '#main/engine/compile/compileTraining.ts';
import type { GraphContext } from '#main/engine/graphMode/graphContext.ts';
import { tensorId, weightTensor } from '#main/engine/graphMode/graphContext.ts';
import { withFusedBatchNormalization } from '#main/engine/graphMode/layers/batchNormalization.ts';
import { withHoistedGru } from '#main/engine/graphMode/layers/gru.ts';
import { withHoistedLstm } from '#main/engine/graphMode/layers/lstm.ts';
import { withLogits } from '#main/engine/graphMode/logits.ts';
import { lossFromLogits } from '#main/engine/graphMode/lossesFromLogits.ts';
import type { Program, ValueId } from '#main/engine/graphMode/program.ts';
import { withGraphRandom } from '#main/engine/graphMode/random.ts';
import { isSameProgram, NotRecordable, record } from '#main/engine/graphMode/recorder.ts';
import { dropUnused } from '#main/engine/graphMode/rewrites/dropUnused.ts';
import { rewriteProgram } from '#main/engine/graphMode/rewrites/index.ts';
import { sparseGradient } from '#main/engine/graphMode/sparseGradients.ts';
import type { Gradient } from '#main/engine/graphMode/sparseGradients.ts';
import { tidily } from '#main/engine/graphMode/tidily.ts';
import type { Batch } from '#main/engine/train/trainStep.ts';
import {
  forward,
  measure,
  tensorsOf,
  totalLoss,
  trainableVariables,
} from '#main/engine/train/trainStep.ts';

/** A step as a program. Weights are counted as the model lists them. */
export interface RecordedStep {
  readonly program: Program;
  /** The batch: inputs, targets, then the weights of examples that have some. */
  readonly batch: readonly ValueId[];
  /** The random key, int32 [seed, step]; null: nothing is drawn. */
  readonly key: ValueId | null;
  readonly weights: readonly ValueId[];
  /** Loss and metrics, as `measure` gives them. */
  readonly values: ValueId;
  readonly valueCount: number;
  /** By weight; null: it does not learn. */
  readonly gradients: readonly (Gradient | null)[];
  /** By weight, what the forward pass itself has made of it (moving averages); null: nothing. */
  readonly written: readonly (ValueId | null)[];
}

/** What is recorded, and how. */
export interface Recording {
  readonly training: CompiledTraining;
  readonly isTraining: boolean;
  readonly batch: Batch;
  /** Record twice, and refuse what came out differently. */
  readonly isChecked: boolean;
  /** False: the program as tfjs runs it, for comparison. */
  readonly isRewritten: boolean;
}

/**
 * Records a step of training, or of testing, on a batch. The step really runs; the weights are put back. Throws
 * NotRecordable.
 */
export function recordStep(context: GraphContext, recording: Recording): RecordedStep {
  const first = recordOnce(context, recording);
  if (recording.isChecked) {
    const second = recordOnce(context, recording);
    if (!isSameProgram(first.program, second.program)) {
      throw new NotRecordable(
        'two recordings of the same step differ: something changes in JavaScript',
      );
    }
  }
  return recording.isRewritten ? rewritten(first) : first;
}

function recordOnce(
  context: GraphContext,
  { training, isTraining, batch }: Recording,
): RecordedStep {
  const { tf } = context;
  const { model } = training;
  const weights = model.weights.map(weightTensor);
  return tidily(tf, () => {
    const key = tf.tensor1d([1, 0], 'int32');
    const tensors = tensorsOf(batch);
    const before = weights.map((weight) => tensorId(context, weight));
    const kept = weights.map((weight) => tf.clone(weight));
    const learning: number[] = [];
    let valueCount = 0;
    let program: Program;
    try {
      program = record(context, [...tensors, key, ...weights], () =>
        withReplacements(context, training, key, (patched) => {
          const { values, gradients } = isTraining
            ? trainOnce(context, patched, batch)
            : { values: testOnce(context, patched, batch), gradients: {} };
          valueCount = values.size;
          const found = weights.flatMap((weight, index) => {
            const gradient = gradients[weight.name];
            if (gradient === undefined) return [];
            learning.push(index);
            return [gradient];
          });
          return [values, ...found, ...weights];
        }),
      );
    } finally {
      weights.forEach((weight, index) => {
        const value = kept[index];
        if (value !== undefined) weight.assign(value);
      });
    }
    const [values = 0, ...rest] = program.results;
    const after = rest.slice(learning.length);
    const keyId = tensorId(context, key);
    return {
      program,
      batch: tensors.map((tensor) => tensorId(context, tensor)),
      key: program.ops.some(({ inputs }) => inputs.includes(keyId)) ? keyId : null,
      weights: before,
      values,
      valueCount,
      gradients: weights.map((_, index) => {
        const values = rest[learning.indexOf(index)];
        return values === undefined ? null : { values, indices: null };
      }),
      written: before.map((id, index) => (after[index] === id ? null : (after[index] ?? null))),
    };
  });
}

/** Everything that stands in for tfjs's own while a step is recorded. */
function withReplacements<Value>(
  context: GraphContext,
  training: CompiledTraining,
  key: tfjs.Tensor1D,
  work: (patched: CompiledTraining) => Value,
): Value {
  return withLogits(context, (logitsOf) =>
    withGraphRandom(context, key, () =>
      withFusedBatchNormalization(context, () =>
        withHoistedLstm(context, () =>
          withHoistedGru(context, () =>
            work({
              ...training,
              outputs: training.outputs.map((rule) => ({
                ...rule,
                loss: lossFromLogits(context, rule.lossKind, rule.loss, logitsOf),
              })),
            }),
          ),
        ),
      ),
    ),
  );
}

function trainOnce(
  { tf }: GraphContext,
  training: CompiledTraining,
  batch: Batch,
): { readonly values: tfjs.Tensor; readonly gradients: tfjs.NamedTensorMap } {
  let outputs: readonly tfjs.Tensor[] = [];
  const { value, grads } = tf.variableGrads(
    () => {
      outputs = forward(training.model, batch.inputs, true).map((output) => tf.keep(output));
      return totalLoss(tf, training, outputs, batch);
    },
    trainableVariables(tf, training.model),
  );
  const values = measure(tf, training, value, outputs, batch.targets);
  for (const output of outputs) output.dispose();
  return { values, gradients: grads };
}

function testOnce({ tf }: GraphContext, training: CompiledTraining, batch: Batch): tfjs.Tensor {
  const outputs = forward(training.model, batch.inputs, false);
  const loss = totalLoss(tf, training, outputs, batch);
  return measure(tf, training, loss, outputs, batch.targets);
}

/** Rewrites a step's program; gradients of large tables become those of the rows that were looked up. */
function rewritten(step: RecordedStep): RecordedStep {
  const known = [
    step.values,
    ...step.gradients.map((gradient) => gradient?.values ?? null),
    ...step.written,
  ];
  const wanted = known.filter((id) => id !== null);
  const program = rewriteProgram({ ...step.program, results: wanted });
  const current = new Map(wanted.map((id, index) => [id, program.results[index] ?? id]));
  const renamed = (id: ValueId): ValueId => current.get(id) ?? id;
  const gradients = step.gradients.map((gradient, index): Gradient | null => {
    if (gradient === null) return null;
    const values = renamed(gradient.values);
    const weight = step.weights[index] ?? 0;
    return sparseGradient({ ...program, results: [] }, weight, values) ?? { values, indices: null };
  });
  const values = renamed(step.values);
  const written = step.written.map((id) => (id === null ? null : renamed(id)));
  const results = [
    values,
    ...gradients.flatMap((gradient) => [gradient?.values ?? null, gradient?.indices ?? null]),
    ...written,
  ].filter((id) => id !== null);
  return { ...step, program: dropUnused({ ...program, results }), values, gradients, written };
}
