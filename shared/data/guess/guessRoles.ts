import type { Feature, FeatureRole } from '#shared/data/feature.ts';
import { isCopy } from '#shared/data/guess/leaks.ts';
import {
  namesClasses,
  namesGroup,
  namesId,
  namesWeight,
  targetRank,
} from '#shared/data/guess/names.ts';
import { saysPart } from '#shared/data/guess/guessSplit.ts';
import type { DataReport, FeatureReport } from '#shared/data/report.ts';
import { canWeigh } from '#shared/data/weightFeature.ts';

/** Columns with more than this part of their values missing are not used. */
export const mostlyEmpty = 0.5;
/** Most classes of a target that is guessed, and of whole numbers that are taken for class numbers. */
const targetClasses = 50;
const numberClasses = 20;
/** Texts shorter than this on average are names, not something to read. */
const readableLength = 30;

const mainKinds: ReadonlySet<string> = new Set(['image', 'audio', 'sequence']);

/** The features of a report with guessed roles and, for class numbers, kinds. */
export function guessRoles(report: DataReport): readonly Feature[] {
  const target = guessTarget(report);
  const hasMain = report.features.some(({ feature }) => mainKinds.has(feature.kind));
  const features = report.features.map((each) => {
    const { feature } = each;
    if (each === target) return asTarget(each);
    // What the source itself says is kept, except that there is more than one target or a copy of it.
    if (feature.role !== 'input' && feature.role !== 'target') return feature;
    const weight = numberedWeight(each);
    return weight ?? { ...feature, role: roleOf(each, target, report, hasMain) };
  });
  if (
    features.some(({ role, kind }) => role === 'input' || (role === 'target' && kind === 'number'))
  ) {
    return features;
  }
  const text = longestText(report, target);
  return features.map((feature) =>
    feature.name === text?.feature.name ? { ...feature, role: 'input' } : feature,
  );
}

/** Few whole numbers look like classes; under the name of a weight they are one. null: it is none of these. */
function numberedWeight({ feature, missing }: FeatureReport): Feature | null {
  const { name, kind, classNames } = feature;
  if (kind !== 'category' || classNames === undefined || !namesWeight(name)) return null;
  if (missing > 0 || !classNames.every((each) => /^\d+$/.test(each))) return null;
  return { name, role: 'weight', kind: 'number', shape: [], dtype: 'float32', classes: null };
}

/** Where nothing else is left to go by, the longest texts are read, short as they may be. */
function longestText(report: DataReport, target: FeatureReport | null): FeatureReport | undefined {
  return report.features
    .filter((each) => each !== target && each.feature.kind === 'text')
    .filter(({ feature }) => !namesId(feature.name) && feature.name !== 'file')
    .sort((a, b) => (b.numbers?.mean ?? 0) - (a.numbers?.mean ?? 0))[0];
}

function roleOf(
  each: FeatureReport,
  target: FeatureReport | null,
  report: DataReport,
  hasMain: boolean,
): FeatureRole {
  const rows = report.trainCount;
  const { feature, missing, distinct } = each;
  const { name, kind } = feature;
  if (mainKinds.has(kind)) return 'input';
  if (saysPart(feature)) return 'ignored';
  if (rows > 0 && missing / rows > mostlyEmpty) return 'ignored';
  if (distinct !== null && distinct <= 1 && rows > 1) return 'ignored';
  if (target !== null && isCopy(each, target, rows)) return 'ignored';
  if (namesWeight(name) && kind === 'number') return canWeigh(each) ? 'weight' : 'ignored';
  const isUnique = distinct !== null && rows > 1 && distinct > 0.95 * (rows - missing);
  if (
    namesGroup(name) &&
    !isUnique &&
    (kind === 'category' || kind === 'number' || kind === 'text')
  )
    return 'group';
  if (isUnique && namesId(name) && kind !== 'date') return 'ignored';
  if (kind === 'text') return isReadable(each, report, target) ? 'input' : 'ignored';
  if (kind === 'category' && isUnique && rows > 20) return 'ignored';
  // A folder of pictures or recordings: what is beside them (path, size) is not for the network.
  if (hasMain) return 'ignored';
  return 'input';
}

/** Texts are read where they are long enough, or where there is nothing else to go by. */
function isReadable(
  each: FeatureReport,
  report: DataReport,
  target: FeatureReport | null,
): boolean {
  const mean = each.numbers?.mean ?? readableLength;
  if (mean >= readableLength) return true;
  return !report.features.some(
    (other) =>
      other !== each &&
      other !== target &&
      ['number', 'category'].includes(other.feature.kind) &&
      !namesId(other.feature.name),
  );
}

/** What is to be predicted: what the source says, a telling name, the last column with classes, the last with numbers. */
function guessTarget(report: DataReport): FeatureReport | null {
  const { features, trainCount: rows } = report;
  const declared = features.find(({ feature }) => feature.role === 'target');
  if (declared !== undefined) return declared;
  const usable = features.filter(
    ({ feature, missing, distinct }) =>
      !saysPart(feature) &&
      ['category', 'number'].includes(feature.kind) &&
      feature.role === 'input' &&
      missing < rows * mostlyEmpty &&
      (distinct === null || distinct > 1),
  );
  const named = usable
    .map((each) => ({ each, rank: targetRank(each.feature.name) }))
    .filter(
      ({ each, rank }) => rank !== null && (each.feature.kind === 'number' || hasFewClasses(each)),
    )
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))[0];
  if (named !== undefined) return named.each;
  const classes = usable.filter(
    (each) =>
      each.feature.kind === 'category' && hasFewClasses(each) && !namesGroup(each.feature.name),
  );
  // A category in front of the numbers describes the row as often as it is asked for; the last column is what most tables ask for.
  const lastClasses = classes.at(-1);
  const hasOthers = features.some(
    ({ feature }) => mainKinds.has(feature.kind) || feature.kind === 'text',
  );
  const last = usable.filter(({ feature }) => !namesId(feature.name)).at(-1);
  if (lastClasses !== undefined && (hasOthers || lastClasses === last || !isSeries(report)))
    return lastClasses;
  return last ?? null;
}

/** Dates beside numbers alone: the numbers are what changes. */
function isSeries({ features }: DataReport): boolean {
  const kinds = features.map(({ feature }) => feature.kind);
  return kinds.includes('date') && kinds.filter((kind) => kind === 'category').length <= 1;
}

function hasFewClasses({ distinct, feature }: FeatureReport): boolean {
  const classes = feature.classes ?? distinct;
  return classes !== null && classes >= 2 && classes <= targetClasses;
}

function asTarget({ feature, distinct, top }: FeatureReport): Feature {
  const isNumbers =
    feature.kind === 'number' && feature.dtype !== 'text' && feature.shape?.length === 0;
  const isWhole = top.length === distinct && top.every(({ value }) => /^-?\d+(\.0+)?$/.test(value));
  const isClasses =
    isNumbers &&
    feature.classes === null &&
    distinct !== null &&
    distinct >= 2 &&
    distinct <= numberClasses &&
    isWhole;
  if (!isClasses || !(namesClasses(feature.name) || distinct === 2))
    return { ...feature, role: 'target' };
  const classNames = top.map(({ value }) => value).sort((a, b) => Number(a) - Number(b));
  return {
    ...feature,
    role: 'target',
    kind: 'category',
    dtype: 'text',
    classes: classNames.length,
    classNames,
  };
}
