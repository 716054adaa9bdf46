import type { DataSource } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { DataReport, FeatureReport } from '#shared/data/report.ts';
import { findSource } from '#shared/data/sources/index.ts';

/** Larger pictures make a starter slow: they come to this side. */
const usualSide = 96;
/** Pictures of one size stay as they are up to this side. */
const largestKept = 128;
/**
 * Pictures of many sizes are resized by a step up to this side: its numbers are the same in exported Python. For larger ones
 * the step is slow (three to four times the time of reading at 400 × 500 pixels).
 */
const largestStepped = 256;

/** A source whose pictures have one size, and its features then. */
interface Sized {
  readonly source: DataSource;
  readonly features: readonly Feature[];
}

/**
 * Brings pictures to one size where they have many or are large: the source reads them so, which is faster than a step;
 * small ones are left to the step. A size that the user has chosen stays.
 */
export function guessPictureSize(
  source: DataSource,
  features: readonly Feature[],
  report: DataReport,
): Sized {
  const params = findSource(source.kind)?.params ?? {};
  const isOpen = 'height' in params && (source.params['height'] ?? 0) === 0;
  const picture = features.find(({ kind, role }) => kind === 'image' && role === 'input');
  const [height, width, channels] = picture?.shape ?? [null, null, null];
  const isSmall = height != null && width != null && Math.max(height, width) <= largestKept;
  if (picture === undefined || !isOpen || isSmall) return { source, features };
  const found = report.features.find(({ feature }) => feature.name === picture.name);
  const sides = found?.sizes.flatMap(({ value }) => sidesIn(value)) ?? [];
  const isStepped = height == null && sides.length > 0 && Math.max(...sides) <= largestStepped;
  if (isStepped) return { source, features };
  const side = commonSide(found);
  return {
    source: { ...source, params: { ...source.params, height: side, width: side } },
    features: features.map((feature) =>
      feature === picture ? { ...feature, shape: [side, side, channels ?? 3] } : feature,
    ),
  };
}

/** A side for all pictures: the smaller one of the most frequent size, at most the usual one. */
export function commonSide(found: FeatureReport | undefined): number {
  const [height, width] = sidesIn(found?.sizes[0]?.value ?? '');
  return height && width ? Math.max(8, Math.min(height, width, usualSide)) : usualSide;
}

/** Height and width of a size as reports have it, `height×width×channels`. */
function sidesIn(size: string): readonly number[] {
  return size.split('×').slice(0, 2).map(Number);
}
