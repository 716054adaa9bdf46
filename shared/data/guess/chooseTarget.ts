import type { DataReport } from '#shared/data/report.ts';

/** A report in which this feature, and no other, is what is to be predicted: `guessRecipe` goes by it. */
export function chooseTarget(report: DataReport, name: string): DataReport {
  const features = report.features.map((each) => {
    const { feature } = each;
    if (feature.name === name) return { ...each, feature: { ...feature, role: 'target' as const } };
    if (feature.role !== 'target') return each;
    return { ...each, feature: { ...feature, role: 'input' as const } };
  });
  return { ...report, features };
}
