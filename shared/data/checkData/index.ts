import { checkBalance } from '#shared/data/checkData/balance.ts';
import { checkConstant } from '#shared/data/checkData/constant.ts';
import type { DataCheck, DataFinding } from '#shared/data/checkData/dataCheck.ts';
import { checkDates } from '#shared/data/checkData/dates.ts';
import { checkDuplicates } from '#shared/data/checkData/duplicates.ts';
import { checkFewExamples } from '#shared/data/checkData/fewExamples.ts';
import { checkGaps } from '#shared/data/checkData/gaps.ts';
import { checkGroups } from '#shared/data/checkData/groups.ts';
import { checkLeaks } from '#shared/data/checkData/leaks.ts';
import { checkMeanBaseline } from '#shared/data/checkData/meanBaseline.ts';
import { checkMostlyEmpty } from '#shared/data/checkData/mostlyEmpty.ts';
import { checkOneClass } from '#shared/data/checkData/oneClass.ts';
import { checkScaling } from '#shared/data/checkData/scaling.ts';
import { checkWeights } from '#shared/data/checkData/weights.ts';
import type { DataRecipe } from '#shared/data/data.ts';
import type { DataReport, PreviewRows } from '#shared/data/report.ts';

/** The checks, in the order in which their findings are shown. */
const checks: readonly DataCheck[] = [
  checkOneClass,
  checkLeaks,
  checkGroups,
  checkDuplicates,
  checkMostlyEmpty,
  checkConstant,
  checkGaps,
  checkWeights,
  checkFewExamples,
  checkBalance,
  checkMeanBaseline,
  checkScaling,
  checkDates,
];

/**
 * What is odd about data and how a recipe uses them, and what the recipe takes care of already. `sample`: some rows as
 * they are, which make the search for leaks sure. Every problem is a warning: training is possible.
 */
export function checkData(
  recipe: DataRecipe,
  report: DataReport,
  sample: PreviewRows | null = null,
): readonly DataFinding[] {
  const features =
    recipe.features.length > 0 ? recipe.features : report.features.map(({ feature }) => feature);
  const byName = new Map(report.features.map((each) => [each.feature.name, each]));
  const feature = features.find(({ role }) => role === 'target');
  const found = feature === undefined ? undefined : byName.get(feature.name);
  const target = feature === undefined || found === undefined ? null : { feature, found };
  const context = {
    recipe,
    report,
    sample,
    features,
    reportOf: (name: string) => byName.get(name),
    target,
  };
  return checks.flatMap((check) => check(context));
}
