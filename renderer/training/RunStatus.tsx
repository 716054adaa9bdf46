import { Button } from '@mantine/core';
import { Pause, Play, SkipForward, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchRecord, RunInfo } from '#shared/protocol/types.ts';
import { countText, durationText, measureText } from '#renderer/parts/text/numberText.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { MoreEpochs, ResumeButton } from '#renderer/training/ContinueRun.tsx';
import { useDataCounts } from '#renderer/training/useDataCounts.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import styles from './training.module.css';

/** Figures of the run, its progress, and what can be done with it. */
export function RunStatus({ run }: { readonly run: RunInfo }): ReactNode {
  const isLive = useStrata((state) => state.live?.id === run.id);
  // The last batch still tells how far the run came when it was stopped.
  const lastBatch = useStrata((state) => (state.batchRun === run.id ? state.batch : null));
  const ended = run.epochs.at(-1)?.epoch ?? 0;
  const batch = lastBatch !== null && (isLive || lastBatch.epoch > ended) ? lastBatch : null;
  return (
    <div className={styles.status}>
      <Figures run={run} batch={batch} isLive={isLive} />
      <div className={styles.progressRow}>
        <Progress run={run} batch={batch} />
        {isLive && <Controls run={run} />}
        {run.state.kind === 'done' && run.state.reason === 'stopped' && <ResumeButton run={run} />}
        {run.state.kind === 'done' && run.state.reason !== 'stopped' && <MoreEpochs run={run} />}
      </div>
    </div>
  );
}

interface FiguresProps {
  readonly run: RunInfo;
  readonly batch: BatchRecord | null;
  readonly isLive: boolean;
}

function Figures({ run, batch, isLive }: FiguresProps): ReactNode {
  const { t } = useTranslation('training');
  const device = useDeviceTitle(run.device);
  const { areImages } = useDataCounts();
  const last = run.epochs.at(-1);
  const epochs = run.document.training.epochs;
  const epoch = batch?.epoch ?? last?.epoch ?? 0;
  const speed = batch?.examplesPerSecond ?? last?.examplesPerSecond;
  const elapsedMs = batch?.elapsedMs ?? last?.elapsedMs;
  const canFinish = isLive && run.state.kind !== 'stopping';
  return (
    <dl className={styles.figures} aria-live="off">
      <Figure name={t('state')} value={<StateWords run={run} />} />
      {run.round !== undefined && (
        <Figure
          name={t('round')}
          value={countText(run.round.round)}
          rest={t('of', { amount: countText(run.round.rounds) })}
        />
      )}
      <Figure
        name={t('epoch')}
        value={countText(epoch)}
        rest={t('of', { amount: countText(epochs) })}
      />
      {batch !== null && (
        <Figure
          name={t('batch')}
          value={countText(batch.batch)}
          rest={t('of', { amount: countText(batch.batches) })}
        />
      )}
      {batch !== null && canFinish && (
        <Figure name={t('left')} value={durationText(batch.remainingMs)} />
      )}
      {elapsedMs !== undefined && <Figure name={t('elapsed')} value={durationText(elapsedMs)} />}
      {speed !== undefined && (
        <Figure
          name={t('speed')}
          value={countText(Math.round(speed))}
          rest={t(areImages ? 'imagesPerSecond' : 'examplesPerSecond')}
        />
      )}
      {batch !== null && <Figure name={t('loss')} value={measureText(batch.loss)} />}
      {/* The device of the live run stands in the top bar. */}
      {!isLive && <Figure name={t('device')} value={device} />}
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: ReactNode;
  readonly rest?: string;
}

function Figure({ name, value, rest }: FigureProps): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{value}</b>
        {rest !== undefined && ` ${rest}`}
      </dd>
    </div>
  );
}

function StateWords({ run }: { readonly run: RunInfo }): ReactNode {
  const { t } = useTranslation('training');
  const { state } = run;
  const progress = useStrata(({ runData }) => (runData?.runId === run.id ? runData : null));
  if (state.kind === 'preparing' && state.what === 'data' && progress !== null) {
    return t(`preparingData.${progress.step}`, { percent: Math.floor(100 * progress.fraction) });
  }
  if (state.kind === 'preparing') return t(`preparing.${state.what}`);
  if (state.kind === 'done') return t(`done.${state.reason}`);
  return t(`states.${state.kind}`);
}

/** A device by the name that the user knows. */
function useDeviceTitle(id: string): string {
  const localText = useLocalText();
  const device = useStrata((state) => state.devices.find((candidate) => candidate.id === id));
  return device === undefined ? id : localText(device.title);
}

/** More pieces than these could not be told apart. */
const mostPieces = 60;

/** One piece an epoch, the running one filled as far as it is. */
function Progress({
  run,
  batch,
}: {
  readonly run: RunInfo;
  readonly batch: BatchRecord | null;
}): ReactNode {
  const { t } = useTranslation('training');
  const epochs = Math.max(1, run.document.training.epochs);
  const done =
    batch === null
      ? (run.epochs.at(-1)?.epoch ?? 0)
      : batch.epoch - 1 + batch.batch / Math.max(1, batch.batches);
  const pieces = Math.min(epochs, mostPieces);
  const perPiece = epochs / pieces;
  return (
    <div
      role="progressbar"
      aria-label={t('progress')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round((done / epochs) * 100)}
      className={styles.progress}
      data-failed={run.state.kind === 'failed' ? 'true' : undefined}
    >
      {Array.from({ length: pieces }, (_, index) => (
        <span key={index}>
          <span style={{ width: `${Math.min(1, Math.max(0, done / perPiece - index)) * 100}%` }} />
        </span>
      ))}
    </div>
  );
}

function Controls({ run }: { readonly run: RunInfo }): ReactNode {
  const { t } = useTranslation('training');
  const pauseRun = useStrata((state) => state.pauseRun);
  const resumeRun = useStrata((state) => state.resumeRun);
  const stopRun = useStrata((state) => state.stopRun);
  const skipRace = useStrata((state) => state.skipRace);
  const { state } = run;
  const { kind } = state;
  const isOneOfSome = run.round !== undefined && run.round.rounds > 1;
  const keepsBest = run.document.training.stopping?.restoreBestWeights === true;
  const keeping = keepsBest ? 'stopKeepBest' : 'stopKeep';
  const stopWords = isOneOfSome ? 'stopRounds' : kind === 'preparing' ? 'stop' : keeping;
  return (
    <div className={styles.controls}>
      {kind === 'training' && (
        <Button leftSection={<Pause size={14} />} onClick={() => void pauseRun()}>
          {t('pause')}
          <Kbd>{t('space')}</Kbd>
        </Button>
      )}
      {kind === 'paused' && (
        <Button variant="filled" leftSection={<Play size={14} />} onClick={() => void resumeRun()}>
          {t('resume')}
          <Kbd tone="accent">{t('space')}</Kbd>
        </Button>
      )}
      {state.kind === 'preparing' && state.what === 'race' && (
        <Button leftSection={<SkipForward size={13} />} onClick={() => void skipRace()}>
          {t('skipRace')}
        </Button>
      )}
      {(kind === 'training' || kind === 'paused' || kind === 'preparing') && (
        <Button leftSection={<Square size={13} />} onClick={() => void stopRun()}>
          {t(stopWords)}
        </Button>
      )}
    </div>
  );
}
