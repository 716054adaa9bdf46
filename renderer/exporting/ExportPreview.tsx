import { Check, Copy, File, FileCode2, Folder } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#shared/problems/problem.ts';
import type { ExportedFile } from '#shared/protocol/types.ts';
import { CodeView } from '#renderer/parts/code/CodeView.tsx';
import { syntaxOfFile } from '#renderer/parts/code/syntaxes.ts';
import { bytesText } from '#shared/problems/bytesText.ts';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import { useJoined } from '#renderer/parts/text/useJoined.ts';
import { firstFile, treeLines } from '#renderer/exporting/fileTree.ts';
import styles from './exporting.module.css';

interface ExportPreviewProps {
  /** What the folder at the top is called. */
  readonly name: string;
  /** null: not there yet. */
  readonly answer: Result<readonly ExportedFile[]> | null;
  readonly isLoading: boolean;
}

/** The files of the export, and the text of one. */
export function ExportPreview({ name, answer, isLoading }: ExportPreviewProps): ReactNode {
  const { t } = useTranslation('exporting');
  const describe = useDescribe();
  const joined = useJoined();
  const [path, setPath] = useState<string | null>(null);
  if (answer === null) {
    return <p className={styles.placeholder}>{isLoading ? t('makingPreview') : ''}</p>;
  }
  if (!answer.ok) {
    const { sentence, cause, remedy } = describe(answer.problem);
    return (
      <p className={styles.placeholder} data-tone="danger">
        {joined([sentence, cause, remedy])}
      </p>
    );
  }
  const files = answer.value;
  const shown = files.find((file) => file.path === path) ?? firstFile(files);
  const total = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return (
    <div className={styles.preview} data-stale={isLoading ? 'true' : undefined}>
      <div className={styles.tree}>
        <div className={styles.previewHead}>
          <b>{t('files', { count: files.length })}</b>
          <span className={styles.note}>{bytesText(total)}</span>
        </div>
        <ul className={styles.lines} aria-label={t('filesLabel')}>
          <li className={styles.line}>
            <Folder size={14} strokeWidth={1.75} aria-hidden />
            {name}
          </li>
          {treeLines(files).map((line) => (
            <li key={`${line.depth} ${line.file?.path ?? line.name}`}>
              <Line
                {...line}
                isShown={line.file !== null && line.file.path === shown?.path}
                onShow={setPath}
              />
            </li>
          ))}
        </ul>
      </div>
      {shown !== null && <FileText file={shown} />}
    </div>
  );
}

interface LineProps {
  readonly name: string;
  readonly depth: number;
  readonly file: ExportedFile | null;
  readonly isShown: boolean;
  readonly onShow: (path: string) => void;
}

function Line({ name, depth, file, isShown, onShow }: LineProps): ReactNode {
  const indent = { paddingLeft: 8 + (depth + 1) * 16 };
  if (file === null) {
    return (
      <span className={styles.line} style={indent}>
        <Folder size={14} strokeWidth={1.75} aria-hidden />
        {name}
      </span>
    );
  }
  const Icon = file.text === null ? File : FileCode2;
  return (
    <button
      type="button"
      className={styles.line}
      style={indent}
      aria-current={isShown}
      onClick={() => {
        onShow(file.path);
      }}
    >
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      <span className={styles.fileName}>{name}</span>
      <span className={styles.size}>{bytesText(file.sizeBytes)}</span>
    </button>
  );
}

function FileText({ file }: { readonly file: ExportedFile }): ReactNode {
  const { t } = useTranslation('exporting');
  const [isCopied, setIsCopied] = useState(false);
  const { text } = file;
  return (
    <div className={styles.text}>
      <div className={styles.previewHead}>
        <code>{file.path}</code>
        {text !== null && (
          <button
            type="button"
            className={styles.copy}
            onClick={() => {
              void navigator.clipboard.writeText(text).then(() => {
                setIsCopied(true);
                setTimeout(() => {
                  setIsCopied(false);
                }, 2000);
              });
            }}
          >
            {isCopied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
            {isCopied ? t('copied') : t('copy')}
          </button>
        )}
      </div>
      <div className={styles.codeHost}>
        {text === null ? (
          <p className={styles.placeholder}>{t('binary', { size: bytesText(file.sizeBytes) })}</p>
        ) : (
          <CodeView
            key={file.path}
            label={file.path}
            text={text}
            syntax={syntaxOfFile(file.path)}
          />
        )}
      </div>
    </div>
  );
}
