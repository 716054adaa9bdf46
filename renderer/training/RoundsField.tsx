import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { roundsOf } from '#shared/document/rounds.ts';
import { Segmented } from '#renderer/parts/forms/Segmented.tsx';
import { useStrata } from '#renderer/store/store.ts';
import { Field } from '#renderer/ui/Field.tsx';

/** Whether Train trains all rounds of the cross-validation, or one; nothing where the document has none. */
export function RoundsField(): ReactNode {
  const { t } = useTranslation('training');
  const split = useStrata((state) => state.document.data.split);
  const hasRounds = useStrata((state) => roundsOf(state.document, { folds: true }).ok);
  const trainsAll = useStrata((state) => state.trainsAllRounds);
  const setTrainsAll = useStrata((state) => state.setTrainsAllRounds);
  if (!hasRounds || split.folds === null) return null;
  return (
    <Field label={t('crossValidation')}>
      <Segmented
        name="rounds"
        label={t('crossValidation')}
        options={[
          { value: 'all', label: t('allRounds', { count: split.folds }) },
          { value: 'one', label: t('oneRound', { round: split.fold ?? 1 }) },
        ]}
        value={trainsAll ? 'all' : 'one'}
        onChange={(value) => {
          setTrainsAll(value === 'all');
        }}
      />
    </Field>
  );
}
