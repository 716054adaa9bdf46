import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dropdown } from '#renderer/parts/forms/Dropdown.tsx';
import { useStrata } from '#renderer/store/store.ts';
import styles from './exporting.module.css';

const untrained = '';

interface WeightsChoiceProps {
  readonly runId: string | null;
  readonly isDisabled: boolean;
  readonly onChange: (runId: string | null) => void;
}

/** Whose weights go along: one of the runs', or none. */
export function WeightsChoice(props: WeightsChoiceProps): ReactNode {
  const { t } = useTranslation('exporting');
  const runs = useStrata((state) => state.runs);
  const withWeights = runs.filter(({ hasWeights }) => hasWeights);
  if (withWeights.length === 0) return <span className={styles.note}>{t('untrained')}</span>;
  return (
    <span className={styles.weights}>
      <Dropdown
        label={t('weightsOf')}
        options={[
          ...withWeights.map(({ id, number, epochs }) => ({
            value: id,
            label: t('ofRun', { number, count: epochs.length }),
          })),
          { value: untrained, label: t('untrained') },
        ]}
        value={props.runId ?? untrained}
        isDisabled={props.isDisabled}
        onChange={(id) => {
          props.onChange(id === untrained ? null : id);
        }}
      />
    </span>
  );
}
