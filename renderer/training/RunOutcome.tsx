import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunInfo } from '#shared/protocol/types.ts';
import { countText, measureText } from '#renderer/parts/text/numberText.ts';
import { bestEpoch, metricText } from '#renderer/training/runNumbers.ts';
import { useMetricName } from '#renderer/training/useMetricName.ts';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './training.module.css';

/** What a run that is over achieved: on the test part, and in its best epoch. */
export function RunOutcome({ run }: { readonly run: RunInfo }): ReactNode {
  const { t } = useTranslation('training');
  const best = bestEpoch(run.epochs);
  if (run.state.kind !== 'done' || (run.test === null && best === null)) return null;
  const { test } = run;
  return (
    <Section
      title={t('results')}
      note={test === null ? undefined : t('testExamples', { amount: countText(test.examples) })}
    >
      {test !== null && <Measures loss={test.loss} metrics={test.metrics} isLarge />}
      {best !== null && (
        <>
          <h4 className={styles.subtitle}>{t('bestEpochIs', { epoch: best.epoch })}</h4>
          <Measures
            loss={best.valLoss ?? best.loss}
            metrics={best.valMetrics ?? best.metrics}
            isLarge={false}
          />
        </>
      )}
    </Section>
  );
}

interface MeasuresProps {
  readonly loss: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly isLarge: boolean;
}

function Measures({ loss, metrics, isLarge }: MeasuresProps): ReactNode {
  const { t } = useTranslation('training');
  const nameOf = useMetricName();
  return (
    <dl className={styles.pairs} data-large={isLarge ? 'true' : undefined}>
      {Object.entries(metrics).map(([key, value]) => (
        <div key={key}>
          <dt>{nameOf(key)}</dt>
          <dd>{metricText(key, value)}</dd>
        </div>
      ))}
      <div>
        <dt>{t('loss')}</dt>
        <dd>{measureText(loss)}</dd>
      </div>
    </dl>
  );
}
