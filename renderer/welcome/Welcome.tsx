import { FolderOpen, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ReadingData } from '#renderer/parts/readingData/ReadingData.tsx';
import { useStrata } from '#renderer/store/store.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { Logo } from '#renderer/ui/Logo.tsx';
import { DeviceCard } from '#renderer/welcome/DeviceCard.tsx';
import { OpenData } from '#renderer/welcome/OpenData.tsx';
import { Gallery } from '#renderer/welcome/Gallery.tsx';
import { Recents } from '#renderer/welcome/Recents.tsx';
import { Recovered } from '#renderer/welcome/Recovered.tsx';
import { Settings } from '#renderer/welcome/Settings.tsx';
import classes from './Welcome.module.css';

/** A command as the welcome screen offers it. */
export interface WelcomeAction {
  /** The shortcut as shown, `Ctrl N`. */
  readonly keys: string;
  readonly run: () => void;
}

/** The first screen: start from a template, open, or go on with what was open before. */
export function Welcome({
  create,
  open,
}: {
  readonly create: WelcomeAction;
  readonly open: WelcomeAction;
}) {
  const { t } = useTranslation('welcome');
  const isOpening = useStrata((state) => state.openingData !== null);
  return (
    <div className={classes.welcome}>
      <aside className={classes.side} data-region="welcome" aria-label={t('start')}>
        <header>
          <h1 className={classes.brand}>
            <Logo sizePx={30} />
            Strata
          </h1>
          <p className={classes.slogan}>{t('slogan')}</p>
        </header>
        <div className={classes.actions}>
          <button type="button" className={classes.action} data-primary onClick={create.run}>
            <Plus size={16} strokeWidth={1.75} aria-hidden />
            {t('new')}
            <Kbd tone="inverse">{create.keys}</Kbd>
          </button>
          <button type="button" className={classes.action} onClick={open.run}>
            <FolderOpen size={16} strokeWidth={1.75} aria-hidden />
            {t('open')}
            <Kbd>{open.keys}</Kbd>
          </button>
          <OpenData />
        </div>
        <Recovered />
        <Recents />
        <footer className={classes.foot}>
          <DeviceCard />
          <Settings />
        </footer>
      </aside>
      <main className={classes.main} data-region="templates" aria-label={t('templates')}>
        {isOpening ? <ReadingData /> : <Gallery />}
      </main>
    </div>
  );
}
