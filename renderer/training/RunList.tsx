import { Button } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useState, type CSSProperties, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunInfo } from '#shared/protocol/types.ts';
import { findOptimizer } from '#shared/training/optimizers/index.ts';
import { durationText, measureText } from '#renderer/parts/text/numberText.ts';
import { mostCompared } from '#renderer/training/chartsOfRun.ts';
import { bestEpoch, headline } from '#renderer/training/runNumbers.ts';
import { useWatchedRun } from '#renderer/training/useWatchedRun.ts';
import { learningRateOf } from '#renderer/parts/trainingForms/learningRate.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import styles from './training.module.css';

/** The document's runs, newest first: one is watched, others can be drawn beside it. */
export function RunList(): ReactNode {
  const { t } = useTranslation('training');
  const runs = useStrata((state) => state.runs);
  const watched = useWatchedRun();
  return (
    <nav className={styles.runs} aria-label={t('runs')}>
      <header className={styles.runsHead}>
        <h2 className={styles.title}>{t('runs')}</h2>
        {runs.length > 0 && <span className={styles.note}>{t('atBestEpoch')}</span>}
      </header>
      {runs.length === 0 && <p className={styles.quiet}>{t('noRuns')}</p>}
      <ol className={styles.runItems}>
        {runs.map((run) => (
          <RunItem key={run.id} run={run} isWatched={run.id === watched?.id} />
        ))}
      </ol>
    </nav>
  );
}

function RunItem({
  run,
  isWatched,
}: {
  readonly run: RunInfo;
  readonly isWatched: boolean;
}): ReactNode {
  const { t } = useTranslation('training');
  const watchRun = useStrata((state) => state.watchRun);
  const compareRun = useStrata((state) => state.compareRun);
  const compared = useStrata((state) => state.comparedRuns);
  const { round } = run;
  const place = compared.indexOf(run.id);
  const isLive = run.state.kind !== 'done' && run.state.kind !== 'failed';
  const isFull = compared.length >= mostCompared && place === -1;
  return (
    <li className={styles.runItem} data-watched={isWatched ? 'true' : undefined}>
      <input
        type="checkbox"
        className={styles.compare}
        style={checkStyle(isWatched ? 1 : place + 2)}
        aria-label={t('compare', { number: run.number })}
        checked={isWatched || place !== -1}
        aria-disabled={isWatched}
        disabled={!isWatched && (isFull || run.epochs.length === 0)}
        onChange={(event) => {
          // The watched run is always drawn.
          if (!isWatched) compareRun(run.id, event.currentTarget.checked);
        }}
      />
      <button
        type="button"
        className={styles.runButton}
        aria-current={isWatched}
        onClick={() => {
          compareRun(run.id, false);
          watchRun(run.id);
        }}
      >
        <span className={styles.runName}>
          {t('run', { number: run.number })}
          {isLive && <Chip tone="solid">{t('live')}</Chip>}
          {run.state.kind === 'failed' && <Chip tone="danger">{t('failed')}</Chip>}
          <b className={styles.runValue}>{headline(run)}</b>
        </span>
        {round !== undefined && (
          <span className={styles.runNote}>
            {t('roundOf', { round: round.round, rounds: round.rounds })}
          </span>
        )}
        <span className={styles.runNote}>
          {settingsText(run, {
            rate: t('rateShort'),
            batch: t('batchShort'),
            comma: t('listSeparator'),
          })}
        </span>
        <RunProgressNote run={run} isLive={isLive} />
      </button>
      {!isLive && <DeleteButton run={run} />}
    </li>
  );
}

/** A compared run's box has the colour of its lines. */
function checkStyle(color: number): CSSProperties {
  return { '--check': `var(--run-${color})` } as CSSProperties;
}

/** Deleting takes the weights along and cannot be undone: it asks for a second click. */
function DeleteButton({ run }: { readonly run: RunInfo }): ReactNode {
  const { t } = useTranslation('training');
  const deleteRun = useStrata((state) => state.deleteRun);
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <span className={styles.delete}>
        <IconButton
          label={t('deleteRun', { number: run.number })}
          size={24}
          onClick={() => {
            setIsAsking(true);
          }}
        >
          <Trash2 size={14} />
        </IconButton>
      </span>
    );
  }
  return (
    <span className={styles.delete} data-asking="true">
      <Button
        color="danger"
        variant="filled"
        size="xs"
        ref={(button) => {
          button?.focus();
        }}
        onBlur={() => {
          setIsAsking(false);
        }}
        onClick={() => void deleteRun(run.id)}
      >
        {t('deleteSure')}
      </Button>
    </span>
  );
}

function RunProgressNote({
  run,
  isLive,
}: {
  readonly run: RunInfo;
  readonly isLive: boolean;
}): ReactNode {
  const { t } = useTranslation('training');
  const last = run.epochs.at(-1);
  const best = bestEpoch(run.epochs);
  const parts = [
    isLive
      ? t('epochOf', { epoch: (last?.epoch ?? 0) + 1, epochs: run.document.training.epochs })
      : t('epochsDone', { count: run.epochs.length }),
    ...(isLive || last === undefined ? [] : [durationText(last.elapsedMs)]),
    ...(best === null ? [] : [t('lossIs', { loss: measureText(best.valLoss ?? best.loss) })]),
  ];
  return <span className={styles.runNote}>{parts.join(' · ')}</span>;
}

function settingsText(
  run: RunInfo,
  words: { readonly rate: string; readonly batch: string; readonly comma: string },
): string {
  const { optimizer, batchSize } = run.document.training;
  const title = findOptimizer(optimizer.kind)?.title ?? optimizer.kind;
  const rate = `${words.rate} ${String(learningRateOf(optimizer))}`;
  return [title, rate, `${words.batch} ${batchSize}`].join(words.comma);
}
