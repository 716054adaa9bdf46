import { useTranslation } from 'react-i18next';
import type { LayerFit } from '#renderer/parts/layerSearch/fitLayer.ts';
import { shapeText } from '#renderer/parts/text/shapeText.ts';
import { useLanguage } from '#renderer/parts/text/useLocalText.ts';
import { describe } from '#shared/document/describe.ts';

/** What stands beside a layer in the list: the shape it would make, or why it does not fit. */
export function useFitText(fit: LayerFit): { readonly short: string; readonly long: string } {
  const { t } = useTranslation('palette');
  const language = useLanguage();
  if (fit.fits) {
    const text = fit.output === null ? '' : shapeText(fit.output);
    return { short: text, long: text };
  }
  const { reason } = fit;
  if (reason.kind === 'noInputs') {
    const text = t('quickAdd.noInputs');
    return { short: text, long: text };
  }
  if (reason.kind === 'rank') {
    const count = reason.ranks[0] ?? 0;
    const text = t('quickAdd.needsAxes', {
      count: reason.ranks.length > 1 ? 2 : count,
      axes: reason.ranks.join(t('quickAdd.or')),
    });
    return { short: text, long: text };
  }
  return { short: t('quickAdd.problem'), long: describe(reason.problem, language).sentence };
}
