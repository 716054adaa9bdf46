import { Check, Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintedCode } from '#shared/codegen/text.ts';
import { codeLanguages, type CodeLanguage } from '#renderer/codeView/codeLanguages.ts';
import { useCode } from '#renderer/codeView/useCode.ts';
import { Segmented } from '#renderer/parts/forms/Segmented.tsx';
import { useStrata } from '#renderer/store/store.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import styles from './codeView.module.css';

/** Beside the Code tab: what it shows, the language, and the code to take along. */
export function CodeActions(): ReactNode {
  const { t } = useTranslation('drawer');
  const { language, code } = useCode();
  return (
    <>
      <span className={styles.state}>
        <span className={styles.dot} aria-hidden />
        {t('upToDate', { file: language.file })}
      </span>
      <CodeTools language={language} code={code} group="code-language" />
    </>
  );
}

interface CodeToolsProps {
  readonly language: CodeLanguage;
  readonly code: PrintedCode;
  /** Name of the group of choices, unique on the page. */
  readonly group: string;
}

/** The choice of the language, and a button that copies the code. */
export function CodeTools({ language, code, group }: CodeToolsProps): ReactNode {
  const { t } = useTranslation('drawer');
  const setCodeLanguage = useStrata((state) => state.setCodeLanguage);
  const [isCopied, setIsCopied] = useState(false);
  return (
    <>
      <Segmented
        name={group}
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
