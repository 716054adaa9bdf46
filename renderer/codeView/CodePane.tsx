import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeTab } from '#renderer/codeView/CodeTab.tsx';
import { CodeTools } from '#renderer/codeView/CodeActions.tsx';
import { useCode } from '#renderer/codeView/useCode.ts';
import { isApple, keysText } from '#renderer/parts/keys/keys.ts';
import { useStrata } from '#renderer/store/store.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import styles from './codeView.module.css';

/** The network as code over the whole height, at the right of the canvas. */
export function CodePane(): ReactNode {
  const { t } = useTranslation('drawer');
  const { language, code } = useCode();
  const toggleCode = useStrata((state) => state.toggleCode);
  const openDialog = useStrata((state) => state.openDialog);
  return (
    <div className={styles.pane}>
      <header className={styles.paneHead}>
        <h2 className={styles.file}>{language.file}</h2>
        <CodeTools language={language} code={code} group="pane-language" />
        <IconButton label={t('closeCode')} size={26} onClick={toggleCode}>
          <X size={16} strokeWidth={1.75} />
        </IconButton>
      </header>
      <p className={styles.paneState}>
        <span className={styles.dot} aria-hidden />
        {t('upToDateHere')}
      </p>
      <div className={styles.paneCode}>
        <CodeTab />
      </div>
      <footer className={styles.paneFoot}>
        <span>{t('codeHint')}</span>
        <button
          type="button"
          className={styles.export}
          onClick={() => {
            openDialog('export');
          }}
        >
          {t('exportProject')}
          <Kbd>{keysText('Mod+E', isApple(navigator.platform))}</Kbd>
        </button>
      </footer>
    </div>
  );
}
