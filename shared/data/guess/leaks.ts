import type { FeatureReport } from '#shared/data/report.ts';

/** Fewer rows than this prove nothing. */
const enoughRows = 30;

/**
 * Whether a feature says the same as the target in other words, as far as counts can tell: as many rows for each of its
 * values as for each of the target's (`alive: no 549, yes 342` and `survived: 0 549, 1 342`), or numbers that lie in the
 * same way (the same weight in grams and in pounds).
 */
export function isCopy(feature: FeatureReport, target: FeatureReport, rows: number): boolean {
  if (rows < enoughRows || feature.missing !== target.missing) return false;
  return sameCounts(feature, target) || sameNumbers(feature, target);
}

function sameCounts(feature: FeatureReport, target: FeatureReport): boolean {
  const { distinct } = target;
  if (distinct === null || distinct < 2 || distinct > 20 || feature.distinct !== distinct)
    return false;
  const counts = ({ top }: FeatureReport) => top.map(({ count }) => count).sort((a, b) => b - a);
  const [a, b] = [counts(feature), counts(target)];
  // Classes that are all alike (50 of each) have the same counts by design.
  const differ = new Set(b).size > 1;
  return differ && a.length === distinct && a.every((count, index) => count === b[index]);
}

function sameNumbers(feature: FeatureReport, target: FeatureReport): boolean {
  const [a, b] = [feature.numbers, target.numbers];
  if (
    a === null ||
    b === null ||
    feature.feature.kind !== 'number' ||
    target.feature.kind !== 'number'
  )
    return false;
  if (a.deviation === 0 || b.deviation === 0) return false;
  const marks = ({ min, max, quartiles, mean, deviation }: typeof a) =>
    [min, ...quartiles, max].map((value) => (value - mean) / deviation);
  const others = marks(b);
  return marks(a).every((value, index) => Math.abs(value - (others[index] ?? 0)) < 1e-3);
}
