import { useTranslation } from 'react-i18next';
import { getHost } from '#renderer/host/host.ts';
import { folderOf, shortPath } from '#renderer/parts/text/filePaths.ts';
import { useLanguage } from '#renderer/parts/text/useLocalText.ts';
import { useStrata } from '#renderer/store/store.ts';
import { Thumbnail } from '#renderer/welcome/Thumbnail.tsx';
import { timeAgo } from '#renderer/welcome/timeAgo.ts';
import { useAnswer } from '#renderer/welcome/useAnswer.ts';
import classes from './Welcome.module.css';

/** Documents that were open before. */
export function Recents() {
  const { t } = useTranslation('welcome');
  const language = useLanguage();
  const { list, atMs, reload } = useAnswer('listRecents');
  const home = useStrata((state) => state.hostInfo?.homeFolder);
  const openDocument = useStrata((state) => state.openDocument);
  if (list === null || list.length === 0) return null;
  const clear = async () => {
    await getHost().request('clearRecents', {});
    reload();
  };
  return (
    <section>
      <div className={classes.listHead}>
        <h2>{t('recent')}</h2>
        <button type="button" className={classes.textButton} onClick={() => void clear()}>
          {t('clear')}
        </button>
      </div>
      <ul className={classes.list}>
        {list.map((recent) => (
          <li key={recent.path}>
            <button
              type="button"
              className={classes.recent}
              title={recent.path}
              onClick={() => void openDocument(recent.path)}
            >
              <span className={classes.picture}>
                <Thumbnail bars={recent.thumbnail} width={34} height={34} />
              </span>
              <span>
                <span className={classes.recentName}>{recent.name}</span>
                <span className={classes.small}>{shortPath(folderOf(recent.path), home)}</span>
              </span>
              <span className={classes.small}>{timeAgo(recent.openedAtMs, atMs, language)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
