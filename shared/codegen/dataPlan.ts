import { camelCase } from '#shared/codegen/identifiers.ts';
import { type ModelPlan, type PlannedOutput, planModel } from '#shared/codegen/plan.ts';
import type { Feature, SourceDefinition, StepDefinition } from '#shared/data/catalogue.ts';
import type { Split } from '#shared/data/data.ts';
import { sourceFeatures } from '#shared/data/prepareFeatures.ts';
import { findSource } from '#shared/data/sources/index.ts';
import { findStep } from '#shared/data/steps/index.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { GraphNode } from '#shared/graph/graph.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { Shape } from '#shared/shape/shape.ts';
import type { TargetForm } from '#shared/training/catalogue.ts';
import { findLoss } from '#shared/training/losses/index.ts';

/** One preparation step with complete values. */
export interface PlannedStepOfData {
  readonly definition: StepDefinition;
  readonly params: ParamValues;
}

/** How a feature reaches an input or an output of the model. */
export interface PlannedPort {
  readonly node: GraphNode;
  readonly feature: Feature;
  readonly steps: readonly PlannedStepOfData[];
  /** Shape of one example in the tensor; null sizes are the feature's own. */
  readonly shape: Shape;
  readonly dtype: 'float32' | 'int32';
  /** Of a target: what its loss compares with; null for inputs. */
  readonly form: TargetForm | null;
}

/** A document's data recipe, resolved. */
export interface DataPlan {
  readonly source: SourceDefinition;
  readonly params: ParamValues;
  /** Features as the source has them, in order. */
  readonly features: readonly Feature[];
  readonly inputs: readonly PlannedPort[];
  readonly targets: readonly PlannedPort[];
  readonly split: Split;
}

/** Resolves a document's data recipe; null: there is no source yet, or an input or output has no feature. */
export function planData(document: StrataDocument, facts: GraphFacts): DataPlan | null {
  const plan = planModel(facts);
  const { source: chosen, split } = document.data;
  const source = chosen === null ? undefined : findSource(chosen.kind);
  if (chosen === null || source === undefined || plan.inputs.length === 0) return null;
  const params = parseParams(source.params, chosen.params).values;
  const features = sourceFeatures(source, document.data, params);
  const inputs = planInputs(document, plan, features);
  const targets = plan.outputs.map((output) => planTarget(document, output, features));
  if (inputs.includes(null) || targets.includes(null)) return null;
  return { source, params, features, inputs: known(inputs), targets: known(targets), split };
}

/** Preparation of each of the model's inputs; without a recipe nothing is prepared. */
export function planPreparation(
  document: StrataDocument,
  facts: GraphFacts,
): readonly (readonly PlannedStepOfData[])[] {
  return planModel(facts).inputs.map(({ node }) => {
    return stepsOf(document, document.data.bindings.inputs[node.id]?.[0] ?? '');
  });
}

const anyFeature: Feature = {
  name: '',
  role: 'input',
  kind: 'number',
  shape: null,
  dtype: 'float32',
  classes: null,
};

/** Identifier of a feature in printed code. */
export function featureName(feature: Feature): string {
  return camelCase(feature.name);
}

/** The arguments of a step's arithmetic after the cells. */
export function stepArguments({ definition, params }: PlannedStepOfData): readonly string[] {
  return definition.arguments(params, null, anyFeature).map((value) => JSON.stringify(value));
}

function planInputs(
  document: StrataDocument,
  plan: ModelPlan,
  features: readonly Feature[],
): (PlannedPort | null)[] {
  return plan.inputs.map(({ node, facts }) => {
    const names = document.data.bindings.inputs[node.id] ?? [];
    const feature = features.find((each) => each.name === names[0]);
    if (feature === undefined || names.length !== 1) return null;
    return {
      node,
      feature,
      steps: stepsOf(document, feature.name),
      shape: facts.outputs?.[0] ?? feature.shape ?? [],
      dtype: facts.params['dtype'] === 'int32' ? 'int32' : 'float32',
      form: null,
    };
  });
}

function planTarget(
  document: StrataDocument,
  { node, shape }: PlannedOutput,
  features: readonly Feature[],
): PlannedPort | null {
  if (node === null) return null;
  const name = document.data.bindings.outputs[node.id];
  const feature = features.find((each) => each.name === name);
  const training = document.training.outputs[node.id];
  if (feature === undefined || training === undefined) return null;
  const form = findLoss(training.loss.kind)?.target ?? 'values';
  const expected = form === 'classIndex' ? (shape ?? []).slice(0, -1) : (shape ?? []);
  return {
    node,
    feature,
    steps: stepsOf(document, feature.name),
    // A class number keeps an axis of its own, as tfjs's accuracy wants it.
    shape: expected.length === 0 ? [1] : expected,
    dtype: 'float32',
    form,
  };
}

function stepsOf(document: StrataDocument, feature: string): PlannedStepOfData[] {
  return document.data.steps.flatMap((step) => {
    const definition = step.features.includes(feature) ? findStep(step.kind) : undefined;
    if (definition === undefined) return [];
    return [{ definition, params: parseParams(definition.params, step.params).values }];
  });
}

function known(ports: readonly (PlannedPort | null)[]): PlannedPort[] {
  return ports.filter((port) => port !== null);
}
