import { Menu } from '@mantine/core';
import { FileSpreadsheet, FolderOpen, Table2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStrata } from '#renderer/store/store.ts';
import classes from './Welcome.module.css';

/** Begins with data of the user's own: a file, or a folder of files. */
export function OpenData() {
  const { t } = useTranslation('welcome');
  const pickData = useStrata((state) => state.pickData);
  return (
    <Menu position="bottom-start" width="target">
      <Menu.Target>
        <button type="button" className={classes.action}>
          <Table2 size={16} strokeWidth={1.75} aria-hidden />
          {t('openData')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<FileSpreadsheet size={14} aria-hidden />}
          onClick={() => void pickData('open')}
        >
          {t('data:openFile')}
        </Menu.Item>
        <Menu.Item
          leftSection={<FolderOpen size={14} aria-hidden />}
          onClick={() => void pickData('folder')}
        >
          {t('data:openFolder')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
