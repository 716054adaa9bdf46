import { findAugmentation } from '#shared/data/augmentations/index.ts';
import { mixedNamesProblems } from '#shared/document/mixedNames.ts';
import type { Check } from '#shared/document/checks/context.ts';
import { found } from '#shared/document/checks/context.ts';

/** Augmentations that blend whole examples need amounts on both sides. */
export const checkMixing: Check = ({ document, prepared }) => {
  const { data, training } = document;
  const left = data.augmentations.filter(({ kind }) => !findAugmentation(kind)?.share);
  return mixedNamesProblems(data, training, prepared.features).map(({ code, values }) =>
    found('error', code, { param: 'data' }, values, [
      {
        title: { en: 'Do not blend examples', 'zh-CN': '不混合样本' },
        edit: { type: 'setData', data: { augmentations: left } },
      },
    ]),
  );
};
