import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countText } from '#renderer/parts/text/numberText.ts';
import { useJoined } from '#renderer/parts/text/useJoined.ts';
import { withRole, type DataColumn } from '#renderer/data/columns.ts';
import { useDataState } from '#renderer/data/dataState.ts';
import { useShownRows } from '#renderer/data/useShownRows.ts';
import { useVisibleRows } from '#renderer/data/visibleRows.ts';
import styles from './DataFoot.module.css';
import words from './words.module.css';

/** Names that are written out before "and 5 more". */
const mostNames = 8;

/** Which rows are in view, and what is left out. */
export function DataFoot({ columns }: { readonly columns: readonly DataColumn[] }): ReactNode {
  const { t } = useTranslation('data');
  const joined = useJoined();
  const hasLeftOut = useDataState((state) => state.hasLeftOut);
  const { from, to } = useVisibleRows();
  const { count } = useShownRows();
  const names = withRole(
    columns.map(({ feature }) => feature),
    'ignored',
  ).map(({ name }) => name);
  const list = names.slice(0, mostNames).join(t('listSeparator'));
  return (
    <footer className={styles.tableFoot}>
      <span>
        {count > 0 &&
          t('rowsShown', {
            from: countText(Math.min(count, from + 1)),
            to: countText(Math.min(count, to)),
            count: countText(count),
          })}
      </span>
      {names.length > 0 && (
        <>
          <span className={styles.leftOut} title={names.slice(0, 100).join(t('listSeparator'))}>
            {joined([
              t('leftOut', { names: list }),
              names.length > mostNames ? t('andMore', { count: names.length - mostNames }) : '',
            ])}
          </span>
          <Button
            variant="subtle"
            className={words.link ?? ''}
            aria-pressed={hasLeftOut}
            onClick={() => {
              useDataState.setState({ hasLeftOut: !hasLeftOut });
            }}
          >
            {t(hasLeftOut ? 'hide' : 'show')}
          </Button>
        </>
      )}
    </footer>
  );
}
