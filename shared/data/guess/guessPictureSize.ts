import type { DataSource } from '#shared/data/data.ts';
import type { Feature } from '#shared/data/feature.ts';
import type { DataReport } from '#shared/data/report.ts';
import { findSource } from '#shared/data/sources/index.ts';

/** Larger pictures make a starter slow: they come to this side. */
const usualSide = 96;
/** Pictures of one size stay as they are up to this side. */
const largestKept = 128;

/** A source whose pictures have one size, and its features then. */
interface Sized {
  readonly source: DataSource;
  readonly features: readonly Feature[];
}

/**
 * Brings pictures to one size where they have many or are large: the source reads them so, which is faster than a step.
 * A size that the user has chosen stays.
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
  const side = Math.min(usualSide, smallerSide(picture.name, report));
  return {
    source: { ...source, params: { ...source.params, height: side, width: side } },
    features: features.map((feature) =>
      feature === picture ? { ...feature, shape: [side, side, channels ?? 3] } : feature,
    ),
  };
}

/** The smaller side of the most frequent size. */
function smallerSide(name: string, { features }: DataReport): number {
  const size = features.find(({ feature }) => feature.name === name)?.sizes[0]?.value ?? '';
  const sides = size.split('×').slice(0, 2).map(Number);
  const [height, width] = sides;
  return height && width ? Math.max(8, Math.min(height, width)) : usualSide;
}
