import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { Columns3, Search } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataReport } from '#shared/data/report.ts';
import { Segmented } from '#renderer/parts/forms/Segmented.tsx';
import { countText } from '#renderer/parts/text/numberText.ts';
import { canCorrect, rowCount, type DataColumn } from '#renderer/data/columns.ts';
import { useDataState } from '#renderer/data/dataState.ts';
import { KindBadge } from '#renderer/data/KindBadge.tsx';
import { setUsed } from '#renderer/data/recipeEdits.ts';
import { useReport } from '#renderer/data/useReport.ts';
import { exampleWord, useSourceTitle } from '#renderer/data/useSourceTitle.ts';
import { useStrata } from '#renderer/store/store.ts';
import styles from './DataToolBar.module.css';
import words from './words.module.css';

/** Name and amount of the data, and how it is shown. */
export function DataToolBar({
  report,
  columns,
  hasPictures,
}: {
  readonly report: DataReport | null;
  readonly columns: readonly DataColumn[];
  readonly hasPictures: boolean;
}): ReactNode {
  const { t } = useTranslation('data');
  const version = useDataState((state) => state.version);
  const layout = useDataState((state) => state.layout);
  const title = useSourceTitle();
  const word = exampleWord(columns.map(({ feature }) => feature.kind));
  const used = columns.filter(({ feature }) => feature.role !== 'ignored').length;
  const count = report === null ? 0 : rowCount(report);
  return (
    <header className={styles.toolBar}>
      <h2 className={words.title}>{title}</h2>
      <span className={styles.amount}>
        {report !== null &&
          t(used === columns.length ? 'amount' : 'amountUsed', {
            rows: t(word, { count, amount: countText(count) }),
            columns: t('columns', { count: columns.length }),
            used,
          })}
      </span>
      <span className={words.spring} />
      {hasPictures && (
        <Segmented
          name="dataLayout"
          label={t('layout')}
          isCompact
          options={(['pictures', 'table'] as const).map((value) => ({
            value,
            label: t(`layouts.${value}`),
          }))}
          value={layout}
          onChange={(value) => {
            useDataState.setState({ layout: value });
          }}
        />
      )}
      <Segmented
        name="dataVersion"
        label={t('version')}
        isCompact
        options={(['original', 'prepared'] as const).map((value) => ({
          value,
          label: t(`versions.${value}`),
        }))}
        value={version}
        onChange={(value) => {
          useDataState.setState({ version: value });
        }}
      />
      {columns.length > 1 && <ColumnsButton columns={columns} />}
    </header>
  );
}

/** Columns that are listed at once; a very wide table is searched. */
const mostListed = 200;

function ColumnsButton({ columns }: { readonly columns: readonly DataColumn[] }): ReactNode {
  const { t } = useTranslation('data');
  const recipe = useStrata((state) => state.document.data);
  const edit = useStrata((state) => state.edit);
  const { report } = useReport();
  const isReadOnly = useStrata((state) => state.readOnly !== null);
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const found = columns.filter(({ feature }) => feature.name.toLowerCase().includes(wanted));
  const isLocked = isReadOnly || !canCorrect(recipe);
  const set = (names: readonly string[], isUsed: boolean): void => {
    edit(setUsed({ recipe, report }, names, isUsed));
  };
  const free = found.filter(({ feature }) => feature.role !== 'target').map((c) => c.feature.name);
  return (
    <Popover position="bottom-end" width={300} trapFocus>
      <Popover.Target>
        <Button leftSection={<Columns3 size={14} strokeWidth={1.75} aria-hidden />}>
          {t('columnsButton')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.columnList ?? ''}>
        <p className={words.note}>{t('columnsUsed')}</p>
        {columns.length > 12 && (
          <TextInput
            type="search"
            aria-label={t('searchColumns')}
            placeholder={t('searchColumns')}
            leftSection={<Search size={14} aria-hidden />}
            value={query}
            onChange={(event) => {
              setQuery(event.currentTarget.value);
            }}
          />
        )}
        <ul className={styles.columnItems}>
          {found.slice(0, mostListed).map(({ feature }) => (
            <li key={feature.name}>
              <label className={styles.columnItem}>
                <Checkbox
                  checked={feature.role !== 'ignored'}
                  disabled={isLocked || feature.role === 'target'}
                  onChange={(event) => {
                    set([feature.name], event.currentTarget.checked);
                  }}
                />
                <KindBadge feature={feature} />
                <span className={styles.columnName}>{feature.name}</span>
                <span className={words.note}>{t(`roles.${feature.role}`)}</span>
              </label>
            </li>
          ))}
        </ul>
        {!isLocked && (
          <div className={styles.columnButtons}>
            <Button
              variant="subtle"
              onClick={() => {
                set(free, true);
              }}
            >
              {t('useAll')}
            </Button>
            <Button
              variant="subtle"
              onClick={() => {
                set(free, false);
              }}
            >
              {t('leaveAll')}
            </Button>
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
