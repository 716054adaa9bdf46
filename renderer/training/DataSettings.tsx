import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataRecipe } from '#shared/data/data.ts';
import { findSource } from '#shared/data/sources/index.ts';
import { findSplitMethod } from '#shared/data/splits/index.ts';
import { findStep } from '#shared/data/steps/index.ts';
import { countText } from '#renderer/parts/text/numberText.ts';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import { useJoined } from '#renderer/parts/text/useJoined.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { useDataCounts } from '#renderer/training/useDataCounts.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './training.module.css';

/** The data in short: they are chosen and prepared in the Data step. */
export function DataSettings(): ReactNode {
  const { t } = useTranslation('training');
  const localText = useLocalText();
  const data = useStrata((state) => state.document.data);
  const setStep = useStrata((state) => state.setStep);
  const report = useStrata((state) => state.dataReport?.answer ?? null);
  const source = data.source === null ? undefined : findSource(data.source.kind);
  const title = source === undefined ? (data.source?.kind ?? t('none')) : localText(source.title);
  const isOwn = source?.license === null && report?.ok === true;
  return (
    <Section title={t('data')}>
      <dl className={styles.pairs}>
        <div>
          <dt>{t('source')}</dt>
          <dd>{isOwn ? report.value.name : title}</dd>
        </div>
        <div>
          <dt>{t('validation')}</dt>
          <dd>{t(`validations.${data.split.validation}`)}</dd>
        </div>
        <div>
          <dt>{t('splitMethod')}</dt>
          <dd>{localText(findSplitMethod(data.split.method).title)}</dd>
        </div>
      </dl>
      <Steps data={data} />
      <Counts />
      <Button
        variant="subtle"
        className={styles.toData ?? ''}
        onClick={() => {
          setStep('data');
        }}
      >
        {t('changeInData')}
      </Button>
    </Section>
  );
}

/** The preparation steps, in order. */
function Steps({ data }: { readonly data: DataRecipe }): ReactNode {
  const { t } = useTranslation('training');
  const localText = useLocalText();
  if (data.steps.length === 0) return null;
  return (
    <div>
      <h4 className={styles.subtitle}>{t('preparation')}</h4>
      <ol className={styles.steps}>
        {data.steps.map((step, index) => {
          const definition = findStep(step.kind);
          return (
            <li key={index}>
              {definition === undefined ? step.kind : localText(definition.title)}{' '}
              <span className={styles.note}>
                {step.features.slice(0, mostNames).join(t('listSeparator'))}
                {step.features.length > mostNames ? ' …' : ''}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Features of a step that are written out. */
const mostNames = 3;

function Counts(): ReactNode {
  const { t } = useTranslation('training');
  const describe = useDescribe();
  const joined = useJoined();
  const counts = useDataCounts();
  if (counts.isReading) return <p className={styles.quiet}>{t('readingData')}</p>;
  if (counts.problem !== null) {
    const { sentence, cause, remedy } = describe(counts.problem);
    return (
      <p className={styles.problem} role="alert">
        {joined([sentence, cause, remedy])}
      </p>
    );
  }
  if (counts.train === null) return null;
  return (
    <dl className={styles.pairs}>
      {(['train', 'validation', 'test'] as const).map((part) => (
        <div key={part}>
          <dt>{t(`parts.${part}`)}</dt>
          <dd>{countText(counts[part] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
