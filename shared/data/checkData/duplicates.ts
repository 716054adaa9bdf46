import type { DataCheck } from '#shared/data/checkData/dataCheck.ts';
import { fine, percent, warn } from '#shared/data/checkData/dataCheck.ts';
import { findStep } from '#shared/data/steps/index.ts';

/** Rows that are repeated can lie on both sides of a split, so that the test asks what was learned by heart. */
export const checkDuplicates: DataCheck = (context) => {
  const { report, recipe } = context;
  const { duplicates } = report;
  const rows = report.trainCount + report.testCount;
  if (duplicates === null || duplicates === 0 || recipe.windows !== null) return [];
  const values = { duplicates, share: percent(duplicates / Math.max(rows, 1)) };
  if (recipe.steps.some(({ kind }) => kind === 'dropDuplicates')) {
    return [fine('check.duplicatesHandled', values)];
  }
  const names = context.features.filter(({ role }) => role !== 'ignored').map(({ name }) => name);
  const step = findStep('dropDuplicates');
  const fixes =
    step === undefined
      ? []
      : [
          {
            title: { en: 'Remove repeated rows', 'zh-CN': '去掉重复的行' },
            data: {
              steps: [{ kind: 'dropDuplicates', features: names, params: {} }, ...recipe.steps],
            },
          },
        ];
  return [warn('check.duplicates', values, fixes)];
};
