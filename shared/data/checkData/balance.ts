import { hasClass } from '#shared/data/feature.ts';
import type { DataCheck } from '#shared/data/checkData/dataCheck.ts';
import { fine, percent, warn } from '#shared/data/checkData/dataCheck.ts';
import { splitFix } from '#shared/data/checkData/recipeFixes.ts';
import type { FeatureReport } from '#shared/data/report.ts';

/** Below this share of an even one, a class is rare. */
const rareShare = 0.25;

/** What always guessing the most frequent class achieves; null: the target has no classes, or they were not counted. */
function majority(found: FeatureReport): { readonly name: string; readonly share: number } | null {
  const [first] = found.top;
  if (!hasClass(found.feature) || first === undefined) return null;
  const rows = rowsOf(found);
  return rows === 0 ? null : { name: first.value, share: first.count / rows };
}

function rowsOf({ top }: FeatureReport): number {
  return top.reduce((sum, { count }) => sum + count, 0);
}

/** Whether classes are balanced enough, and what guessing alone achieves. */
export const checkBalance: DataCheck = (context) => {
  const { target, recipe } = context;
  if (target === null) return [];
  const found = { ...target.found, feature: target.feature };
  const most = majority(found);
  const distinct = found.distinct ?? found.top.length;
  const counted = found.top.length >= distinct;
  if (most === null || distinct < 2) return [];
  const least = found.top.at(-1);
  const values = {
    target: target.feature.name,
    class: most.name,
    share: percent(most.share),
    least: least?.value ?? '',
    leastShare: percent((least?.count ?? 0) / rowsOf(found)),
    classes: distinct,
  };
  const isRare = counted && (least?.count ?? 0) / rowsOf(found) < rareShare / distinct;
  if (!isRare && most.share < 0.9) {
    return [fine('check.balanced', values, target.feature.name)];
  }
  const isStratified = recipe.split.method !== 'random' || recipe.windows !== null;
  const title = { en: 'Same share of each class in every part', 'zh-CN': '每一部分中各类占比相同' };
  return [
    warn(
      'check.imbalance',
      values,
      isStratified ? [] : [splitFix(context, title, { method: 'stratified', feature: null })],
      target.feature.name,
    ),
  ];
};
