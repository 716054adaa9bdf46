import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { batchSizeFix, smallerBatch } from '#shared/document/smallerBatch.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { RunInfo } from '#shared/protocol/types.ts';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
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
  const applyFix = useStrata((state) => state.applyFix);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const presentSize = useStrata((state) => state.document.training.batchSize);
  const localText = useLocalText();
  const smaller = smallerBatch(problem, run.document);
  // Who has chosen a smaller batch already only has to train again.
  const isOffered = smaller !== null && presentSize > smaller && !isReadOnly;
  const fix = isOffered ? batchSizeFix(smaller) : null;
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
            {canStart && fix !== null && (
              <Button
                variant={canHelp && run.hasCheckpoint ? 'default' : 'filled'}
                onClick={() => {
                  applyFix(fix);
                  void startRun();
                }}
              >
                {localText(fix.title)}
              </Button>
            )}
            {canStart && <Button onClick={() => void startRun()}>{t('trainAgain')}</Button>}
          </>
        }
      >
        {joined([cause, remedy])}
      </Banner>
    </div>
  );
}
