import type { DataRecipe, DataSource } from '#shared/data/data.ts';
import { guessPictureSize } from '#shared/data/guess/guessPictureSize.ts';
import { guessRoles } from '#shared/data/guess/guessRoles.ts';
import { guessSeries, guessWindows } from '#shared/data/guess/guessSeries.ts';
import { guessSplit } from '#shared/data/guess/guessSplit.ts';
import { guessSteps } from '#shared/data/guess/guessSteps.ts';
import type { DataReport } from '#shared/data/report.ts';
import { findSource } from '#shared/data/sources/index.ts';

/**
 * A recipe for data that was looked at: what is predicted, what is left out, how the rest is prepared and divided.
 * Nothing is bound yet: that follows from the network (`proposeDocument`, `bindRecipe`).
 */
export function guessRecipe(source: DataSource, report: DataReport): DataRecipe {
  // A source that knows its features by itself keeps their roles: a document does not hold them.
  const isFixed = typeof findSource(source.kind)?.features === 'function';
  const roles = isFixed ? report.features.map(({ feature }) => feature) : guessRoles(report);
  const { source: sized, features } = guessPictureSize(source, roles, report);
  const series = guessSeries(features, report);
  // The time itself orders the rows; it is no input of a window.
  const used =
    series === null
      ? features
      : features.map((feature) =>
          feature.kind === 'date' && feature.role === 'input'
            ? { ...feature, role: 'ignored' as const }
            : feature,
        );
  return {
    source: sized,
    features: isFixed ? [] : used,
    steps: guessSteps(used, report),
    windows: series === null ? null : guessWindows(series),
    augmentations: [],
    split: guessSplit(used, series, report.testCount > 0),
    bindings: { inputs: {}, outputs: {} },
  };
}
