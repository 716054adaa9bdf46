import i18next from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStrata } from '#renderer/store/store.ts';
import classes from './DropTarget.module.css';

/** A text longer than this is no document; it is refused before it is read. */
const longestBytes = 256 * 1024 * 1024;

/** Opens what is dropped anywhere on the page: a network, or data. */
export function DropTarget() {
  const { t } = useTranslation('app');
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent) => {
      // The pointer left the window, not just one element for the next.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent) => {
      setIsOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void open(files);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('dragleave', leave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('dragleave', leave);
      document.removeEventListener('drop', drop);
    };
  }, []);
  return isOver ? <div className={classes.cover}>{t('drop.here')}</div> : null;
}

async function open(files: readonly File[]): Promise<void> {
  const state = useStrata.getState();
  const [file] = files;
  if (file === undefined) return;
  const paths = files.map((each) => window.strataBridge?.pathForFile?.(each) ?? '');
  const path = paths[0] ?? '';
  if (!isNetwork(file.name)) {
    // A browser keeps to itself where a dropped file lies.
    if (paths.includes('')) {
      state.notify({
        tone: 'info',
        text: {
          en: i18next.t('data:dropNoPath', { lng: 'en', name: file.name }),
          'zh-CN': i18next.t('data:dropNoPath', { lng: 'zh-CN', name: file.name }),
        },
      });
      await state.pickData('open');
    } else await state.openData(paths);
  } else if (path !== '') await state.openDocument(path);
  else if (file.size > longestBytes) {
    state.notify({
      tone: 'danger',
      text: {
        en: `${file.name} has ${Math.round(file.size / 2 ** 20)} MB. A network's file is smaller than 256 MB: drop another one.`,
        'zh-CN': `${file.name} 有 ${Math.round(file.size / 2 ** 20)} MB。网络文件不超过 256 MB，请换一个文件。`,
      },
    });
  } else await state.importDocument(file.name, await file.text());
}

/** Everything else is taken for data. */
function isNetwork(name: string): boolean {
  return /\.strata$/i.test(name);
}
