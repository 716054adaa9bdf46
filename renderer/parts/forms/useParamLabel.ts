import { useTranslation } from 'react-i18next';
import { labelOfName } from '#renderer/parts/forms/fieldText.ts';

/** Labels of parameters: a word of the `params` namespace, else the name itself, split into words. */
export function useParamLabel(): (name: string) => string {
  const { t } = useTranslation('params');
  return (name) => t(name, { defaultValue: labelOfName(name) });
}
