import type { DataCheck } from '#shared/data/checkData/dataCheck.ts';
import { warn } from '#shared/data/checkData/dataCheck.ts';
import { ignoreFix, stepFix } from '#shared/data/checkData/recipeFixes.ts';
import { prepareFeatures } from '#shared/data/prepareFeatures.ts';
import { findStep } from '#shared/data/steps/index.ts';

/** Dates as plain numbers only grow: what comes again (the month, the weekday) is lost on a network. */
export const checkDates: DataCheck = (context) => {
  const parts = findStep('dateParts');
  return prepareFeatures(context.recipe).features.flatMap((feature) => {
    if (feature.role !== 'input' || feature.kind !== 'date') return [];
    const fixes =
      parts === undefined
        ? []
        : [
            stepFix(
              context,
              { en: `Take ${feature.name} apart`, 'zh-CN': `把 ${feature.name} 拆成日期部分` },
              { kind: 'dateParts', features: [feature.name], params: {} },
            ),
          ];
    return [
      warn(
        'check.dateAsInput',
        { feature: feature.name },
        [...fixes, ...ignoreFix(context, [feature.name])],
        feature.name,
      ),
    ];
  });
};
