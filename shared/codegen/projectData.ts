import { planModel } from '#shared/codegen/plan.ts';
import {
  type PreparationPlan,
  type TrainingColumns,
  planPreparedData,
} from '#shared/codegen/preparationPlan.ts';
import type { FittedRecipe } from '#shared/data/fitted.ts';
import { findSource } from '#shared/data/sources/index.ts';
import { weightFeature } from '#shared/data/weightFeature.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { GraphFacts } from '#shared/graph/facts.ts';

/** What an export can do with a document's data. */
export type ProjectData =
  /** Numbers in arrays with steps that learn nothing: a batch is prepared when it is needed. */
  | { readonly kind: 'arrays' }
  /** Raw data of any kind, with what the steps have learned. */
  | { readonly kind: 'rows'; readonly plan: PreparationPlan }
  /** Prepared arrays only. */
  | { readonly kind: 'bare' };

/** Steps that the arrays of a batch go through as they are. */
const stepsOfArrays: ReadonlySet<string> = new Set(['scale', 'oneHot']);

/**
 * Decides how a project handles data. `arrays`, `rows`: whether a source of this kind can be printed so. Without a source there
 * is nothing to prepare: arrays.
 */
export function planProjectData(
  document: StrataDocument,
  facts: GraphFacts,
  fitted: FittedRecipe | null,
  { arrays, rows }: Readonly<Record<'arrays' | 'rows', (kind: string) => boolean>>,
): ProjectData {
  const { source } = document.data;
  if (source === null) return { kind: 'arrays' };
  if (arrays(source.kind) && isOfArrays(document, facts)) return { kind: 'arrays' };
  const plan = rows(source.kind) ? planPreparedData(document, facts, fitted) : null;
  return plan === null ? { kind: 'bare' } : { kind: 'rows', plan };
}

function isOfArrays({ data }: StrataDocument, facts: GraphFacts): boolean {
  const isKnown = findSource(data.source?.kind ?? '')?.features !== null;
  const isSingle = planModel(facts).inputs.every(
    ({ node }) => (data.bindings.inputs[node.id] ?? []).length <= 1,
  );
  return (
    isKnown &&
    isSingle &&
    data.windows === null &&
    weightFeature(data.features) === null &&
    data.split.method === 'random' &&
    data.split.folds === null &&
    data.steps.every(({ kind }) => stepsOfArrays.has(kind))
  );
}

/** Whether examples count differently in the training of a project. */
export function weighsExamples(data: ProjectData): boolean {
  return data.kind === 'rows' && (data.plan.training?.weight ?? null) !== null;
}

/** Remark of a project that does not carry its preparation. */
export const bareRemark =
  'The preparation of the data is not part of this project: what its steps have learned was not known when it was exported, or its data cannot be read outside of Strata. Examples must be prepared before they come here.';

/** Remark of a project that trains without augmentations that the document has. */
export function augmentationRemark(hasAugmentations: boolean): readonly string[] {
  return hasAugmentations ? ['The project trains without the augmentations of the document.'] : [];
}

/** Remarks of a project that reads raw data. `training`: what it trains with; null: it does not train. `dataFile`: where its rows are divided. */
export function rowsRemarks(
  { hasAugmentations }: PreparationPlan,
  cannotRead: boolean,
  training: TrainingColumns | null,
  dataFile: string,
): readonly string[] {
  const { folds = null, fold = 1 } = training?.split ?? {};
  return [
    ...(cannotRead
      ? ['The data of this network cannot be read outside of Strata, so training is left out.']
      : []),
    ...augmentationRemark(training !== null && hasAugmentations),
    ...(folds === null
      ? []
      : [
          `Training makes round ${fold} of the ${folds} of the cross-validation. \`${dataFile}\` says which: the last number of the call that divides the rows, from 0.`,
        ]),
  ];
}
