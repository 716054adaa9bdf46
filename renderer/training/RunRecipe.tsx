import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findSource } from '#shared/data/sources/index.ts';
import { nodeById } from '#shared/graph/queries.ts';
import type { NodeId } from '#shared/graph/graph.ts';
import type { RunInfo } from '#shared/protocol/types.ts';
import { findLoss } from '#shared/training/losses/index.ts';
import { findOptimizer } from '#shared/training/optimizers/index.ts';
import { findSchedule } from '#shared/training/schedules/index.ts';
import { countText } from '#renderer/parts/text/numberText.ts';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import { learningRateOf } from '#renderer/parts/trainingForms/learningRate.ts';
import { Section } from '#renderer/ui/Section.tsx';
import styles from './training.module.css';

/** What a run is trained with: to read, while it runs. */
export function RunRecipe({ run }: { readonly run: RunInfo }): ReactNode {
  const { t } = useTranslation('training');
  const localText = useLocalText();
  const { training, data, graph } = run.document;
  const optimizer = findOptimizer(training.optimizer.kind);
  const rate = String(learningRateOf(training.optimizer));
  const source = data.source === null ? undefined : findSource(data.source.kind);
  const outputs = Object.entries(training.outputs);
  const now = run.epochs.at(-1)?.learningRate;
  const { schedule, stopping } = training;
  return (
    <Section title={t('settings')} note={<Locked text={t('locked')} />}>
      <dl className={styles.pairs}>
        <Pair name={t('optimizer')} value={optimizer?.title ?? training.optimizer.kind} />
        <Pair
          name={t('learningRate')}
          value={
            schedule === null || now === undefined
              ? rate
              : t('rateFrom', { now: Number(now.toPrecision(3)), start: rate })
          }
        />
        {schedule !== null && (
          <Pair name={t('schedule')} value={findSchedule(schedule.kind)?.title ?? schedule.kind} />
        )}
        {outputs.map(([id, { loss }]) => (
          <Pair
            key={id}
            name={
              outputs.length === 1
                ? t('loss')
                : t('lossOf', { name: nodeById(graph, id as NodeId)?.name ?? id })
            }
            value={findLoss(loss.kind)?.title ?? loss.kind}
          />
        ))}
        <Pair name={t('batchSize')} value={countText(training.batchSize)} />
        <Pair name={t('epochs')} value={countText(training.epochs)} />
        <Pair
          name={t('earlyStopping')}
          value={
            stopping === null
              ? t('none')
              : t(stopping.restoreBestWeights ? 'patienceKeepBest' : 'patience', {
                  count: stopping.patienceEpochs,
                })
          }
        />
        <Pair
          name={t('data')}
          value={source === undefined ? (data.source?.kind ?? '') : localText(source.title)}
        />
        <Pair name={t('seed')} value={String(run.seed)} />
      </dl>
    </Section>
  );
}

function Locked({ text }: { readonly text: string }): ReactNode {
  return (
    <span className={styles.locked}>
      <Lock size={11} aria-hidden />
      {text}
    </span>
  );
}

function Pair({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
