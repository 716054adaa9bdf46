import { Button } from '@mantine/core';
import { Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countText } from '#renderer/parts/text/numberText.ts';
import { RunCharts } from '#renderer/training/RunCharts.tsx';
import { RunFailure } from '#renderer/training/RunFailure.tsx';
import { RunStatus } from '#renderer/training/RunStatus.tsx';
import { useDataCounts } from '#renderer/training/useDataCounts.ts';
import { useWatchedRun } from '#renderer/training/useWatchedRun.ts';
import { useStrata } from '#renderer/store/store.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import styles from './training.module.css';

/** The watched run: where it stands, and its curves. */
export function RunCenter(): ReactNode {
  const { t } = useTranslation('training');
  const run = useWatchedRun();
  if (run === null) return <NoRun />;
  return (
    <section className={styles.center} aria-label={t('run', { number: run.number })}>
      <RunStatus run={run} />
      {run.state.kind === 'failed' && <RunFailure run={run} problem={run.state.problem} />}
      <RunCharts run={run} />
    </section>
  );
}

/** Before the first run: what would be trained, or what is still missing. */
function NoRun(): ReactNode {
  const { t } = useTranslation('training');
  const counts = useDataCounts();
  const parameterCount = useStrata((state) => state.facts.totals.parameterCount);
  const errors = useStrata(
    (state) => state.problems.filter(({ severity }) => severity === 'error').length,
  );
  const isStarting = useStrata((state) => state.isStartingRun);
  const startRun = useStrata((state) => state.startRun);
  const stepProblem = useStrata((state) => state.stepProblem);
  if (errors > 0) {
    return (
      <section className={styles.center}>
        <EmptyState
          title={t('notReady', { count: errors })}
          actions={
            <Button
              onClick={() => {
                stepProblem(1);
              }}
            >
              {t('showProblem')}
            </Button>
          }
        />
      </section>
    );
  }
  const parameters = t('parameters', { count: parameterCount, amount: countText(parameterCount) });
  return (
    <section className={styles.center}>
      <EmptyState
        title={
          counts.train === null
            ? t('readyWithout', { parameters })
            : t('ready', {
                examples: t(counts.areImages ? 'images' : 'examples', {
                  count: counts.train,
                  amount: countText(counts.train),
                }),
                parameters,
              })
        }
        actions={
          <Button
            variant="filled"
            leftSection={<Play size={15} strokeWidth={1.75} aria-hidden />}
            disabled={isStarting}
            onClick={() => void startRun()}
          >
            {t('start')}
          </Button>
        }
      >
        {t('readyHint')}
      </EmptyState>
    </section>
  );
}
