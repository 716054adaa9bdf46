import { Button } from '@mantine/core';
import { Download } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { getHost } from '#renderer/host/host.ts';
import { TextBox } from '#renderer/parts/forms/TextBox.tsx';
import { fullPath, shortPath } from '#renderer/parts/text/filePaths.ts';
import type { ExportChoice, ExportPhase } from '#renderer/exporting/exportState.ts';
import { folderName, joinPath } from '#renderer/exporting/exportFolder.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './exporting.module.css';

interface ExportFooterProps {
  readonly choice: ExportChoice;
  /** The weights of a run go along: its network is exported, whatever the open one's problems are. */
  readonly isTrained: boolean;
  readonly phase: ExportPhase;
  readonly onFolder: (folder: string) => void;
  readonly onExport: () => void;
  readonly onClose: () => void;
}

/** Where it is written, and the buttons. */
export function ExportFooter(props: ExportFooterProps): ReactNode {
  const { choice, phase } = props;
  const { t } = useTranslation('exporting');
  const name = useStrata((state) => state.document.name);
  const errors = useStrata((state) =>
    props.isTrained ? 0 : state.problems.filter(({ severity }) => severity === 'error').length,
  );
  const home = useStrata((state) => state.hostInfo?.homeFolder);
  const id = useId();
  const isBusy = phase.kind === 'exporting';
  const pick = async (): Promise<void> => {
    const folder = await getHost().pickPath({
      purpose: 'folder',
      title: t('saveIn'),
      extensions: [],
      ...(choice.folder === '' ? {} : { suggested: choice.folder }),
    });
    if (folder !== null) {
      props.onFolder(joinPath(folder, `${folderName(name)}-${choice.target.id}`));
    }
  };
  return (
    <footer className={styles.footer}>
      <label htmlFor={id} className={styles.note}>
        {t('saveIn')}
      </label>
      <span className={styles.folder}>
        <TextBox
          id={id}
          value={shortPath(choice.folder, home)}
          isDisabled={isBusy}
          onType={(text) => {
            props.onFolder(fullPath(text, home));
          }}
          after={
            <button
              type="button"
              className={styles.change}
              disabled={isBusy}
              onClick={() => void pick()}
            >
              {t('change')}
            </button>
          }
        />
      </span>
      {errors > 0 && <span className={styles.stop}>{t('problemsFirst', { count: errors })}</span>}
      <span className={styles.buttons}>
        {isBusy ? (
          <Button onClick={() => void getHost().request('cancelExport', {})}>{t('cancel')}</Button>
        ) : (
          <Button onClick={props.onClose}>
            {phase.kind === 'done' ? t('close') : t('cancel')}
          </Button>
        )}
        <Button
          variant="filled"
          leftSection={<Download size={15} strokeWidth={1.75} aria-hidden />}
          disabled={isBusy || choice.folder.trim() === '' || errors > 0}
          onClick={props.onExport}
        >
          {t(`export.${choice.target.id}`)}
        </Button>
      </span>
    </footer>
  );
}
