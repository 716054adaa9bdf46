import type { DataCheck } from '#shared/data/checkData/dataCheck.ts';
import { fine, percent, warn } from '#shared/data/checkData/dataCheck.ts';
import { ignoreFix } from '#shared/data/checkData/recipeFixes.ts';
import { mostlyEmpty } from '#shared/data/guess/guessRoles.ts';

/** Columns that are missing in most rows: what fills them would be made up. */
export const checkMostlyEmpty: DataCheck = (context) =>
  context.features.flatMap((feature) => {
    const missing = context.reportOf(feature.name)?.missing ?? 0;
    const share = missing / Math.max(1, context.report.trainCount);
    if (share <= mostlyEmpty || (feature.role !== 'input' && feature.role !== 'ignored')) return [];
    const values = { feature: feature.name, missing, share: percent(share) };
    return feature.role === 'ignored'
      ? [fine('check.mostlyEmptyHandled', values, feature.name)]
      : [warn('check.mostlyEmpty', values, ignoreFix(context, [feature.name]), feature.name)];
  });
