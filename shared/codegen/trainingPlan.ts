import { type ModelPlan, type PlannedOutput, layerPath, planModel } from '#shared/codegen/plan.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { ParamTable, ParamValues } from '#shared/layers/params.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type {
  LossDefinition,
  MetricDefinition,
  OptimizerDefinition,
  ScheduleDefinition,
} from '#shared/training/catalogue.ts';
import { findLoss } from '#shared/training/losses/index.ts';
import { findMetric } from '#shared/training/metrics/index.ts';
import { findOptimizer } from '#shared/training/optimizers/index.ts';
import { findSchedule } from '#shared/training/schedules/index.ts';
import type { Choice, Stopping } from '#shared/training/training.ts';

/** An entry of a catalogue with complete, valid values. */
export interface Chosen<Definition> {
  readonly definition: Definition;
  readonly params: ParamValues;
}

/** How one output is judged. */
export interface PlannedJudgement {
  /** Name of the output node. */
  readonly name: string;
  /** Name of the layer that the output comes from, by which tfjs and Keras know it. */
  readonly layer: string;
  readonly loss: Chosen<LossDefinition>;
  readonly weight: number;
  readonly metrics: readonly Chosen<MetricDefinition>[];
}

/** A document's training recipe, resolved. */
export interface TrainingPlan {
  readonly optimizer: Chosen<OptimizerDefinition>;
  readonly learningRate: number;
  readonly schedule: Chosen<ScheduleDefinition> | null;
  readonly batchSize: number;
  readonly epochs: number;
  readonly shuffle: boolean;
  readonly stopping: Stopping | null;
  readonly seed: number;
  /** In the order of the model's outputs. */
  readonly outputs: readonly PlannedJudgement[];
  /** Whether the model is printed as a chain. */
  readonly isSequential: boolean;
  /** Whether a layer holds a constraint, which tfjs's own training step forgets. */
  readonly hasConstraints: boolean;
}

/** Resolves a training recipe; null: an entry is not known, or an output has no loss. */
export function planTraining(document: StrataDocument, facts: GraphFacts): TrainingPlan | null {
  const { training } = document;
  const optimizer = choose(findOptimizer, training.optimizer);
  const schedule = training.schedule === null ? null : choose(findSchedule, training.schedule);
  const plan = planModel(facts);
  const outputs = plan.outputs.map((output) => judgementOf(document, plan, output));
  if (optimizer === null || (schedule === null && training.schedule !== null)) return null;
  if (outputs.length === 0 || outputs.includes(null)) return null;
  const { batchSize, epochs, shuffle, stopping } = training;
  return {
    optimizer,
    learningRate: Number(optimizer.params['learningRate']),
    schedule,
    batchSize,
    epochs,
    shuffle,
    stopping,
    seed: document.seed,
    outputs: outputs.filter((output) => output !== null),
    isSequential: plan.style === 'sequential',
    hasConstraints: hasConstraints(facts),
  };
}

function choose<Definition extends { readonly params: ParamTable }>(
  find: (kind: string) => Definition | undefined,
  choice: Choice,
): Chosen<Definition> | null {
  const definition = find(choice.kind);
  if (definition === undefined) return null;
  return { definition, params: parseParams(definition.params, choice.params).values };
}

function judgementOf(
  document: StrataDocument,
  plan: ModelPlan,
  { node, value }: PlannedOutput,
): PlannedJudgement | null {
  const recipe = node === null ? undefined : document.training.outputs[node.id];
  const loss = recipe === undefined ? null : choose(findLoss, recipe.loss);
  if (node === null || recipe === undefined || loss === null) return null;
  const metrics = recipe.metrics.map((choice) => choose(findMetric, choice));
  if (metrics.includes(null)) return null;
  return {
    name: node.name,
    layer: layerPath(plan, value),
    loss,
    weight: recipe.weight,
    metrics: metrics.filter((metric) => metric !== null),
  };
}

function hasConstraints(facts: GraphFacts): boolean {
  return [...facts.nodes.values()].some(({ layer, params, block }) => {
    if (block !== null && hasConstraints(block)) return true;
    return Object.entries(layer?.params ?? {}).some(([name, param]) => {
      return param.type === 'constraint' && (params[name] ?? null) !== null;
    });
  });
}

/** Metrics where less is better, as the loss. */
const falling = /loss|error|entropy|divergence|hinge|poisson|logcosh/iu;

/**
 * Where the value that a stopping rule watches stands among the values that tfjs reports: the loss, with several
 * outputs the loss of each, then each output's metrics.
 */
export function stoppingIndex(
  { monitor }: Stopping,
  outputs: readonly PlannedJudgement[],
): { readonly index: number; readonly isValidation: boolean; readonly isSmallerBetter: boolean } {
  const isValidation = /^val[A-Z]/u.test(monitor);
  const key = isValidation ? monitor.charAt(3).toLowerCase() + monitor.slice(4) : monitor;
  const keys = outputs.flatMap(({ name, metrics }) => {
    return metrics.map(({ definition }) => {
      return outputs.length === 1 ? definition.kind : `${name}/${definition.kind}`;
    });
  });
  const lossCount = outputs.length === 1 ? 1 : 1 + outputs.length;
  const place = keys.indexOf(key);
  return {
    index: place < 0 ? 0 : lossCount + place,
    isValidation,
    isSmallerBetter: falling.test(monitor),
  };
}
