import { MultiSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepDefinition } from '#shared/data/catalogue.ts';
import { useStepFeatures } from '#renderer/data/stepFeatures.ts';
import styles from './FeaturePicker.module.css';

/** Names that a list offers at once; others are found by typing. */
const mostOffered = 200;

/** Which features a step treats: those before it whose kind it accepts. */
export function FeaturePicker({
  definition,
  before,
  chosen,
  isDisabled,
  onChange,
}: {
  readonly definition: StepDefinition;
  /** Index of the step. */
  readonly before: number;
  readonly chosen: readonly string[];
  readonly isDisabled: boolean;
  readonly onChange: (features: readonly string[]) => void;
}): ReactNode {
  const { t } = useTranslation('data');
  const { before: features } = useStepFeatures(before);
  const fitting = features
    .filter(({ kind, role }) => role !== 'ignored' && definition.accepts.includes(kind))
    .map(({ name }) => name);
  // What does not fit any more can still be taken out.
  const offered = [...new Set([...fitting, ...chosen])];
  return (
    <MultiSelect
      className={styles.picker ?? ''}
      size="xs"
      aria-label={t('features')}
      data={offered}
      value={[...chosen]}
      disabled={isDisabled}
      searchable
      limit={mostOffered}
      hidePickedOptions
      nothingFoundMessage={t('noFeatureFits')}
      onChange={(names) => {
        onChange(offered.filter((name) => names.includes(name)));
      }}
    />
  );
}
