import { type PlannedOutput, planModel } from '#shared/codegen/plan.ts';
import type { Feature, JsonValue, SourceDefinition } from '#shared/data/catalogue.ts';
import type { DataRecipe, Split, Windows } from '#shared/data/data.ts';
import type { FittedRecipe } from '#shared/data/fitted.ts';
import { type Action, actionsOf, neededFeatures, planSteps } from '#shared/data/planSteps.ts';
import { sourceFeatures } from '#shared/data/prepareFeatures.ts';
import { findSource } from '#shared/data/sources/index.ts';
import { findSplitMethod } from '#shared/data/splits/index.ts';
import { weightFeature } from '#shared/data/weightFeature.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';
import type { GraphNode } from '#shared/graph/graph.ts';
import type { ParamValues } from '#shared/layers/params.ts';
import { parseParams } from '#shared/layers/parseParams.ts';
import type { Shape } from '#shared/shape/shape.ts';
import type { TargetForm } from '#shared/training/catalogue.ts';
import { findLoss } from '#shared/training/losses/index.ts';

/** One call of a step's arithmetic. */
export interface PreparationCall {
  readonly action: Action;
  /** What the arithmetic takes after the cells. */
  readonly given: readonly JsonValue[];
}

/** Columns and the calls that they go through. */
export interface CallsOfColumns {
  /** As the source has them, in its order. */
  readonly columns: readonly Feature[];
  readonly calls: readonly PreparationCall[];
}

/** What an input of the model is made of, or what an output is compared with. */
export interface PreparedPort {
  readonly node: GraphNode;
  /** After the steps; several are joined to one row of numbers. */
  readonly features: readonly Feature[];
  /** Shape of one example; null sizes are those of the data. */
  readonly shape: Shape;
  readonly dtype: 'float32' | 'int32';
}

/** What an output says. */
export interface PreparedOutput {
  /** Of the target, or of the output where it has none. */
  readonly name: string;
  readonly form: TargetForm;
  readonly classNames: readonly string[] | null;
  readonly classes: number | null;
  /** Calls that bring a prepared number back into its own unit, the first first; empty: there is nothing to undo, or no way. */
  readonly undo: readonly { readonly kind: string; readonly given: readonly JsonValue[] }[];
}

/** A recipe whose steps know what they have learned. */
export interface PreparationPlan {
  readonly source: SourceDefinition;
  readonly params: ParamValues;
  /** As the source has them. */
  readonly features: readonly Feature[];
  readonly inputs: CallsOfColumns & { readonly ports: readonly PreparedPort[] };
  readonly outputs: readonly PreparedOutput[];
  readonly windows: Windows | null;
  /** null: a target is not bound, or a step has not learned what it must know to train. */
  readonly training: TrainingColumns | null;
  readonly hasAugmentations: boolean;
}

/** What training needs besides the inputs. */
export interface TrainingColumns {
  /** The column of weights is among these columns, too. */
  readonly targets: CallsOfColumns & { readonly ports: readonly TargetPort[] };
  /** Steps that leave rows out, with those before them. */
  readonly rows: CallsOfColumns;
  readonly split: Split;
  /** Column that the way of dividing looks at; null: none. */
  readonly splitColumn: string | null;
  /** How much each example counts in the loss, after the steps; null: all count the same. */
  readonly weight: Feature | null;
  /** All columns that are read. */
  readonly columns: readonly string[];
}

/** A target with the form that its loss wants. */
export interface TargetPort extends PreparedPort {
  readonly form: TargetForm;
  /** Axes of the places of an example that have a loss each: 1 for a sequence of classes, 2 for pixels. */
  readonly placeAxes: number;
}

/**
 * Resolves a recipe's preparation; null: there is no source, an input is not bound, a step cannot be made, or what it must have
 * learned is not known.
 */
export function planPreparedData(
  document: StrataDocument,
  facts: GraphFacts,
  fitted: FittedRecipe | null,
): PreparationPlan | null {
  const { data } = document;
  const source = findSource(data.source?.kind ?? '');
  const model = planModel(facts);
  if (data.source === null || source === undefined || model.inputs.length === 0) return null;
  const params = parseParams(source.params, data.source.params).values;
  const features = sourceFeatures(source, data, params);
  const calls = callsWith(data, features, fitted);
  const bound = model.inputs.map(({ node }) => data.bindings.inputs[node.id] ?? []);
  if (bound.some((names) => names.length === 0)) return null;
  const own = calls(neededFeatures(data.steps, bound.flat(), false), 'preparation');
  if (own === null) return null;
  const ports = model.inputs.map(({ node, facts: nodeFacts }, index): PreparedPort | null => {
    const taken = featuresOf(bound[index] ?? [], own.after);
    if (taken === null) return null;
    const dtype = nodeFacts.params['dtype'] === 'int32' ? 'int32' : 'float32';
    return { node, features: taken, shape: nodeFacts.outputs?.[0] ?? [], dtype };
  });
  if (ports.includes(null)) return null;
  const series = data.windows?.series ?? null;
  const columns = features.filter(
    ({ name }) => name === series || own.columns.some((each) => each.name === name),
  );
  return {
    source,
    params,
    features,
    inputs: { columns, calls: own.calls, ports: ports.filter((port) => port !== null) },
    outputs: model.outputs.map((output) => outputOf(document, output, features, fitted)),
    windows: data.windows,
    training: planTrainingColumns(document, facts, calls, features),
    hasAugmentations: data.augmentations.length > 0,
  };
}

type Calls = (
  names: ReadonlySet<string>,
  which: 'preparation' | 'rows',
) => (CallsOfColumns & { readonly after: ReadonlyMap<string, Feature> }) | null;

/** Finds the calls of some columns; null: a step cannot be made, or has not learned. */
function callsWith(
  { steps }: DataRecipe,
  features: readonly Feature[],
  fitted: FittedRecipe | null,
): Calls {
  return (names, which) => {
    const columns = features.filter(({ name }) => names.has(name));
    const plan = planSteps(steps, columns);
    if (!plan.ok) return null;
    const isRows = which === 'rows';
    const last = plan.value.steps.findLastIndex(({ definition }) => definition.keeps !== undefined);
    const made = plan.value.steps.filter(({ definition }, place) =>
      isRows ? place <= last : definition.keeps === undefined,
    );
    const calls: PreparationCall[] = [];
    for (const action of made.flatMap((step) => actionsOf(step, () => true))) {
      const { definition, index, params } = action.step;
      const learned = fitted?.steps[index]?.fitted[action.key];
      if (definition.fit !== undefined && learned === undefined) return null;
      calls.push({ action, given: definition.arguments(params, learned ?? null, action.feature) });
    }
    return { columns, calls, after: plan.value.after };
  };
}

function featuresOf(
  names: readonly string[],
  after: ReadonlyMap<string, Feature>,
): readonly Feature[] | null {
  const features = names.flatMap((name) => after.get(name) ?? []);
  return features.length === names.length ? features : null;
}

function outputOf(
  { data, training }: StrataDocument,
  { node }: PlannedOutput,
  features: readonly Feature[],
  fitted: FittedRecipe | null,
): PreparedOutput {
  const name = (node === null ? undefined : data.bindings.outputs[node.id]) ?? node?.name ?? '';
  const feature = features.find((each) => each.name === name);
  const form = findLoss(training.outputs[node?.id ?? '']?.loss.kind ?? '')?.target ?? 'values';
  return {
    name,
    form,
    undo: form === 'values' && feature !== undefined ? undoOf(data, feature, fitted) : [],
    classNames: feature?.classNames ?? null,
    classes: feature?.classes ?? null,
  };
}

/** What undoes the steps of a feature, the last first. */
function undoOf(
  { steps }: DataRecipe,
  feature: Feature,
  fitted: FittedRecipe | null,
): PreparedOutput['undo'] {
  const plan = planSteps(steps, [feature]);
  if (!plan.ok) return [];
  // Filling what is missing changes nothing that was there.
  const changing = plan.value.steps.filter(
    ({ definition }) => definition.keeps === undefined && definition.family !== 'missing',
  );
  const calls = changing.toReversed().flatMap((step) => {
    const { undo } = step.definition;
    const [action] = actionsOf(step, () => true);
    if (undo === undefined || action === undefined) return [];
    const learned = fitted?.steps[step.index]?.fitted[action.key] ?? null;
    return [{ kind: undo.kind, given: undo.arguments(step.params, learned, action.feature) }];
  });
  return calls.length === changing.length ? calls : [];
}

function planTrainingColumns(
  document: StrataDocument,
  facts: GraphFacts,
  callsOf: Calls,
  features: readonly Feature[],
): TrainingColumns | null {
  const { data, training } = document;
  const bound = planModel(facts).outputs.map(({ node, shape }) => {
    const name = node === null ? undefined : data.bindings.outputs[node.id];
    const loss = node === null ? undefined : training.outputs[node.id]?.loss;
    return { node, name, shape: shape ?? [], form: findLoss(loss?.kind ?? '')?.target ?? 'values' };
  });
  const names = bound.flatMap(({ name }) => name ?? []);
  const weightName = weightFeature(features)?.name;
  const compared = weightName === undefined ? names : [...names, weightName];
  const own = callsOf(neededFeatures(data.steps, compared, false), 'preparation');
  const dropping = neededFeatures(data.steps, [], true);
  const rows = callsOf(dropping, 'rows');
  if (own === null || rows === null || names.length !== bound.length) return null;
  const ports = bound.map(({ node, name, shape, form }): TargetPort | null => {
    const taken = featuresOf([name ?? ''], own.after);
    if (node === null || taken === null) return null;
    const sizes = form === 'classIndex' ? shape.slice(0, -1) : shape;
    return {
      node,
      features: taken,
      // A class number keeps an axis of its own, as tfjs's accuracy wants it.
      shape: sizes.length === 0 ? [1] : sizes,
      dtype: 'float32',
      form,
      placeAxes: Math.max(0, shape.length - 1),
    };
  });
  if (ports.includes(null)) return null;
  const splitColumn = splitColumnOf(data);
  const inputs = planModel(facts).inputs.flatMap(({ node }) => data.bindings.inputs[node.id] ?? []);
  const read = new Set([
    ...neededFeatures(data.steps, [...inputs, ...compared], true),
    ...[splitColumn, data.windows?.series ?? null].filter((name) => name !== null),
  ]);
  return {
    targets: {
      columns: own.columns,
      calls: own.calls,
      ports: ports.filter((port) => port !== null),
    },
    rows: { columns: rows.columns, calls: rows.calls },
    split: data.split,
    splitColumn,
    weight: own.after.get(weightName ?? '') ?? null,
    columns: features.map(({ name }) => name).filter((name) => read.has(name)),
  };
}

function splitColumnOf({ split, bindings }: DataRecipe): string | null {
  const { keyKinds, keyDefault } = findSplitMethod(split.method);
  if (keyKinds.length === 0) return null;
  if (split.feature !== null) return split.feature;
  return keyDefault === 'target' ? (Object.values(bindings.outputs)[0] ?? null) : null;
}
