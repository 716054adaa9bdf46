import type { DataRecipe, FeatureRole } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { DataReport, FeatureReport } from '#shared/data/report.ts';
import { findSource } from '#shared/data/sources/index.ts';
import { parseParams } from '#shared/layers/parseParams.ts';

/** One column of the table: a feature and what is known of it. */
export interface DataColumn {
  readonly feature: Feature;
  /** null: not read yet. */
  readonly report: FeatureReport | null;
}

/** Features of a recipe as its source has them, before any step: the document's own, or what the source says by itself. */
export function sourceFeatures({ source, features }: DataRecipe): readonly Feature[] {
  if (source === null) return [];
  const definition = findSource(source.kind);
  if (definition?.features == null) return features;
  return definition.features(parseParams(definition.params, source.params).values);
}

/** Whether roles and kinds are kept in the document, so that they can be corrected. */
export function canCorrect({ source }: DataRecipe): boolean {
  return source !== null && findSource(source.kind)?.features === null;
}

/** The columns in the order of the table: targets first, then the others as the source has them. */
export function columnsOf(recipe: DataRecipe, report: DataReport | null): readonly DataColumn[] {
  const reports = new Map(report?.features.map((each) => [each.feature.name, each]));
  const columns = sourceFeatures(recipe).map((feature) => ({
    feature,
    report: reports.get(feature.name) ?? null,
  }));
  const isTarget = ({ feature }: DataColumn): boolean => feature.role === 'target';
  return [...columns.filter(isTarget), ...columns.filter((column) => !isTarget(column))];
}

/** Features with this role. */
export function withRole(features: readonly Feature[], role: FeatureRole): readonly Feature[] {
  return features.filter((feature) => feature.role === role);
}

/** Rows of a source, all parts. */
export function rowCount(report: DataReport): number {
  return report.trainCount + report.testCount;
}

/** Widths of columns by kind, px. */
const wide: Readonly<Partial<Record<Feature['kind'], number>>> = {
  text: 240,
  date: 172,
  image: 116,
  audio: 220,
  sequence: 160,
  boxes: 160,
};
const usualWidth = 104;
const pxPerLetter = 7.4;
const badgePx = 68;
const mostPx = 240;

/** What bars take beside the names of their values, px. */
const barPx = 76;
const pxPerSmallLetter = 6.2;
const mostForBars = 168;

/** Width of a column, px: what its values want, and its name as far as that is reasonable. */
export function columnWidth({ feature, report }: DataColumn): number {
  const { name, kind, shape } = feature;
  const forValues = wide[kind] ?? (shape !== null && shape.length > 0 ? 160 : usualWidth);
  const forName = Math.min(mostPx, Math.ceil(letters(name) * pxPerLetter) + badgePx);
  const longest = Math.max(0, ...(report?.top ?? []).slice(0, 3).map((top) => letters(top.value)));
  const forBars =
    kind === 'category' ? Math.min(mostForBars, longest * pxPerSmallLetter + barPx) : 0;
  return Math.ceil(Math.max(forValues, forName, forBars));
}

/** Chinese characters are twice as wide as Latin ones. */
function letters(text: string): number {
  let count = 0;
  for (const character of text) count += character > '\u2e7f' ? 1.8 : 1;
  return count;
}
