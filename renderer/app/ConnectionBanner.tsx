import { useTranslation } from 'react-i18next';
import { useStrata } from '#renderer/store/store.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import classes from './ConnectionBanner.module.css';

/** Says that the program behind the page is gone, while it is. */
export function ConnectionBanner() {
  const { t } = useTranslation('app');
  const problemText = useDescribe();
  const connection = useStrata((state) => state.connection);
  const reason = useStrata((state) => state.refusedBecause);
  if (connection === 'lost') {
    return (
      <div className={classes.place} role="alert">
        <Banner tone="warn" title={t('connection.lost')}>
          {t('connection.lostText')}
        </Banner>
      </div>
    );
  }
  if (connection === 'refused') {
    const words = reason === null ? null : problemText(reason);
    return (
      <div className={classes.place} role="alert">
        <Banner tone="danger" title={words?.sentence ?? t('connection.refused')}>
          {words?.remedy ?? words?.cause ?? t('connection.refusedText')}
        </Banner>
      </div>
    );
  }
  return null;
}
