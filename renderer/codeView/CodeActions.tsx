import { Check, Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { codeLanguages } from '#renderer/codeView/codeLanguages.ts';
import { useCode } from '#renderer/codeView/useCode.ts';
import { Segmented } from '#renderer/parts/forms/Segmented.tsx';
import { useStrata } from '#renderer/store/store.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import styles from './codeView.module.css';

/** Beside the Code tab: the language, and the code to take along. */
export function CodeActions(): ReactNode {
  const { t } = useTranslation('drawer');
  const { language, code } = useCode();
  const setCodeLanguage = useStrata((state) => state.setCodeLanguage);
  const [isCopied, setIsCopied] = useState(false);
  return (
    <>
      <span className={styles.state}>
        <span className={styles.dot} aria-hidden />
        {t('upToDate', { file: language.file })}
      </span>
      <Segmented
        name="code-language"
        label={t('codeLanguage')}
        isCompact
        options={codeLanguages.map(({ id, title }) => ({ value: id, label: title }))}
        value={language.id}
        onChange={setCodeLanguage}
      />
      <IconButton
        label={isCopied ? t('copied') : t('copyCode')}
        size={26}
        onClick={() => {
          void navigator.clipboard.writeText(code.text).then(() => {
            setIsCopied(true);
            setTimeout(() => {
              setIsCopied(false);
            }, 2000);
          });
        }}
      >
        {isCopied ? <Check size={15} /> : <Copy size={15} />}
      </IconButton>
    </>
  );
}
