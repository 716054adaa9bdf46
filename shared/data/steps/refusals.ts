import type { Feature } from '#shared/data/feature.ts';
import type { LocalText, Problem } from '#shared/problems/problem.ts';
import { refuse } from '#shared/problems/problem.ts';

/** Says no, with the problem. */
interface Refused {
  readonly ok: false;
  readonly problem: Problem;
}

/** Refuses images and sequences of many sizes (`steps.manySizes`); null: the feature has one size. */
export function refuseManySizes(title: LocalText, feature: Feature): Refused | null {
  if (feature.shape !== null && !feature.shape.includes(null)) return null;
  return refuse('steps.manySizes', { ...stepNames(title), feature: feature.name });
}

/** Refuses what already holds numbers (`steps.alreadyNumbers`); null: the feature holds texts. */
export function refuseNumbers(title: LocalText, feature: Feature): Refused | null {
  if (feature.dtype === 'text') return null;
  return refuse('steps.alreadyNumbers', { ...stepNames(title), feature: feature.name });
}

/** Refuses texts (`steps.needsNumbers`); null: the feature holds numbers. */
export function refuseTexts(title: LocalText, feature: Feature): Refused | null {
  if (feature.dtype !== 'text') return null;
  return refuse('steps.needsNumbers', { ...stepNames(title), feature: feature.name });
}

/** Refuses more than one number an example (`steps.notSingle`); null: it is one. */
export function refuseSeveral(title: LocalText, feature: Feature): Refused | null {
  if (feature.shape?.length === 0) return null;
  return refuse('steps.notSingle', {
    ...stepNames(title),
    feature: feature.name,
    shape: feature.shape,
  });
}

/**
 * Refuses bounds of which the lower is not below the upper (`steps.turnedRound`); null: they are in order, or there
 * are not both.
 */
export function refuseTurnedRound(
  title: LocalText,
  low: number | null,
  high: number | null,
): Refused | null {
  if (low === null || high === null || low < high) return null;
  return refuse('steps.turnedRound', { ...stepNames(title), low, high });
}

/** A step's title as the values of a problem. */
function stepNames(title: LocalText): {
  readonly step: string;
  readonly stepChinese: string;
} {
  return { step: title.en, stepChinese: title['zh-CN'] };
}
