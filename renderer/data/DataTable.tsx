import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeatureReport } from '#shared/data/report.ts';
import { CellView } from '#renderer/data/CellView.tsx';
import { ColumnHead } from '#renderer/data/ColumnHead.tsx';
import { columnWidth, type DataColumn } from '#renderer/data/columns.ts';
import { useDataState } from '#renderer/data/dataState.ts';
import { Scroller } from '#renderer/data/Scroller.tsx';
import { useScroll } from '#renderer/data/useScroll.ts';
import { useRowsInView, useShownRows } from '#renderer/data/useShownRows.ts';
import { columnWindow, offsets, rowWindow } from '#renderer/data/windowing.ts';
import styles from './DataTable.module.css';

const plainRowPx = 27;
const pictureRowPx = 56;
const headPx = 102;
const numberPx = 44;

/** The rows as a table: only those in view are drawn, and only those columns. */
export function DataTable({ columns }: { readonly columns: readonly DataColumn[] }): ReactNode {
  const { t } = useTranslation('data');
  const hasLeftOut = useDataState((state) => state.hasLeftOut);
  const chosen = useDataState((state) => state.column);
  const { version, count, loaded, reportAfter, isStale, isOld } = useShownRows();
  const shown = useShownColumns(columns, hasLeftOut, version, reportAfter);
  const widths = useMemo(() => shown.map(columnWidth), [shown]);
  const sums = useMemo(() => offsets(widths), [widths]);
  const { ref, place, onScroll } = useScroll();
  const rowPx = shown.some(({ feature }) => feature.kind === 'image') ? pictureRowPx : plainRowPx;
  const rows = rowWindow(count, rowPx, place.top, Math.max(0, place.height - headPx));
  const across = columnWindow(sums, place.left, Math.max(0, place.width - numberPx));
  const inView = shown.slice(across.from, across.to);
  const leftPx = sums[across.from] ?? 0;
  const rightPx = (sums.at(-1) ?? 0) - (sums[across.to] ?? 0);
  const index = useMemo(
    () => new Map(loaded?.names.map((name, at) => [name, at])),
    [loaded?.names],
  );
  const boxesName = shown.find(({ feature }) => feature.kind === 'boxes')?.feature.name;
  const boxesAt = index.get(boxesName ?? '') ?? -1;
  useRowsInView(rows.firstSeen, rows.lastSeen);
  return (
    <Scroller ref={ref} label={t('table')} onScroll={onScroll}>
      <table
        className={styles.table}
        aria-rowcount={count + 1}
        aria-colcount={shown.length + 1}
        aria-busy={isStale}
        style={{ width: numberPx + (sums.at(-1) ?? 0) }}
      >
        <colgroup>
          <col style={{ width: numberPx }} />
          {leftPx > 0 && <col style={{ width: leftPx }} />}
          {inView.map(({ feature }, at) => (
            <col key={feature.name} style={{ width: widths[across.from + at] }} />
          ))}
          {rightPx > 0 && <col style={{ width: rightPx }} />}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th className={styles.corner} scope="col">
              <span className="visually-hidden">{t('rowNumber')}</span>
            </th>
            {leftPx > 0 && <th aria-hidden />}
            {inView.map((column, at) => (
              <ColumnHead
                key={column.feature.name}
                column={column}
                total={count}
                index={across.from + at + 2}
                isPrepared={version === 'prepared'}
              />
            ))}
            {rightPx > 0 && <th aria-hidden />}
          </tr>
        </thead>
        <tbody data-stale={isOld ? 'true' : undefined}>
          {rows.abovePx > 0 && <Space heightPx={rows.abovePx} />}
          {Array.from({ length: rows.to - rows.from }, (_, at) => {
            const row = rows.from + at;
            const cells = loaded?.rows.get(row);
            const boxes = cells?.[boxesAt];
            return (
              <tr key={row} aria-rowindex={row + 2} style={{ height: rowPx }}>
                <th scope="row" className={styles.rowNumber}>
                  {row + 1}
                </th>
                {leftPx > 0 && <td aria-hidden />}
                {inView.map(({ feature }, columnAt) => {
                  const cell = cells?.[index.get(feature.name) ?? -1];
                  return (
                    <td
                      key={feature.name}
                      aria-colindex={across.from + columnAt + 2}
                      data-target={feature.role === 'target' ? 'true' : undefined}
                      data-chosen={feature.name === chosen ? 'true' : undefined}
                      data-ignored={feature.role === 'ignored' ? 'true' : undefined}
                      data-number={isNumeric(feature.kind) ? 'true' : undefined}
                    >
                      {cell === undefined ? null : (
                        <CellView
                          cell={cell}
                          feature={feature}
                          {...(typeof boxes === 'string' && { boxes })}
                        />
                      )}
                    </td>
                  );
                })}
                {rightPx > 0 && <td aria-hidden />}
              </tr>
            );
          })}
          {rows.belowPx > 0 && <Space heightPx={rows.belowPx} />}
        </tbody>
      </table>
    </Scroller>
  );
}

function Space({ heightPx }: { readonly heightPx: number }): ReactNode {
  return <tr aria-hidden style={{ height: heightPx }} />;
}

function isNumeric(kind: string): boolean {
  return kind === 'number';
}

/** The columns of the version that is shown: of the recipe's, the features as they come out of it. */
function useShownColumns(
  columns: readonly DataColumn[],
  hasLeftOut: boolean,
  version: 'original' | 'prepared',
  after: readonly FeatureReport[] | null,
): readonly DataColumn[] {
  return useMemo(() => {
    const used = hasLeftOut ? columns : columns.filter(({ feature }) => feature.role !== 'ignored');
    if (version === 'original' || after === null) return used;
    const reports = new Map(after.map((report) => [report.feature.name, report]));
    return used.flatMap(({ feature }) => {
      const report = reports.get(feature.name);
      return report === undefined ? [] : [{ feature: report.feature, report }];
    });
  }, [columns, hasLeftOut, version, after]);
}
