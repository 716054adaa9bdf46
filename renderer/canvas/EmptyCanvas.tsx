import { LogIn } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { useStrata } from '#renderer/store/store.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import classes from './Canvas.module.css';

/** What an empty canvas says. */
export function EmptyCanvas() {
  const { t } = useTranslation('canvas');
  const closeDocument = useStrata((state) => state.closeDocument);
  return (
    <div className={classes.empty}>
      <div className={classes.emptyCard} aria-hidden="true">
        <LogIn size={16} />
        Input
      </div>
      <p>
        <Trans t={t} i18nKey="empty.hint" components={{ key: <Kbd>A</Kbd> }} />
      </p>
      <button
        type="button"
        className={classes.emptyLink}
        onClick={() => {
          void closeDocument();
        }}
      >
        {t('empty.template')}
      </button>
    </div>
  );
}
