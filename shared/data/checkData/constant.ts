import type { DataCheck } from '#shared/data/checkData/dataCheck.ts';
import { fine, warn } from '#shared/data/checkData/dataCheck.ts';
import { ignoreFix } from '#shared/data/checkData/recipeFixes.ts';

/** Columns that are the same in every row say nothing. */
export const checkConstant: DataCheck = (context) =>
  context.features.flatMap((feature) => {
    const found = context.reportOf(feature.name);
    if (found?.distinct !== 1 || context.report.trainCount < 2) return [];
    if (feature.role !== 'input' && feature.role !== 'ignored') return [];
    const value = found.top[0]?.value ?? String(found.numbers?.min ?? '');
    const values = { feature: feature.name, value };
    return feature.role === 'ignored'
      ? [fine('check.constantHandled', values, feature.name)]
      : [warn('check.constant', values, ignoreFix(context, [feature.name]), feature.name)];
  });
