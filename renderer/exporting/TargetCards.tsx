import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { exportTargets, type ExportTarget } from '#shared/codegen/targets.ts';
import type { Verification } from '#shared/protocol/types.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import styles from './exporting.module.css';

interface TargetCardsProps {
  readonly value: string;
  /** What verifying gave, by target. */
  readonly verified: Readonly<Record<string, Verification>>;
  readonly isDisabled: boolean;
  readonly onChange: (target: ExportTarget) => void;
}

/** What a network can be exported as. */
export function TargetCards(props: TargetCardsProps): ReactNode {
  const { t } = useTranslation('exporting');
  const localText = useLocalText();
  return (
    <div role="radiogroup" aria-label={t('format')} className={styles.targets}>
      {exportTargets.map((target) => (
        <label
          key={target.id}
          className={styles.target}
          data-chosen={target.id === props.value ? 'true' : undefined}
        >
          <input
            type="radio"
            name="export-target"
            className={styles.radio}
            checked={target.id === props.value}
            disabled={props.isDisabled}
            onChange={() => {
              props.onChange(target);
            }}
          />
          <span className={styles.targetWords}>
            <span className={styles.targetHead}>
              <b>{localText(target.title)}</b>
              <VerifiedChip verification={props.verified[target.id]} />
            </span>
            <span className={styles.targetDoc}>{localText(target.doc)}</span>
            <code className={styles.targetFiles}>{target.files.join('  ')}</code>
          </span>
        </label>
      ))}
    </div>
  );
}

function VerifiedChip({
  verification,
}: {
  readonly verification: Verification | undefined;
}): ReactNode {
  const { t } = useTranslation('exporting');
  if (verification?.kind === 'verified') {
    return (
      <Chip tone="ok">
        <CircleCheck size={12} aria-hidden />
        {t('chipVerified')}
      </Chip>
    );
  }
  if (verification?.kind === 'failed') {
    return (
      <Chip tone="danger">
        <CircleAlert size={12} aria-hidden />
        {t('chipFailed')}
      </Chip>
    );
  }
  return <Chip>{t('chipNotVerified')}</Chip>;
}
