import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '#shared/problems/problem.ts';
import type { RunInfo } from '#shared/protocol/types.ts';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import { useJoined } from '#renderer/parts/text/useJoined.ts';
import { ResumeButton } from '#renderer/training/ContinueRun.tsx';
import { useStrata } from '#renderer/store/store.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import styles from './training.module.css';

/** Why a run ended, what became of it, and what can be done. */
export function RunFailure({
  run,
  problem,
}: {
  readonly run: RunInfo;
  readonly problem: Problem;
}): ReactNode {
  const { t } = useTranslation('training');
  const describe = useDescribe();
  const joined = useJoined();
  const startRun = useStrata((state) => state.startRun);
  const canStart = useStrata(
    (state) =>
      state.live === null &&
      !state.isStartingRun &&
      state.problems.every(({ severity }) => severity !== 'error'),
  );
  // The same steps would lead to the same loss.
  const canHelp = problem.code !== 'run.lossNotFinite';
  const { sentence, cause, remedy } = describe(problem);
  return (
    <div className={styles.failure}>
      <Banner
        tone="danger"
        title={sentence}
        actions={
          <>
            {canHelp && <ResumeButton run={run} />}
            {canStart && <Button onClick={() => void startRun()}>{t('trainAgain')}</Button>}
          </>
        }
      >
        {joined([cause, remedy])}
      </Banner>
    </div>
  );
}
