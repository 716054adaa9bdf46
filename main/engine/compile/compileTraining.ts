import type * as tfjs from '@tensorflow/tfjs';
import { runCall } from '#main/engine/compile/call.ts';
import type { Tf } from '#main/engine/devices/device.ts';
import type { PlannedOutput } from '#shared/codegen/plan.ts';
import { planModel } from '#shared/codegen/plan.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { Call } from '#shared/layers/call.ts';
import type { ParamTable, ParamValues, ValuesOf } from '#shared/layers/params.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { Result } from '#shared/problems/problem.ts';
import { ok, refuse } from '#shared/problems/problem.ts';
import { findLoss } from '#shared/training/losses/index.ts';
import { findMetric } from '#shared/training/metrics/index.ts';
import { findOptimizer } from '#shared/training/optimizers/index.ts';
import { findSchedule } from '#shared/training/schedules/index.ts';
import type { Choice, OutputTraining, TrainingRecipe } from '#shared/training/training.ts';

/** Compares targets with outputs: a value for each example, or their mean. */
type Comparison = (target: tfjs.Tensor, output: tfjs.Tensor) => tfjs.Tensor;

/** A metric of one output. */
export interface MetricRule {
  /** As records hold it: `accuracy`, `digits/accuracy` where several outputs exist. */
  readonly key: string;
  readonly measure: Comparison;
  /** How much a batch's value counts in the mean; null: by its examples. */
  readonly weight: Comparison | null;
}

/** How one output of the model is judged. */
interface OutputRule {
  readonly lossKind: string;
  readonly loss: Comparison;
  readonly weight: number;
  readonly metrics: readonly MetricRule[];
}

/** A model with all that training it needs. */
export interface CompiledTraining {
  readonly model: tfjs.LayersModel;
  readonly optimizer: tfjs.Optimizer;
  /** The same as an entry of the catalogue, with complete values. */
  readonly optimizerChoice: { readonly kind: string; readonly values: ValuesOf<ParamTable> };
  /** In the order of the model's outputs. */
  readonly outputs: readonly OutputRule[];
  /** The rate in force after `epoch` epochs (with the fraction of the running one) and `step` steps. */
  readonly learningRate: (epoch: number, step: number, epochs: number) => number;
}

/** The metrics of all outputs, in the order in which steps give their values. */
export function metricsOf({ outputs }: Pick<CompiledTraining, 'outputs'>): readonly MetricRule[] {
  return outputs.flatMap(({ metrics }) => metrics);
}

/** Puts optimizer, losses, metrics and schedule of a recipe to a model. Problems: `training.unknown`, `training.noLoss`. */
export function compileTraining(
  tf: Tf,
  model: tfjs.LayersModel,
  facts: GraphFacts,
  recipe: TrainingRecipe,
): Result<CompiledTraining> {
  const definition = findOptimizer(recipe.optimizer.kind);
  if (definition === undefined) return unknown(recipe.optimizer);
  const values = valuesOf(definition.params, recipe.optimizer);
  const schedule = recipe.schedule === null ? null : findSchedule(recipe.schedule.kind);
  if (schedule === undefined) return unknown(recipe.schedule);
  const base = Number(values['learningRate']);
  const scheduled = schedule === null ? {} : valuesOf(schedule.params, recipe.schedule);
  const optimizer = runCall(tf, definition.tfjs(values)) as tfjs.Optimizer;

  const planned = planModel(facts).outputs;
  const outputs: OutputRule[] = [];
  for (const [index, output] of planned.entries()) {
    const training = output.node === null ? undefined : recipe.outputs[output.node.id];
    if (training === undefined) {
      return refuse('training.noLoss', { output: output.node?.name ?? index });
    }
    const prefix = planned.length > 1 ? `${nameOf(output, index)}/` : '';
    const rule = compileOutput(tf, model, index, training, prefix);
    if (!rule.ok) return rule;
    outputs.push(rule.value);
  }
  return ok({
    model,
    optimizer,
    optimizerChoice: { kind: definition.kind, values },
    outputs,
    learningRate: (epoch, step, epochs) =>
      schedule === null ? base : schedule.rate(base, { epoch, step, epochs }, scheduled),
  });
}

/**
 * tfjs knows losses and metrics by names and keeps the functions to itself; a compiled model of this one output tells
 * them (and which accuracy is meant, which follows from the loss and the output's shape).
 */
function compileOutput(
  tf: Tf,
  model: tfjs.LayersModel,
  index: number,
  training: OutputTraining,
  prefix: string,
): Result<OutputRule> {
  const loss = findLoss(training.loss.kind);
  if (loss === undefined) return unknown(training.loss);
  const keys: string[] = [];
  const measures: (string | Comparison)[] = [];
  for (const choice of training.metrics) {
    const metric = findMetric(choice.kind);
    if (metric === undefined) return unknown(choice);
    measures.push(resolve(tf, metric.tfjs(valuesOf(metric.params, choice))));
    const key = prefix + metric.kind;
    const count = keys.filter((other) => other === key || other.startsWith(`${key}_`)).length;
    keys.push(count === 0 ? key : `${key}_${count + 1}`);
  }
  const output = model.outputs[index];
  if (output === undefined) throw new Error(`The model has no output ${index}.`);
  const single = tf.model({ inputs: model.inputs, outputs: output });
  const unused = tf.train.sgd(0);
  single.compile({
    optimizer: unused,
    loss: resolve(tf, loss.tfjs(valuesOf(loss.params, training.loss))),
    metrics: measures,
  });
  unused.dispose();
  const [lossFunction] = single.lossFunctions;
  if (lossFunction === undefined) throw new Error(`tfjs has no loss ${loss.kind}.`);
  return ok({
    lossKind: loss.kind,
    loss: lossFunction,
    weight: training.weight,
    metrics: keys.map((key, place) => {
      const measure = single.metricsTensors[place]?.[0];
      if (measure === undefined) throw new Error(`tfjs has no metric for ${key}.`);
      return { key, measure, weight: 'weight' in measure ? (measure.weight as Comparison) : null };
    }),
  });
}

function resolve(tf: Tf, call: string | Call): string | Comparison {
  return typeof call === 'string' ? call : (runCall(tf, call) as Comparison);
}

function valuesOf(table: ParamTable, choice: Choice | null): ValuesOf<ParamTable> {
  const given: ParamValues = choice?.params ?? {};
  return parseParams(table, given).values;
}

function nameOf(output: PlannedOutput, index: number): string {
  return output.node?.name ?? `output_${index}`;
}

function unknown(choice: Choice | null) {
  return refuse('training.unknown', { kind: choice?.kind ?? '' });
}
