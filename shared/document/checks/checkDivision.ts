import { divisionProblems } from '#shared/data/checkDivision.ts';
import type { Feature } from '#shared/data/feature.ts';
import { findSource } from '#shared/data/sources/index.ts';
import { findSplitMethod } from '#shared/data/splits/index.ts';
import type { Check, CheckContext } from '#shared/document/checks/context.ts';
import { found } from '#shared/document/checks/context.ts';
import type { Fix } from '#shared/document/fix.ts';

/** Problems of how rows are divided and of windows. */
export const checkDivision: Check = (context) => {
  const { data } = context.document;
  const { features } = context.prepared;
  if (data.source === null || findSource(data.source.kind) === undefined) return [];
  // Features that are not read yet are a problem of their own.
  if (features.length === 0) return [];
  return divisionProblems(data, features).map(({ code, values }) =>
    found(
      'error',
      code,
      { param: code === 'data.noSeriesFeature' ? 'data.windows' : 'data.split' },
      values,
      code === 'data.noSeriesFeature' ? seriesFixes(context) : splitFixes(context),
    ),
  );
};

function seriesFixes({ document }: CheckContext): readonly Fix[] {
  const { windows } = document.data;
  if (windows === null) return [];
  return [
    {
      title: { en: 'Take all rows for one series', 'zh-CN': '把所有行视为一个序列' },
      edit: { type: 'setData', data: { windows: { ...windows, series: null } } },
    },
  ];
}

/** A feature that the method can look at, then dividing at random. */
function splitFixes({ document, prepared }: CheckContext): readonly Fix[] {
  const { split } = document.data;
  const { keyKinds } = findSplitMethod(split.method);
  const suits = ({ role, kind }: Feature) =>
    role === 'group' || (role !== 'target' && keyKinds.includes(kind));
  const feature =
    prepared.features.find(({ role }) => role === 'group') ?? prepared.features.find(suits);
  const choose: readonly Fix[] =
    feature === undefined
      ? []
      : [
          {
            title: { en: `Divide by ${feature.name}`, 'zh-CN': `按 ${feature.name} 划分` },
            edit: { type: 'setData', data: { split: { ...split, feature: feature.name } } },
          },
        ];
  return [
    ...choose,
    {
      title: { en: 'Divide at random', 'zh-CN': '随机划分' },
      edit: { type: 'setData', data: { split: { ...split, method: 'random', feature: null } } },
    },
  ];
}
