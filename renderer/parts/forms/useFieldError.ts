import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldError } from '#renderer/parts/forms/fieldText.ts';

/** Hands a typing error to the row as a sentence that also names the value still in force. */
export function useFieldError(
  error: FieldError | null,
  valueInForce: string,
  onError: (sentence: string | null) => void,
): void {
  const { t } = useTranslation('forms');
  const reason = error === null ? null : t(`errors.${error.key}`, { ...error.values });
  const sentence =
    reason === null
      ? null
      : valueInForce === ''
        ? reason
        : `${reason}${t('stays', { value: valueInForce })}`;
  useEffect(() => {
    onError(sentence);
  }, [sentence, onError]);
}
