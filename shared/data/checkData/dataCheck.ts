import type { DataRecipe } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { DataReport, FeatureReport, PreviewRows } from '#shared/data/report.ts';
import type { LocalText, Problem } from '#shared/problems/problem.ts';

/** A change of the recipe that mends what a check has found. The page makes it as one `setData` edit. */
export interface DataFix {
  readonly title: LocalText;
  readonly data: Partial<DataRecipe>;
}

/** What a check has to say. */
export interface DataFinding {
  /** True: the recipe takes care of it, or all is well; shown with a tick. */
  readonly handled: boolean;
  readonly problem: Problem<DataFix>;
}

/** What the checks look at. */
export interface DataContext {
  readonly recipe: DataRecipe;
  readonly report: DataReport;
  /** Some rows as they are, to compare features row by row; null: none were read. */
  readonly sample: PreviewRows | null;
  /** The features with the roles and kinds of the recipe. */
  readonly features: readonly Feature[];
  /** What is known of a feature. */
  readonly reportOf: (name: string) => FeatureReport | undefined;
  /** The first feature to be predicted, and what is known of it. */
  readonly target: { readonly feature: Feature; readonly found: FeatureReport } | null;
}

/** One check. Pure. */
export type DataCheck = (context: DataContext) => readonly DataFinding[];

/** Makes a finding that asks for something. */
export function warn(
  code: string,
  values: Problem['values'],
  fixes: readonly DataFix[] = [],
  param?: string,
): DataFinding {
  return { handled: false, problem: problem(code, values, fixes, param) };
}

/** Makes a finding that all is well. */
export function fine(code: string, values: Problem['values'], param?: string): DataFinding {
  return { handled: true, problem: problem(code, values, [], param) };
}

function problem(
  code: string,
  values: Problem['values'],
  fixes: readonly DataFix[],
  feature: string | undefined,
): Problem<DataFix> {
  return {
    code,
    severity: 'warning',
    ...(feature === undefined ? {} : { place: { param: `data.features.${feature}` } }),
    values,
    ...(fixes.length === 0 ? {} : { fixes: fixes.slice(0, 3) }),
  };
}

/** A share as a text: `61.6%`. */
export function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`;
}
