import type { PreparedFeatures } from '#shared/data/prepareFeatures.ts';
import type { StrataDocument } from '#shared/document/document.ts';
import type { Fix } from '#shared/document/fix.ts';
import type { GraphFacts } from '#shared/graph/inferGraph.ts';
import type { Problem, ProblemPlace } from '#shared/problems/problem.ts';

/** What every check looks at. */
export interface CheckContext {
  readonly document: StrataDocument;
  readonly facts: GraphFacts;
  readonly prepared: PreparedFeatures;
}

/** One check: what is wrong, and what could mend it. */
export type Check = (context: CheckContext) => readonly Problem<Fix>[];

/** Makes a problem with its fixes; the first fix is the recommended one, at most three are offered. */
export function found(
  severity: Problem['severity'],
  code: string,
  place: ProblemPlace,
  values: Problem['values'],
  fixes: readonly Fix[] = [],
): Problem<Fix> {
  return {
    code,
    severity,
    place,
    values,
    ...(fixes.length === 0 ? {} : { fixes: recommendFirst(fixes.slice(0, 3)) }),
  };
}

/** Marks the first fix as the recommended one. */
export function recommendFirst(fixes: readonly Fix[]): readonly Fix[] {
  return fixes.map((fix, index) => (index === 0 ? { ...fix, recommended: true } : fix));
}
