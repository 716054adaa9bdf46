import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataSettings } from '#renderer/training/DataSettings.tsx';
import { RoundsOutcome } from '#renderer/training/RoundsOutcome.tsx';
import { RunLog } from '#renderer/training/RunLog.tsx';
import { RunOutcome } from '#renderer/training/RunOutcome.tsx';
import { RunRecipe } from '#renderer/training/RunRecipe.tsx';
import { TrainingSettings } from '#renderer/training/TrainingSettings.tsx';
import { useWatchedRun } from '#renderer/training/useWatchedRun.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './training.module.css';

/** What the watched run was trained with and gave, and what the next one is trained with. */
export function TrainSide(): ReactNode {
  const { t } = useTranslation('training');
  const run = useWatchedRun();
  const isLive = useStrata((state) => state.live !== null);
  return (
    <aside className={styles.side} aria-label={t('settings')}>
      {run?.round !== undefined && <RoundsOutcome round={run.round} />}
      {run !== null && <RunOutcome run={run} />}
      {run !== null && <RunLog runId={run.id} />}
      {isLive && run !== null ? (
        <RunRecipe run={run} />
      ) : (
        <>
          <TrainingSettings />
          <DataSettings />
        </>
      )}
    </aside>
  );
}
