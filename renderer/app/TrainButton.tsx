import { Button } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { CircleAlert, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StrataState } from '#renderer/store/state.ts';
import { useStrata } from '#renderer/store/store.ts';
import { ProgressRing } from '#renderer/ui/ProgressRing.tsx';

/** Part of training that is done, 0 to 1. */
function fractionDone({ batch, live }: StrataState): number {
  if (live === null || batch === null) return 0;
  return (batch.epoch - 1 + batch.batch / Math.max(1, batch.batches)) / Math.max(1, batch.epochs);
}

/** Train; or the way to what stands in its way; or the ring of the run under way. */
export function TrainButton() {
  const { t } = useTranslation('app');
  const errorCount = useStrata(
    (state) => state.problems.filter(({ severity }) => severity === 'error').length,
  );
  const isLive = useStrata((state) => state.live !== null);
  const isStarting = useStrata((state) => state.isStartingRun);
  const { startRun, stepProblem } = useStrata.getState();
  if (isLive) return <RunningButton />;
  if (errorCount > 0) {
    return (
      <Button
        leftSection={<CircleAlert size={15} strokeWidth={1.75} aria-hidden />}
        onClick={() => {
          stepProblem(1);
        }}
      >
        {t('train.fix', { count: errorCount })}
      </Button>
    );
  }
  return (
    <Button
      variant="filled"
      leftSection={<Play size={15} strokeWidth={1.75} aria-hidden />}
      disabled={isStarting}
      onClick={() => void startRun()}
    >
      {t('train.start')}
    </Button>
  );
}

function RunningButton() {
  const { t } = useTranslation('app');
  const isSteady = useReducedMotion();
  const setStep = useStrata((state) => state.setStep);
  const kind = useStrata((state) => state.live?.state.kind);
  const epoch = useStrata((state) => state.batch?.epoch ?? null);
  // A hundred steps are enough for a ring of 16 px.
  const fraction = useStrata((state) =>
    isSteady && state.batch !== null
      ? (state.batch.epoch - 1) / Math.max(1, state.batch.epochs)
      : Math.round(fractionDone(state) * 100) / 100,
  );
  const words =
    kind === 'paused'
      ? t('train.paused')
      : kind === 'stopping'
        ? t('train.stopping')
        : epoch === null
          ? t('train.preparing')
          : t('train.epoch', { epoch });
  return (
    <Button
      leftSection={<ProgressRing fraction={fraction} />}
      onClick={() => {
        setStep('train');
      }}
    >
      <span className="numbers">{words}</span>
    </Button>
  );
}
