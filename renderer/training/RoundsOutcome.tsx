import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRound } from '#shared/protocol/types.ts';
import { summaryOf } from '#shared/training/roundSummary.ts';
import type { PartSummary } from '#shared/training/roundSummary.ts';
import { measureText } from '#renderer/parts/text/numberText.ts';
import { metricText } from '#renderer/training/runNumbers.ts';
import { useMetricName } from '#renderer/training/useMetricName.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './training.module.css';

/** What the rounds of a cross-validation came to, once two of them are over: mean ± deviation of the last epochs and of the test. */
export function RoundsOutcome({ round }: { readonly round: RunRound }): ReactNode {
  const { t } = useTranslation('training');
  const runs = useStrata((state) => state.runs);
  const done = runs.filter(
    (run) => run.round?.series === round.series && run.state.kind === 'done',
  );
  if (done.length < 2) return null;
  const { validation, test } = summaryOf(done);
  return (
    <Section
      title={t('crossValidation')}
      note={t('roundsDone', { done: done.length, rounds: round.rounds })}
    >
      {validation !== null && <Spreads title={t('validationLast')} part={validation} />}
      {test !== null && <Spreads title={t('testPart')} part={test} />}
    </Section>
  );
}

function Spreads({
  title,
  part,
}: {
  readonly title: string;
  readonly part: PartSummary;
}): ReactNode {
  const { t } = useTranslation('training');
  const nameOf = useMetricName();
  const { loss, ...metrics } = part;
  return (
    <>
      <h4 className={styles.subtitle}>{title}</h4>
      <dl className={styles.pairs}>
        {Object.entries(metrics).map(([key, { mean, deviation }]) => (
          <div key={key}>
            <dt>{nameOf(key)}</dt>
            <dd>{`${metricText(key, mean)} ± ${metricText(key, deviation)}`}</dd>
          </div>
        ))}
        {loss !== undefined && (
          <div>
            <dt>{t('loss')}</dt>
            <dd>{`${measureText(loss.mean)} ± ${measureText(loss.deviation)}`}</dd>
          </div>
        )}
      </dl>
    </>
  );
}
