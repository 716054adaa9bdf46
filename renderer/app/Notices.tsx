import { Button } from '@mantine/core';
import { CircleAlert, CircleCheck, RotateCcw, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
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

/** Short messages at the lower right corner. What was there before a dialog opened stays under it. */
export function Notices() {
  const { t } = useTranslation('app');
  const notices = useStrata((state) => state.notices);
  const isOver = useIsOver(notices);
  return (
    <div role="region" aria-label={t('notices')} aria-live="assertive">
      {[false, true].map((over) => (
        <div key={String(over)} className={classes.notices} data-over={over || undefined}>
          {notices
            .filter(({ id }) => isOver(id) === over)
            .map((notice) => (
              <NoticeCard key={notice.id} notice={notice} />
            ))}
        </div>
      ))}
    </div>
  );
}

/** Tells which messages came while a dialog was open: they are about what is done in it. */
function useIsOver(notices: readonly Notice[]): (id: number) => boolean {
  const [known, setKnown] = useState<ReadonlyMap<number, boolean>>(new Map());
  if (notices.some(({ id }) => !known.has(id))) {
    const isDialogOpen = document.querySelector('[role=dialog]') !== null;
    setKnown(new Map(notices.map(({ id }) => [id, known.get(id) ?? isDialogOpen])));
  }
  return (id) => known.get(id) ?? false;
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
