import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './forms.module.css';

interface SwitchProps {
  readonly id?: string | undefined;
  readonly label: string;
  /** Said beside it in place of on and off. */
  readonly word?: string;
  readonly value: boolean;
  readonly isDisabled?: boolean;
  readonly describedBy?: string;
  readonly onChange: (value: boolean) => void;
}

/** On or off, with the word beside it. */
export function Switch(props: SwitchProps): ReactNode {
  const { t } = useTranslation('forms');
  return (
    <span className={styles.switchRow}>
      <button
        type="button"
        id={props.id}
        role="switch"
        aria-label={props.label}
        aria-checked={props.value}
        aria-describedby={props.describedBy}
        disabled={props.isDisabled}
        className={styles.switch}
        onClick={() => {
          props.onChange(!props.value);
        }}
      />
      <span>{props.word ?? (props.value ? t('on') : t('off'))}</span>
    </span>
  );
}
