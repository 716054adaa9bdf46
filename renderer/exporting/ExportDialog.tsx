import { Modal } from '@mantine/core';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { exportTargets, type ExportTarget } from '#shared/codegen/targets.ts';
import type { RunInfo, Verification } from '#shared/protocol/types.ts';
import { getHost } from '#renderer/host/host.ts';
import { ExportFooter } from '#renderer/exporting/ExportFooter.tsx';
import { ExportOptionsForm } from '#renderer/exporting/ExportOptionsForm.tsx';
import { ExportOutcome } from '#renderer/exporting/ExportOutcome.tsx';
import { ExportPreview } from '#renderer/exporting/ExportPreview.tsx';
import type { ExportChoice, ExportPhase } from '#renderer/exporting/exportState.ts';
import { folderName, folderOf, joinPath } from '#renderer/exporting/exportFolder.ts';
import { TargetCards } from '#renderer/exporting/TargetCards.tsx';
import { usePreview } from '#renderer/exporting/usePreview.ts';
import { WeightsChoice } from '#renderer/exporting/WeightsChoice.tsx';
import { useStrata } from '#renderer/store/store.ts';
import styles from './exporting.module.css';

/** The export dialog: what is written, where, and whether it was shown to give the same numbers. */
export function ExportDialog(): ReactNode {
  const { t } = useTranslation('exporting');
  const close = useStrata((state) => state.closeDialog);
  const name = useStrata((state) => state.document.name);
  const path = useStrata((state) => state.path);
  const runs = useStrata((state) => state.runs);
  const current = useStrata((state) => state.document);
  const [choice, setChoice] = useState(startChoice);
  const [phase, setPhase] = useState<ExportPhase>({ kind: 'choosing' });
  const [verified, setVerified] = useState<Readonly<Record<string, Verification>>>({});
  const watchedRun = useStrata((state) => state.watchedRun);
  const refreshRuns = useStrata((state) => state.refreshRuns);
  useEffect(() => {
    void refreshRuns();
  }, [refreshRuns]);
  const run = chosenRun(runs, choice.runId, watchedRun);
  // The weights belong to the network as it was trained; it may have changed since.
  const document = run?.document ?? current;
  const runFolder = run?.folder ?? null;
  const { target, options } = choice;
  const model = useMemo(
    () => ({ document, path, runFolder, target: target.id, options }),
    [document, path, runFolder, target, options],
  );
  const preview = usePreview(model);
  const isBusy = phase.kind === 'exporting';

  const choose = (part: Partial<ExportChoice>): void => {
    setChoice({ ...choice, ...part });
    setPhase({ kind: 'choosing' });
    if (part.runId !== undefined) setVerified({});
  };
  const start = async (overwrite: boolean): Promise<void> => {
    setPhase({ kind: 'exporting' });
    const answer = await getHost().request('exportModel', {
      ...model,
      folder: choice.folder,
      overwrite,
    });
    if (answer.ok) {
      setVerified((last) => ({ ...last, [choice.target.id]: answer.value.verification }));
      setPhase({ kind: 'done', result: answer.value });
      return;
    }
    const { problem } = answer;
    if (problem.code === 'core.exportCancelled') setPhase({ kind: 'choosing' });
    else if (problem.code === 'core.folderNotEmpty') setPhase({ kind: 'askOverwrite', problem });
    else setPhase({ kind: 'refused', problem });
  };

  return (
    <Modal
      opened
      onClose={() => {
        if (!isBusy) close();
      }}
      closeOnEscape={!isBusy}
      closeOnClickOutside={!isBusy}
      withCloseButton={!isBusy}
      closeButtonProps={{ 'aria-label': t('close') }}
      size={1140}
      padding={0}
      classNames={{
        header: styles.header ?? '',
        body: styles.body ?? '',
        content: styles.dialog ?? '',
      }}
      title={
        <span className={styles.titleRow}>
          {t('title', { name })}
          <WeightsChoice
            runId={run?.id ?? null}
            isDisabled={isBusy}
            onChange={(runId) => {
              choose({ runId });
            }}
          />
        </span>
      }
    >
      <div className={styles.columns}>
        <TargetCards
          value={choice.target.id}
          verified={verified}
          isDisabled={isBusy}
          onChange={(target) => {
            choose({
              target,
              folder: movedFolder(choice.folder, name, target),
              options: fittingOptions(choice.options, target),
            });
          }}
        />
        <div className={styles.right}>
          <ExportOutcome
            phase={phase}
            onOverwrite={() => void start(true)}
            onAgain={() => void start(true)}
            onDismiss={() => {
              setPhase({ kind: 'choosing' });
            }}
          />
          <ExportPreview
            name={folderName(name)}
            answer={
              phase.kind === 'done' ? { ok: true, value: phase.result.files } : preview.answer
            }
            isLoading={phase.kind !== 'done' && preview.isLoading}
          />
          <ExportOptionsForm
            target={choice.target}
            options={choice.options}
            hasRun={run !== null}
            isDisabled={isBusy}
            onChange={(options) => {
              choose({ options });
            }}
          />
        </div>
      </div>
      <ExportFooter
        choice={choice}
        isTrained={run !== null}
        phase={phase}
        onFolder={(folder) => {
          choose({ folder });
        }}
        onExport={() => void start(false)}
        onClose={close}
      />
    </Modal>
  );
}

/** The run that was asked for, or the watched or newest one that has weights; null: untrained. */
function chosenRun(
  runs: readonly RunInfo[],
  runId: string | null | undefined,
  watchedRun: string | null,
): RunInfo | null {
  const withWeights = runs.filter(({ hasWeights }) => hasWeights);
  if (runId !== undefined) return withWeights.find(({ id }) => id === runId) ?? null;
  return withWeights.find(({ id }) => id === watchedRun) ?? withWeights[0] ?? null;
}

/** The first target, a folder beside the document or in the user's home. */
function startChoice(): ExportChoice {
  const { document, path, hostInfo } = useStrata.getState();
  const base = path === null ? (hostInfo?.homeFolder ?? '') : folderOf(path);
  const [target] = exportTargets;
  if (target === undefined) throw new Error('no export targets');
  return {
    target,
    runId: undefined,
    folder: joinPath(base, suggestedName(document.name, target)),
    options: fittingOptions({ weights: true, trainingCode: true, verify: true }, target),
  };
}

function suggestedName(name: string, target: ExportTarget): string {
  return `${folderName(name)}-${target.id}`;
}

/** A suggested folder follows the target; one that the user typed stays. */
function movedFolder(folder: string, name: string, target: ExportTarget): string {
  const was = exportTargets.find((other) => folder.endsWith(suggestedName(name, other)));
  if (was === undefined) return folder;
  const base = folder.slice(0, folder.length - suggestedName(name, was).length);
  return `${base}${suggestedName(name, target)}`;
}

function fittingOptions(
  options: ExportChoice['options'],
  target: ExportTarget,
): ExportChoice['options'] {
  return target.weightsOptional ? options : { ...options, weights: true };
}
