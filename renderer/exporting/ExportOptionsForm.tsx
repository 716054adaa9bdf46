import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportTarget } from '#shared/codegen/targets.ts';
import type { ExportOptions } from '#shared/protocol/types.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import styles from './exporting.module.css';

interface ExportOptionsFormProps {
  readonly target: ExportTarget;
  readonly options: ExportOptions;
  readonly hasRun: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (options: ExportOptions) => void;
}

/** What goes along, and whether the export is run and compared. */
export function ExportOptionsForm(props: ExportOptionsFormProps): ReactNode {
  const { target, options, onChange } = props;
  const { t } = useTranslation('exporting');
  const localText = useLocalText();
  return (
    <div className={styles.options}>
      <Checkbox
        label={props.hasRun ? t('withWeights') : t('withStartWeights')}
        checked={options.weights}
        disabled={props.isDisabled || !target.weightsOptional}
        onChange={(event) => {
          onChange({ ...options, weights: event.currentTarget.checked });
        }}
      />
      {target.hasTrainingCode && (
        <Checkbox
          label={t('withTrainingCode')}
          checked={options.trainingCode}
          disabled={props.isDisabled}
          onChange={(event) => {
            onChange({ ...options, trainingCode: event.currentTarget.checked });
          }}
        />
      )}
      <Checkbox
        label={
          target.verifiedWith === null
            ? t('verify')
            : t('verifyWith', { needs: localText(target.verifiedWith) })
        }
        checked={options.verify}
        disabled={props.isDisabled}
        onChange={(event) => {
          onChange({ ...options, verify: event.currentTarget.checked });
        }}
      />
    </div>
  );
}
