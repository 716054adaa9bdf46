import { Button } from '@mantine/core';
import { Play } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntegerParam } from '#shared/layers/params.ts';
import type { RunInfo } from '#shared/protocol/types.ts';
import { NumberControl } from '#renderer/parts/forms/NumberControl.tsx';
import { useStrata } from '#renderer/store/store.ts';
import styles from './training.module.css';

/** True where a run of the document may be begun or go on. */
function useCanContinue(): boolean {
  return useStrata((state) => state.live === null && !state.isStartingRun);
}

/** Goes on with a run that failed or was stopped, to the epochs that it was to have. */
export function ResumeButton({ run }: { readonly run: RunInfo }): ReactNode {
  const { t } = useTranslation('training');
  const continueRun = useStrata((state) => state.continueRun);
  const canContinue = useCanContinue();
  if (!canContinue || !run.hasCheckpoint) return null;
  return (
    <Button
      variant="filled"
      leftSection={<Play size={14} />}
      onClick={() => void continueRun(run.id, null)}
    >
      {t('resume')}
    </Button>
  );
}

/** Trains a run that is over for some more epochs. */
export function MoreEpochs({ run }: { readonly run: RunInfo }): ReactNode {
  const { t } = useTranslation('training');
  const continueRun = useStrata((state) => state.continueRun);
  const canContinue = useCanContinue();
  const done = run.epochs.at(-1)?.epoch ?? 0;
  const [more, setMore] = useState(5);
  if (!canContinue || !run.hasCheckpoint) return null;
  const param = {
    type: 'integer',
    default: 5,
    min: 1,
    max: Math.max(1, 1_000_000 - done),
    doc: { en: 'Epochs to train on.', 'zh-CN': '再训练的轮数。' },
  } as const satisfies IntegerParam;
  const buttonId = `more-${run.id}-train`;
  return (
    <div className={styles.more}>
      <NumberControl
        id={`more-${run.id}`}
        label={t('moreEpochs')}
        param={param}
        value={more}
        isDisabled={false}
        isInvalid={false}
        describedBy={buttonId}
        onChange={(value) => {
          if (typeof value === 'number') setMore(value);
        }}
        onError={() => undefined}
      />
      <Button
        id={buttonId}
        leftSection={<Play size={14} />}
        onClick={() => void continueRun(run.id, done + more)}
      >
        {t('trainMore')}
      </Button>
    </div>
  );
}
