import { Button } from '@mantine/core';
import { CircleAlert, CircleCheck, RotateCcw, TriangleAlert, X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocalText } from '#renderer/parts/text/useLocalText.ts';
import type { Notice } from '#renderer/store/state.ts';
import { useStrata } from '#renderer/store/store.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { useDescribe } from '#renderer/parts/text/useDescribe.ts';
import classes from './Notices.module.css';

const icons = { info: RotateCcw, ok: CircleCheck, warn: TriangleAlert, danger: CircleAlert };
/** What only informs goes by itself; a problem stays until it is closed. */
const shownMs = 7000;

/** Short messages at the lower right corner. */
export function Notices() {
  const { t } = useTranslation('app');
  const notices = useStrata((state) => state.notices);
  return (
    <div className={classes.notices} role="region" aria-label={t('notices')} aria-live="assertive">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation('app');
  const problemText = useDescribe();
  const local = useLocalText();
  const dismiss = useStrata((state) => state.dismissNotice);
  const isPassing = notice.tone === 'info' || notice.tone === 'ok';
  useEffect(() => {
    if (!isPassing) return undefined;
    const timer = setTimeout(() => {
      dismiss(notice.id);
    }, shownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [dismiss, isPassing, notice.id]);
  const Icon = icons[notice.tone];
  const { action } = notice;
  const words = notice.problem === undefined ? null : problemText(notice.problem);
  return (
    <div className={classes.notice} data-tone={notice.tone}>
      <span className={classes.icon}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </span>
      <div className={classes.words}>
        {notice.text === undefined ? null : <p>{local(notice.text)}</p>}
        {words === null ? null : (
          <>
            <p className={classes.sentence}>{words.sentence}</p>
            {[words.cause, words.remedy].map((more) =>
              more === undefined ? null : (
                <p key={more} className={classes.more}>
                  {more}
                </p>
              ),
            )}
          </>
        )}
        {action === undefined ? null : (
          <Button
            mt={8}
            onClick={() => {
              dismiss(notice.id);
              action.run();
            }}
          >
            {local(action.label)}
          </Button>
        )}
      </div>
      <IconButton
        label={t('close')}
        size={24}
        onClick={() => {
          dismiss(notice.id);
        }}
      >
        <X size={14} strokeWidth={1.75} aria-hidden />
      </IconButton>
    </div>
  );
}
