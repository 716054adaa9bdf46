import type { DataCheck } from '#shared/data/checkData/dataCheck.ts';
import { fine, warn } from '#shared/data/checkData/dataCheck.ts';
import { ignoreFix } from '#shared/data/checkData/recipeFixes.ts';
import { isCopy } from '#shared/data/guess/leaks.ts';
import type { PreviewRows } from '#shared/data/report.ts';

/** Fewer rows than this prove nothing. */
const enoughRows = 30;

/** Features that say what is to be predicted: by their counts, and row by row where rows are at hand. */
export const checkLeaks: DataCheck = (context) => {
  const { target, report, sample } = context;
  // Objects in pictures are not said by a single value.
  if (target === null || target.feature.kind === 'boxes') return [];
  const rows = report.trainCount;
  return context.features.flatMap((feature) => {
    if (feature.role !== 'input' && feature.role !== 'ignored') return [];
    if (!['number', 'category', 'text'].includes(feature.kind)) return [];
    const found = context.reportOf(feature.name);
    if (found === undefined) return [];
    const byRows = sample === null ? null : determines(sample, feature.name, target.feature.name);
    // One row against it is proof. Rows that all agree are none where they are only the first of a sorted file.
    const isWhole = sample !== null && sample.rows.length >= rows;
    const isLeak =
      byRows === null
        ? isCopy(found, target.found, rows)
        : byRows.isCopy && (isWhole || isCopy(found, target.found, rows));
    if (!isLeak) return [];
    const values = {
      feature: feature.name,
      target: target.feature.name,
      rows: isWhole ? (byRows?.rows ?? rows) : rows,
    };
    return feature.role === 'ignored'
      ? [fine('check.leakHandled', values, feature.name)]
      : [warn('check.leak', values, ignoreFix(context, [feature.name]), feature.name)];
  });
};

/**
 * Whether each value of a feature comes with one value of the target only, although values come again; null: too few rows
 * tell, or a feature is not a plain value.
 */
function determines(sample: PreviewRows, feature: string, target: string) {
  const [at, to] = [sample.names.indexOf(feature), sample.names.indexOf(target)];
  if (at < 0 || to < 0) return null;
  const targets = new Map<unknown, unknown>();
  const seen = new Set<unknown>();
  let rows = 0;
  for (const row of sample.rows) {
    const [value, answer] = [row[at] ?? null, row[to] ?? null];
    if (value === null || answer === null) continue;
    if (typeof value === 'object' || typeof answer === 'object') return null;
    rows += 1;
    seen.add(answer);
    if (targets.has(value) && targets.get(value) !== answer) return { rows, isCopy: false };
    targets.set(value, answer);
  }
  if (rows < enoughRows || seen.size < 2) return null;
  // Values that hardly come again would determine anything: an id, a name, a fine measurement.
  const isRepeated = targets.size <= Math.max(seen.size * 2, rows / 20);
  return { rows, isCopy: isRepeated };
}
