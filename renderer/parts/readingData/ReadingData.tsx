import { Button, Progress } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStrata } from '#renderer/store/store.ts';
import styles from './ReadingData.module.css';

/** Nothing is shown of what takes less, ms. */
const quietMs = 300;

/** How far reading data has come, with a way to end it. */
export function ReadingData(): ReactNode {
  const { t } = useTranslation('data');
  const progress = useStrata((state) => state.dataProgress);
  const name = useStrata((state) => state.openingData);
  const cancelData = useStrata((state) => state.cancelData);
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsShown(true);
    }, quietMs);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (!isShown) return null;
  const percent = Math.round((progress?.fraction ?? 0) * 100);
  return (
    <div className={styles.reading}>
      <p className={styles.title} role="status">
        {name === null ? t('reading') : t('readingOf', { name })}
      </p>
      <Progress.Root size={6}>
        <Progress.Section value={percent} aria-label={t('reading')} />
      </Progress.Root>
      <p className={styles.note}>
        {t(`progress.${progress?.step ?? 'reading'}`)}
        {progress === null ? '' : ` · ${percent}%`}
      </p>
      <Button onClick={() => void cancelData()}>{t('cancel')}</Button>
    </div>
  );
}
