import { findSource } from '#shared/data/sources/index.ts';
import { weightFeature, weightProblems } from '#shared/data/weightFeature.ts';
import type { Check, CheckContext } from '#shared/document/checks/context.ts';
import { found } from '#shared/document/checks/context.ts';
import type { Fix } from '#shared/document/fix.ts';

/** Problems of the feature that says how much each example counts. */
export const checkWeights: Check = (context) => {
  const { data } = context.document;
  if (data.source === null || findSource(data.source.kind) === undefined) return [];
  return weightProblems(context.prepared.features).map(({ code, values }) =>
    found('error', code, { param: 'data' }, values, fixes(context, code)),
  );
};

/** One weight stays; one that is no number is ignored. */
function fixes({ document }: CheckContext, code: string): readonly Fix[] {
  const { features } = document.data;
  const weight = weightFeature(features);
  // Where the source itself says what its features are, nothing can be chosen.
  if (weight === null) return [];
  const keeps = code === 'data.severalWeights';
  const title = keeps
    ? { en: `Weigh by ${weight.name} only`, 'zh-CN': `只用 ${weight.name} 作为权重` }
    : { en: 'Count all examples the same', 'zh-CN': '所有样本同等看待' };
  const left = features.map((feature) => {
    const stays = feature.role !== 'weight' || (keeps && feature === weight);
    return stays ? feature : { ...feature, role: 'ignored' as const };
  });
  return [{ title, edit: { type: 'setData', data: { features: left } } }];
}
