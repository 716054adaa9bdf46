import { Button } from '@mantine/core';
import { Upload } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStrata } from '#renderer/store/store.ts';
import styles from './DropZone.module.css';

/** The place where files and folders are dropped; what is dropped beside it is taken too. */
export function DropZone({ isLarge }: { readonly isLarge: boolean }): ReactNode {
  const { t } = useTranslation('data');
  const pickData = useStrata((state) => state.pickData);
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  if (isReadOnly) return null;
  return (
    <div className={styles.drop} data-large={isLarge ? 'true' : undefined}>
      <Upload size={18} strokeWidth={1.75} aria-hidden />
      <p className={styles.dropTitle}>{t('drop.title')}</p>
      <p className={styles.dropText}>{t('drop.text')}</p>
      <div className={styles.dropButtons}>
        <Button variant="subtle" onClick={() => void pickData('open')}>
          {t('chooseFile')}
        </Button>
        <Button variant="subtle" onClick={() => void pickData('folder')}>
          {t('chooseFolder')}
        </Button>
      </div>
    </div>
  );
}
