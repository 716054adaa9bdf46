import { Button } from '@mantine/core';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RecoveredDocument } from '#shared/protocol/types.ts';
import { getHost } from '#renderer/host/host.ts';
import { useLanguage } from '#renderer/parts/text/useLocalText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { timeAgo } from '#renderer/welcome/timeAgo.ts';
import { useAnswer } from '#renderer/welcome/useAnswer.ts';
import classes from './Welcome.module.css';

/** Documents with changes that were not saved when the program ended. */
export function Recovered() {
  const { t } = useTranslation('welcome');
  const language = useLanguage();
  const { list, atMs, reload } = useAnswer('listRecovered');
  if (list === null || list.length === 0) return null;
  const discard = async (documentId: string) => {
    await getHost().request('discardRecovered', { documentId });
    reload();
  };
  return (
    <section>
      <div className={classes.listHead}>
        <h2>{t('recovered')}</h2>
      </div>
      <ul className={classes.list}>
        {list.map((document) => (
          <li key={document.documentId} className={classes.recovered}>
            <span className={classes.recoveredWords}>
              <span className={classes.recentName}>{document.name}</span>
              <span className={classes.small}>
                {t('lastChange', { when: timeAgo(document.savedAtMs, atMs, language) })}
              </span>
            </span>
            <Button onClick={() => void recover(document)}>{t('restore')}</Button>
            <IconButton
              label={t('discard', { name: document.name })}
              onClick={() => void discard(document.documentId)}
            >
              <X size={14} strokeWidth={1.75} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function recover({ documentId, name, savedAtMs }: RecoveredDocument): Promise<void> {
  const nowMs = Date.now();
  const { recoverDocument, notify } = useStrata.getState();
  if (!(await recoverDocument(documentId))) return;
  notify({
    tone: 'info',
    text: {
      en: `Restored ${name}, last change ${timeAgo(savedAtMs, nowMs, 'en')}.`,
      'zh-CN': `已恢复 ${name}，最后修改：${timeAgo(savedAtMs, nowMs, 'zh-CN')}。`,
    },
  });
}
