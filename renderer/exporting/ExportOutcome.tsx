import { Button, Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportResult } from '#shared/protocol/types.ts';
import { getHost } from '#renderer/host/host.ts';
import { countText, differenceText } from '#renderer/parts/text/numberText.ts';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import { useJoined } from '#renderer/parts/text/useJoined.ts';
import type { ExportPhase } from '#renderer/exporting/exportState.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import styles from './exporting.module.css';

interface ExportOutcomeProps {
  readonly phase: ExportPhase;
  readonly onOverwrite: () => void;
  readonly onAgain: () => void;
  readonly onDismiss: () => void;
}

/** Where the export stands: its steps, its result, or what keeps it from being written. */
export function ExportOutcome(props: ExportOutcomeProps): ReactNode {
  const { phase } = props;
  const { t } = useTranslation('exporting');
  const describe = useDescribe();
  const joined = useJoined();
  if (phase.kind === 'choosing') return null;
  if (phase.kind === 'exporting') return <Steps />;
  if (phase.kind === 'done') return <Done result={phase.result} onAgain={props.onAgain} />;
  const { sentence, cause, remedy } = describe(phase.problem);
  if (phase.kind === 'askOverwrite') {
    return (
      <Banner
        tone="warn"
        title={t('folderNotEmpty')}
        actions={
          <>
            <Button onClick={props.onDismiss}>{t('chooseAnother')}</Button>
            <Button variant="filled" onClick={props.onOverwrite}>
              {t('overwrite')}
            </Button>
          </>
        }
      >
        {t('overwriteHint')}
      </Banner>
    );
  }
  return (
    <Banner tone="danger" title={sentence}>
      {joined([cause, remedy])}
    </Banner>
  );
}

function Steps(): ReactNode {
  const { t } = useTranslation('exporting');
  const progress = useStrata((state) => state.exportProgress);
  return (
    <div className={styles.progress} role="status">
      <span>{progress === null ? t('steps.generating') : t(`steps.${progress.step}`)}</span>
      <Progress value={(progress?.fraction ?? 0) * 100} aria-label={t('progress')} />
    </div>
  );
}

function Done({
  result,
  onAgain,
}: {
  readonly result: ExportResult;
  readonly onAgain: () => void;
}): ReactNode {
  const { t } = useTranslation('exporting');
  const describe = useDescribe();
  const joined = useJoined();
  const notify = useStrata((state) => state.notify);
  const { verification, folder } = result;
  const show = async (): Promise<void> => {
    if (await getHost().showFolder(folder)) return;
    await navigator.clipboard.writeText(folder);
    notify({
      tone: 'info',
      text: { en: `Path copied: ${folder}`, 'zh-CN': `已复制路径：${folder}` },
    });
  };
  const actions = (
    <>
      <Button onClick={() => void show()}>{t('showFolder')}</Button>
      <Button onClick={onAgain}>
        {verification.kind === 'verified' ? t('verifyAgain') : t('tryAgain')}
      </Button>
    </>
  );
  if (verification.kind === 'verified') {
    const { maxDifference, examples, outputs } = verification;
    return (
      <Banner
        tone="ok"
        title={t('verified', { difference: differenceText(maxDifference), count: examples })}
        actions={actions}
      >
        {t('verifiedHow', { count: examples, outputs: countText(outputs) })}
      </Banner>
    );
  }
  const isFailed = verification.kind === 'failed';
  const { sentence, cause, remedy } = describe(
    isFailed ? verification.problem : verification.reason,
  );
  return (
    <Banner
      tone={isFailed ? 'danger' : 'warn'}
      title={isFailed ? sentence : t('writtenNotVerified')}
      actions={actions}
    >
      {joined([isFailed ? '' : sentence, cause, remedy])}
    </Banner>
  );
}
